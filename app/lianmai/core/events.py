"""What a room server tells, and what a client notes about its own link."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

from lianmai.core.vocabulary import Address, KickReason, Media, Peer, Scope, Snapshot

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
