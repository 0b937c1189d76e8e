"""RTMP messages: their type numbers, and the ones a server writes."""

import struct
from dataclasses import dataclass
from enum import IntEnum

from lianmai.server.rtmp import amf0


class Type(IntEnum):
    """Message types (RTMP 1.0, sections 5.4, 6.2 and 7.1)."""

    SET_CHUNK_SIZE = 1
    ABORT = 2
    ACKNOWLEDGEMENT = 3
    USER_CONTROL = 4
    WINDOW_ACKNOWLEDGEMENT_SIZE = 5
    SET_PEER_BANDWIDTH = 6
    AUDIO = 8
    VIDEO = 9
    DATA_AMF3 = 15
    COMMAND_AMF3 = 17
    DATA = 18
    COMMAND = 20
    AGGREGATE = 22


class Control(IntEnum):
    """User control events (section 7.1.7)."""

    STREAM_BEGIN = 0
    STREAM_EOF = 1
    PING_REQUEST = 6
    PING_RESPONSE = 7


@dataclass(frozen=True, slots=True)
class Message:
    """One RTMP message; *timestamp_ms* counts modulo 2**32."""

    type_id: int
    timestamp_ms: int
    stream_id: int
    body: bytes


_U32 = struct.Struct(">I")
_DYNAMIC = 2


def set_chunk_size(size: int) -> Message:
    """Announce that chunks carry up to *size* bytes from now on."""
    return Message(Type.SET_CHUNK_SIZE, 0, 0, _U32.pack(size))


def acknowledgement(byte_count: int) -> Message:
    """Confirm *byte_count* bytes received since the connection began."""
    return Message(Type.ACKNOWLEDGEMENT, 0, 0, _U32.pack(byte_count & 0xFFFFFFFF))


def window_acknowledgement_size(size: int) -> Message:
    """Ask for an acknowledgement each *size* bytes."""
    return Message(Type.WINDOW_ACKNOWLEDGEMENT_SIZE, 0, 0, _U32.pack(size))


def set_peer_bandwidth(size: int) -> Message:
    """Suggest the window the peer should ask for."""
    return Message(Type.SET_PEER_BANDWIDTH, 0, 0, _U32.pack(size) + bytes([_DYNAMIC]))


def user_control(event: Control, value: int) -> Message:
    """Report *event* about a stream id, or a ping with its timestamp."""
    return Message(Type.USER_CONTROL, 0, 0, struct.pack(">HI", event, value & 0xFFFFFFFF))


def command(stream_id: int, name: str, transaction_id: float, *values: amf0.Value) -> Message:
    """Call *name* at the peer, or answer its call of *transaction_id*."""
    return Message(Type.COMMAND, 0, stream_id, amf0.encode(name, transaction_id, *values))


def information(code: str, description: str, *, is_error: bool = False) -> dict[str, amf0.Value]:
    """Return the information object of a status, a result or an error."""
    level = "error" if is_error else "status"
    return {"level": level, "code": code, "description": description}
