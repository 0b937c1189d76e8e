"""The neutral vocabulary as typed messages: requests (ops), their results, and events.

The same declarations decode the wire, validate it, and make the schema in
``resources/protocol``. A uid is always a string; numeric ids travel as decimal strings.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct, field

from lianmai.core.discreet import discreet_repr

Media: TypeAlias = Literal["audio", "video", "screen", "aux_audio", "all"]
Slot: TypeAlias = Literal["main", "screen", "aux_audio"]
Role: TypeAlias = Literal["broadcaster", "audience"]
Scope: TypeAlias = Literal["room", "user", "stream"]
KickReason: TypeAlias = Literal["server", "duplicate", "unknown"]

Result = TypeVar("Result")

ID_PATTERN = r"^[A-Za-z0-9_.~-]{1,64}$"
"""What a room or uid may look like; it becomes part of a stream name, hence of URLs."""


class ErrorCode(IntEnum):
    """Why a request was refused; the one list, documented in ``resources/protocol``."""

    PARSE_ERROR = -32700
    INVALID_REQUEST = -32600
    UNKNOWN_METHOD = -32601
    INVALID_PARAMS = -32602
    BAD_TOKEN = 4001
    TOKEN_EXPIRED = 4002
    NOT_ALLOWED = 4003
    BAD_ID = 4004
    NOT_JOINED = 4005
    ALREADY_JOINED = 4006
    NO_SUCH_PEER = 4007
    NO_SUCH_STREAM = 4008
    ROOM_FULL = 4009
    TOO_MANY_PUBLISHERS = 4010
    AUDIENCE_CANNOT_PUBLISH = 4011
    SESSION_EXPIRED = 4012
    TOO_MANY_REQUESTS = 4013
    SERVER_FULL = 4014


def slot_of(media: Media) -> Slot:
    """Return which of a peer's streams carries *media*: sound and main picture share one."""
    return media if media in ("screen", "aux_audio") else "main"


class StreamId(Struct, frozen=True, order=True):
    """Names one stream of one peer."""

    uid: str
    slot: Slot = "main"

    def __str__(self) -> str:
        return self.uid if self.slot == "main" else f"{self.uid}/{self.slot}"


class Peer(Struct, frozen=True):
    """A member of a room as the others see it.

    *streams* tells what can be subscribed, *muted* which media the peer has stopped sending.
    """

    uid: str
    name: str = ""
    role: Role = "broadcaster"
    is_host: bool = False
    streams: tuple[Media, ...] = ()
    muted: tuple[Media, ...] = ()
    info: dict[str, str] = {}

    @property
    def label(self) -> str:
        """The name to show: the peer's own, else its uid."""
        return self.name or self.uid

    @property
    def stream_ids(self) -> tuple[StreamId, ...]:
        """The streams that can be subscribed."""
        return tuple(StreamId(self.uid, slot_of(media)) for media in self.streams)


class Address(Struct, frozen=True):
    """Where to push or pull one stream.

    *flv_url* is empty for pushing and where the server offers no HTTP-FLV; *rotation* is in
    degrees clockwise.
    """

    url: str
    flv_url: str = ""
    rotation: int = 0

    __repr__ = discreet_repr


class Snapshot(Struct, frozen=True):
    """A room at the moment of joining: everything a newcomer has to know.

    *peers* includes the newcomer itself. *session* is the secret with which `Rejoin` claims
    this membership within *grace_s* seconds after the link is lost.
    """

    room: str
    uid: str
    session: str
    peers: tuple[Peer, ...]
    grace_s: float
    info: dict[str, str] = {}

    __repr__ = discreet_repr


class Done(Struct, frozen=True):
    """The answer of a request that has nothing else to say."""


# --- requests -----------------------------------------------------------------------------


class Op(Struct, Generic[Result], frozen=True):
    """A request; its type argument is the type of the answer."""

    __repr__ = discreet_repr


class Join(Op[Snapshot], frozen=True):
    """Enter *room*. An empty *uid* lets the server choose one."""

    room: str
    uid: str = ""
    token: str = ""
    name: str = ""
    role: Role = "broadcaster"


class Rejoin(Op[Snapshot], frozen=True):
    """Claim a membership again after a lost link, telling which members are on screen."""

    room: str
    uid: str
    session: str
    known_uids: tuple[str, ...] = ()


class Leave(Op[Done], frozen=True):
    """Leave the room; published streams end."""


class Publish(Op[Address], frozen=True):
    """Announce own *media* and get the address to push to."""

    media: Media = "all"


class Unpublish(Op[Done], frozen=True):
    """Withdraw own *media*."""

    media: Media = "all"


class Subscribe(Op[Address], frozen=True):
    """Ask for a peer's *media* and get the address to pull from."""

    uid: str
    media: Media = "all"


class Unsubscribe(Op[Done], frozen=True):
    """Stop asking for a peer's *media*."""

    uid: str
    media: Media = "all"


class SetLocalMute(Op[Done], frozen=True):
    """Tell the room that own *media* stops (*on*) or resumes without ending the stream."""

    media: Media
    on: bool


class SetRole(Op[Done], frozen=True):
    """Switch between broadcaster and audience; an audience member's streams end."""

    role: Role


class RenewToken(Op[Done], frozen=True):
    """Replace the credential without leaving."""

    token: str


class RefreshUrl(Op[Address], frozen=True):
    """Ask for a usable address of a stream whose address failed; own *uid* means the push one."""

    uid: str
    media: Media = "all"


class Kick(Op[Done], frozen=True):
    """Remove *uid* from the room; for its host."""

    uid: str


class CloseRoom(Op[Done], frozen=True):
    """Dismiss the room for everybody; for its host."""


class RotateUrl(Op[Done], frozen=True):
    """Replace the address of a stream everywhere, ending the old one; for its owner or the host."""

    uid: str
    media: Media = "all"


class SendMessage(Op[Done], frozen=True):
    """Send text to the room, or to one peer when *to* is given."""

    body: str
    scope: Scope = "room"
    to: str = ""
    reliable: bool = True


class SetInfo(Op[Done], frozen=True):
    """Attach *value* under *key* to the room or to oneself; an empty value removes it."""

    scope: Scope
    key: str
    value: str


AnyOp: TypeAlias = (
    Join
    | Rejoin
    | Leave
    | Publish
    | Unpublish
    | Subscribe
    | Unsubscribe
    | SetLocalMute
    | SetRole
    | RenewToken
    | RefreshUrl
    | Kick
    | CloseRoom
    | RotateUrl
    | SendMessage
    | SetInfo
)

RESULTS: dict[type[Op[Any]], type[Struct]] = {
    Join: Snapshot,
    Rejoin: Snapshot,
    Leave: Done,
    Publish: Address,
    Unpublish: Done,
    Subscribe: Address,
    Unsubscribe: Done,
    SetLocalMute: Done,
    SetRole: Done,
    RenewToken: Done,
    RefreshUrl: Address,
    Kick: Done,
    CloseRoom: Done,
    RotateUrl: Done,
    SendMessage: Done,
    SetInfo: Done,
}
"""Every request with the type of its answer."""


# --- events the server sends --------------------------------------------------------------


class PeerJoined(Struct, frozen=True):
    """A member entered."""

    peer: Peer


class PeerLeft(Struct, frozen=True):
    """A member is gone."""

    uid: str
    reason: str = ""


class PeerUpdated(Struct, frozen=True):
    """A member's role, name or rights changed."""

    peer: Peer


class StreamAdded(Struct, frozen=True):
    """A member's stream can be subscribed."""

    uid: str
    media: Media


class StreamRemoved(Struct, frozen=True):
    """A member's stream ended."""

    uid: str
    media: Media
    reason: str = ""


class UrlChanged(Struct, frozen=True):
    """An address already handed out was replaced; own uid means the push address."""

    uid: str
    media: Media
    address: Address


class RemoteMuteChanged(Struct, frozen=True):
    """A member stopped or resumed sending."""

    uid: str
    media: Media
    muted: bool


class Kicked(Struct, frozen=True):
    """The receiver was removed from the room."""

    reason: KickReason
    code: int = 0


class RoomClosed(Struct, frozen=True):
    """The room was dismissed for everybody."""

    room: str


class Message(Struct, frozen=True):
    """Text received inside the room."""

    sender: str = field(name="from")
    scope: Scope
    body: str


class InfoChanged(Struct, frozen=True):
    """Text attached to the room, or to the member *uid*, changed."""

    scope: Scope
    key: str
    value: str
    uid: str = ""


class TokenExpiring(Struct, frozen=True):
    """The credential runs out soon."""

    seconds_left: int


class TokenExpired(Struct, frozen=True):
    """The credential has run out."""


ServerEvent: TypeAlias = (
    PeerJoined
    | PeerLeft
    | PeerUpdated
    | StreamAdded
    | StreamRemoved
    | UrlChanged
    | RemoteMuteChanged
    | Kicked
    | RoomClosed
    | Message
    | InfoChanged
    | TokenExpiring
    | TokenExpired
)

# --- events a client makes itself -----------------------------------------------------------


class LinkOpen(Struct, frozen=True):
    """The signalling socket is usable."""


class LinkLost(Struct, frozen=True):
    """The signalling socket broke."""

    reason: str


class LinkRetrying(Struct, frozen=True):
    """The client is about to try again, *wait_s* seconds from now."""

    attempt: int
    wait_s: float


class LinkClosed(Struct, frozen=True):
    """The socket is gone for good."""

    reason: Literal["left", "gave_up", "kicked", "room_closed"]
    detail: str = ""


class RoomJoined(Struct, frozen=True):
    """Own entry succeeded, for the first time or as a new member after the grace period."""

    snapshot: Snapshot


class LinkRestored(Struct, frozen=True):
    """Socket and membership are back; *snapshot* replaces what was known."""

    snapshot: Snapshot


class MessageIgnored(Struct, frozen=True):
    """The server sent something that is not ours; nothing else is affected."""

    reason: str


ClientEvent: TypeAlias = (
    LinkOpen | LinkLost | LinkRetrying | LinkClosed | RoomJoined | LinkRestored | MessageIgnored
)

Event: TypeAlias = ServerEvent | ClientEvent
