"""Notices when a stream falls silent, and when it speaks again."""

from __future__ import annotations

import threading

from lianmai.media.playing.play_meter import STALL_S


class StallWatch:
    """One thread tells what arrives, another looks whether too long ago; times are monotonic."""

    def __init__(self) -> None:
        self.last_s: float | None = None
        self._is_stalled = False
        self._lock = threading.Lock()

    def arrived(self, now_s: float) -> float | None:
        """Note an arrival; return how long the stall lasted that it ends, if any."""
        with self._lock:
            last_s, self.last_s = self.last_s, now_s
            was_stalled, self._is_stalled = self._is_stalled, False
            return now_s - last_s if was_stalled and last_s is not None else None

    def look(self, now_s: float) -> float | None:
        """Return the length of a stall that began since the last look, if any."""
        with self._lock:
            if self.last_s is None or self._is_stalled or now_s - self.last_s < STALL_S:
                return None
            self._is_stalled = True
            return now_s - self.last_s

    def next_look_s(self, now_s: float) -> float:
        """Return after how long to look again."""
        if self.last_s is None or self._is_stalled:
            return STALL_S / 4
        return max(0.01, self.last_s + STALL_S - now_s)
