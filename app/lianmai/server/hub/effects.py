"""What the hub wants done after it was told something; the sockets' side carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from msgspec import Struct

from lianmai.core.messages import ErrorCode, ServerEvent


@dataclass(frozen=True)
class Reply:
    """Answer the request of *peer_id* that was just received."""

    peer_id: str
    result: Struct


@dataclass(frozen=True)
class Refuse:
    """Refuse the request of *peer_id* that was just received."""

    peer_id: str
    code: ErrorCode
    reason: str


@dataclass(frozen=True)
class Notify:
    """Send the same *event* to each of *peer_ids*."""

    peer_ids: tuple[str, ...]
    event: ServerEvent


@dataclass(frozen=True)
class Close:
    """Close the connection *peer_id* once everything for it is sent."""

    peer_id: str


@dataclass(frozen=True)
class EndStream:
    """Disconnect the publisher and the players of the relay's stream *name*."""

    name: str


Effect: TypeAlias = Reply | Refuse | Notify | Close | EndStream
