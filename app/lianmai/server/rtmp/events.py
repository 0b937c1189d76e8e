"""What an RTMP client wants, as far as somebody outside the session has to act."""

from dataclasses import dataclass
from typing import TypeAlias

from lianmai.server.relay.flv import Tag
from lianmai.server.relay.stream_address import StreamAddress


@dataclass(frozen=True)
class PublishAsked:
    """The client wants to publish; answer with `accept_publish` or `refuse`."""

    stream_id: int
    address: StreamAddress


@dataclass(frozen=True)
class PlayAsked:
    """The client wants to play; answer with `accept_play` or `refuse`."""

    stream_id: int
    address: StreamAddress


@dataclass(frozen=True, slots=True)
class Received:
    """The client published *tag*."""

    tag: Tag


@dataclass(frozen=True)
class Stopped:
    """The client publishes or plays no longer; it may ask again."""


Event: TypeAlias = PublishAsked | PlayAsked | Received | Stopped
