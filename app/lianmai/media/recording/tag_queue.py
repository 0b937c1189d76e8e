"""What waits between network and disk: bounded, so a slow disk costs pictures, not memory."""

from __future__ import annotations

import threading
from collections import deque

from lianmai.media.flv.coded import coded_in
from lianmai.media.flv.reader import Tag

MOST_BYTES = 32 << 20


class TagQueue:
    """First in, first out, up to `MOST_BYTES`. One thread puts, one takes.

    When it is full, tags are left out (counted in *dropped*) up to the next key frame that fits,
    so what is written can be decoded.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.dropped = 0
        self._most_bytes = most_bytes
        self._bytes = 0
        self._tags: deque[Tag] = deque()
        self._awaits_key = False
        self._changed = threading.Condition()

    def put(self, tag: Tag) -> None:
        """Add *tag*, or leave it out."""
        coded = coded_in(tag)
        is_frame = coded is not None and coded.kind == "frame"
        with self._changed:
            if coded is not None and coded.is_video and coded.is_key:
                self._awaits_key = False
            is_broken = self._awaits_key and coded is not None and coded.is_video
            if is_frame and (is_broken or self._bytes + len(tag.body) > self._most_bytes):
                self.dropped += 1
                self._awaits_key = self._awaits_key or (coded is not None and coded.is_video)
                return
            self._bytes += len(tag.body)
            self._tags.append(tag)
            self._changed.notify()

    def take(self, timeout_s: float) -> list[Tag]:
        """Return everything that waits; wait up to *timeout_s* for something."""
        with self._changed:
            if not self._tags:
                self._changed.wait(timeout_s)
            tags = list(self._tags)
            self._tags.clear()
            self._bytes = 0
            return tags
