"""What a client asks of a room server, and the type of each answer."""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct

from lianmai.core.discreet import discreet_repr
from lianmai.core.vocabulary import Address, Done, Media, Role, Scope, Snapshot

Result = TypeVar("Result")


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
