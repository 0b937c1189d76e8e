"""Cuts a byte stream into FLV tags, and finds the next one after garbage.

Adobe, "Video File Format Specification 10.1", annex E. A reader of our own because a peer may
turn its camera on late: PyAV only sees the streams that were there when a container was opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

AUDIO, VIDEO, DATA = 8, 9, 18
LARGEST_TAG = 4 << 20
"""Bytes; a key frame of a call has 0.1 million."""

_FILE_HEADER_BYTES = 9
_HEADER_BYTES = 11
_SIZE_BYTES = 4
# A known type, size and time, and the stream id, which is always zero. H.264 never has three
# zero bytes in a row, so hardly anything else looks like this.
_TAG_START = re.compile(rb"[\x08\x09\x12].{7}\0\0\0", re.DOTALL)


class NotFlvError(ValueError):
    """The bytes do not begin like an FLV stream."""


@dataclass(frozen=True)
class Tag:
    """A piece of sound, picture or data; *time_ms* counts modulo 2**32."""

    kind: int
    time_ms: int
    body: bytes


class FlvReader:
    """Takes bytes as they come and gives tags; keeps at most one tag's worth of bytes.

    *garbage* counts the places at which something else than a tag had to be skipped.
    """

    def __init__(self) -> None:
        self.garbage = 0
        self._buffer = bytearray()
        self._has_begun = False
        self._is_lost = False

    def feed(self, data: bytes) -> Iterator[Tag]:
        """Add *data* and yield the tags that are complete now.

        Raises:
            NotFlvError: If the stream does not begin with an FLV header.
        """
        self._buffer += data
        if not self._has_begun and not self._begin():
            return
        while (size := self._tag_bytes()) is not None:
            tag = _tag(self._buffer[:size]) if size else None
            if tag is None:
                self._skip()
            else:
                self._is_lost = False
                del self._buffer[:size]
                yield tag

    def _begin(self) -> bool:
        """Drop the file header once it is there."""
        if not b"FLV".startswith(self._buffer[:3]):
            raise NotFlvError("no FLV header")
        if len(self._buffer) < _FILE_HEADER_BYTES + _SIZE_BYTES:
            return False
        offset = int.from_bytes(self._buffer[5:9], "big")
        del self._buffer[: min(offset, len(self._buffer) - _SIZE_BYTES) + _SIZE_BYTES]
        self._has_begun = True
        return True

    def _tag_bytes(self) -> int | None:
        """Return the size of the first tag, 0 if there is none; ``None`` if bytes are missing."""
        if len(self._buffer) < _HEADER_BYTES:
            return None
        body_bytes = int.from_bytes(self._buffer[1:4], "big")
        if not _TAG_START.match(self._buffer) or body_bytes > LARGEST_TAG:
            return 0
        size = _HEADER_BYTES + body_bytes + _SIZE_BYTES
        return size if len(self._buffer) >= size else None

    def _skip(self) -> None:
        """Drop bytes up to the next place that looks like a tag."""
        self.garbage += not self._is_lost
        self._is_lost = True
        found = _TAG_START.search(self._buffer, 1)
        # The last bytes may be the beginning of a tag's header.
        del self._buffer[
            : found.start() if found else max(1, len(self._buffer) - _HEADER_BYTES + 1)
        ]


def _tag(data: bytearray) -> Tag | None:
    """Return the tag in *data*; ``None`` if the size after it contradicts the one in it."""
    after = int.from_bytes(data[-_SIZE_BYTES:], "big")
    if after not in (len(data) - _SIZE_BYTES, 0):  # some servers leave it out
        return None
    time_ms = int.from_bytes(data[4:7], "big") | data[7] << 24
    return Tag(data[0], time_ms, bytes(data[_HEADER_BYTES:-_SIZE_BYTES]))
