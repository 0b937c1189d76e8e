"""One member's picture and sound on their way into a mix."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

import av

from lianmai.media.capturing.feed import capture_clock
from lianmai.media.sound.ring import Sound, SoundRing

LEAD_S = 0.02
"""How far a picture may be ahead of its sound, as in the player."""
LONGEST_WAIT_S = 0.3
MOST_WAITING = 16
KEPT_S = 3.0
"""How long a picture stays after the last one came; then the tile is a card."""


@dataclass(frozen=True)
class _Waiting:
    frame: av.VideoFrame
    pts_s: float
    came_s: float


class Intake:
    """Keeps a few pictures until their sound is heard, and the last one for a while.

    A tap, fed by one thread; *picture* is asked for by the mix's thread. *ring* is where the
    member's sound goes, ``None`` while it is not mixed.
    """

    def __init__(self) -> None:
        self.ring: SoundRing | None = None
        self._waiting: deque[_Waiting] = deque(maxlen=MOST_WAITING)
        self._shown: _Waiting | None = None
        self._came_s = float("-inf")
        self._lock = threading.Lock()

    def see(self, frame: av.VideoFrame, pts_s: float) -> None:
        """Take a picture."""
        self._came_s = now_s = capture_clock()
        with self._lock:
            self._waiting.append(_Waiting(frame, pts_s, now_s))

    def hear(self, sound: Sound, pts_s: float) -> None:
        """Take sound."""
        self._came_s = capture_clock()
        if (ring := self.ring) is not None:
            ring.push(sound, pts_s)

    def picture(self, now_s: float) -> av.VideoFrame | None:
        """Return what is to be seen at *now_s* (capture clock); ``None`` when it is too old."""
        ring = self.ring
        heard_s = ring.heard_pts_s(now_s) if ring is not None else None
        with self._lock:
            while self._waiting and _is_due(self._waiting[0], heard_s, now_s):
                self._shown = self._waiting.popleft()
            if self._shown is None or now_s - self._shown.came_s > KEPT_S + LONGEST_WAIT_S:
                return None
            return self._shown.frame

    def silent_s(self, now_s: float) -> float:
        """Return for how long neither picture nor sound has come; infinite if they never did."""
        return now_s - self._came_s


def _is_due(waiting: _Waiting, heard_s: float | None, now_s: float) -> bool:
    if heard_s is None or now_s - waiting.came_s > LONGEST_WAIT_S:
        return True
    ahead_s = waiting.pts_s - heard_s - LEAD_S
    return ahead_s <= 0.0 or ahead_s >= 1.0  # more is no lead but another time line
