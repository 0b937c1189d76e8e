"""Players without sockets, and media to show them."""

from collections.abc import Iterable

from lianmai.server.relay.flv import AUDIO, DATA, VIDEO, Tag
from lianmai.server.rtmp import amf0
from lianmai.server.rtmp.aggregate import split_aggregate
from lianmai.server.rtmp.messages import Message, Type

METADATA = Tag(DATA, 0, amf0.encode("onMetaData", {"width": 640.0}))
VIDEO_HEADER = Tag(VIDEO, 0, b"\x17\x00config")
AUDIO_HEADER = Tag(AUDIO, 0, b"\xaf\x00config")
HEADERS = [METADATA, VIDEO_HEADER, AUDIO_HEADER]


def key(stamp: int, size: int = 10) -> Tag:
    """Return a key frame."""
    return Tag(VIDEO, stamp, b"\x17\x01" + bytes(size))


def delta(stamp: int, size: int = 10) -> Tag:
    """Return a frame that needs those before it."""
    return Tag(VIDEO, stamp, b"\x27\x01" + bytes(size))


def sound(stamp: int) -> Tag:
    """Return a piece of sound."""
    return Tag(AUDIO, stamp, b"\xaf\x01sound")


class FakeSink:
    """A player on the FLV wire whose network takes everything, or nothing while *is_stuck*."""

    def __init__(self) -> None:
        self.is_stuck = False
        self.waiting = b""
        self.taken = b""
        self.pieces: list[bytes] = []
        self.calls: list[str] = []

    def write(self, data: bytes) -> None:
        self.pieces.append(data)
        self.waiting += data
        if not self.is_stuck:
            self.drain()

    def writelines(self, parts: Iterable[bytes]) -> None:
        for part in parts:
            self.write(part)

    def backlog(self) -> int:
        return len(self.waiting)

    def end(self) -> None:
        self.calls.append("end")

    def abort(self) -> None:
        self.calls.append("abort")

    def drain(self, size: int | None = None) -> None:
        """Let the network take *size* bytes, or all."""
        self.taken += self.waiting[:size]
        self.waiting = b"" if size is None else self.waiting[size:]

    def tags(self) -> list[Tag]:
        """Return what was written, as a player reads it."""
        return list(split_aggregate(Message(Type.AGGREGATE, 0, 1, self.taken + self.waiting)))
