"""FLV tags of streams made here: split from a muxer's output, marked with the time of sending.

A mark is a user-data SEI unit (H.264, D.1.6) before a picture's slices. Decoders pass over it,
relays carry it along, and a reader that knows nothing of RTMP or FLV finds it in the bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

AUDIO, VIDEO, DATA = 8, 9, 18
MARK = b"Lianmai-bench-tm"
"""The 16 bytes in front of 16 hexadecimal digits: Unix time in microseconds."""
MARK_BYTES = len(MARK) + 16

FLV_HEADER = b"FLV\x01\x01\x00\x00\x00\x09\x00\x00\x00\x00"
"""The start of a file that has pictures only."""

_FILE_HEADER_BYTES, _TAG_HEADER_BYTES, _TRAILER_BYTES = 13, 11, 4
_AVC, _AVC_PICTURE = 7, 1
_AVC_HEADER_BYTES = 5


@dataclass(frozen=True)
class Tag:
    """One FLV tag, which is also one RTMP message."""

    type_id: int
    timestamp_ms: int
    body: bytes

    @property
    def is_header(self) -> bool:
        """Whether it says how to decode what follows: metadata and codec configurations."""
        if self.type_id == DATA:
            return True
        return self.body[1:2] == b"\0" and (self.type_id == AUDIO or self.body[0] & 15 == _AVC)

    @property
    def is_key_frame(self) -> bool:
        """Whether a player can begin here."""
        return self.type_id == VIDEO and self.body[0] >> 4 == 1 and not self.is_header

    def marked(self, unix_us: int) -> Tag:
        """Return this tag with the time it is sent; only pictures carry one."""
        is_picture = self.type_id == VIDEO and self.body[1] == _AVC_PICTURE
        if not is_picture:
            return self
        payload = MARK + b"%016x" % unix_us
        unit = bytes([6, 5, len(payload)]) + payload + b"\x80"
        head, slices = self.body[:_AVC_HEADER_BYTES], self.body[_AVC_HEADER_BYTES:]
        return replace(self, body=head + len(unit).to_bytes(4, "big") + unit + slices)

    def as_file_part(self) -> bytes:
        """Return the tag as it stands in an FLV file, with the size that follows it."""
        time = self.timestamp_ms.to_bytes(4, "big")
        size = len(self.body).to_bytes(3, "big")
        head = bytes([self.type_id]) + size + time[1:] + time[:1] + bytes(3)
        return head + self.body + (len(head) + len(self.body)).to_bytes(4, "big")


class TagSplitter:
    """A file a muxer writes FLV to, and from which whole tags are taken."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._to_skip = _FILE_HEADER_BYTES

    def write(self, data: bytes) -> int:
        """Take what the muxer writes; PyAV calls this."""
        self._data += data
        return len(data)

    def tags(self) -> Iterator[Tag]:
        """Yield the tags that are complete."""
        while len(self._data) >= self._to_skip + _TAG_HEADER_BYTES:
            start = self._to_skip + _TAG_HEADER_BYTES
            head = self._data[self._to_skip : start]
            end = start + int.from_bytes(head[1:4], "big")
            if len(self._data) < end + _TRAILER_BYTES:
                return
            timestamp_ms = int.from_bytes(head[7:8] + head[4:7], "big")
            tag = Tag(head[0], timestamp_ms, bytes(self._data[start:end]))
            del self._data[: end + _TRAILER_BYTES]
            self._to_skip = 0
            yield tag


class MarkFinder:
    """Finds marks in the bytes of one connection, however they are cut into pieces."""

    def __init__(self) -> None:
        self._tail = b""

    def feed(self, data: bytes) -> list[int]:
        """Return the times in the marks that *data* completes, in microseconds."""
        data = self._tail + data
        times_us, start = [], 0
        while (at := data.find(MARK, start)) >= 0 and len(data) >= at + MARK_BYTES:
            start = at + MARK_BYTES
            times_us.append(int(data[at + len(MARK) : start], 16))
        # A piece of a mark at the end waits for the rest of it.
        self._tail = data[at:] if at >= 0 else data[max(start, len(data) - len(MARK) + 1) :]
        return times_us
