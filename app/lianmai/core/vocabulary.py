"""What messages speak of: peers, streams, addresses, rooms, and why a request was refused.

A uid is always a string; numeric ids travel as decimal strings.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, TypeAlias

from msgspec import Struct

from lianmai.core.discreet import discreet_repr

Media: TypeAlias = Literal["audio", "video", "screen", "aux_audio", "all"]
Slot: TypeAlias = Literal["main", "screen", "aux_audio"]
Role: TypeAlias = Literal["broadcaster", "audience"]
Scope: TypeAlias = Literal["room", "user", "stream"]
KickReason: TypeAlias = Literal["server", "duplicate", "unknown"]

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
