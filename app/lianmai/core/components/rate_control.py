"""How many bits the picture may have, judged by how long packets wait for the network.

Pure: numbers and a clock go in. The names of the phone's two strategies and their bounds are its
own; figures are chosen here, as none are published.
"""

from __future__ import annotations

from dataclasses import dataclass

BUSY_S, CALM_S = 0.12, 2.0
"""A packet that waits longer than the first means a network too slow; it has caught up when none
did for the second."""


@dataclass(frozen=True)
class Temper:
    """How readily the bitrate follows the network.

    It falls when packets wait longer than *patience_s*, at most every *pause_s*; it rises by the
    factor *step* after they waited less than `_CLEAR_S` for *calm_s*.
    """

    patience_s: float
    pause_s: float
    calm_s: float
    step: float


SENSITIVE = Temper(patience_s=BUSY_S, pause_s=0.6, calm_s=1.0, step=1.15)
"""For calls: delay is what hurts."""
SLOW = Temper(patience_s=0.35, pause_s=1.5, calm_s=4.0, step=1.1)
"""For broadcasts: the picture stays sharp as long as it can."""

_CLEAR_S = 0.06
_MARGIN = 0.85
"""What part of the rate the network took is asked for next: the rest empties the queue."""
_CUT, _DEEPEST_CUT = 0.8, 0.4
"""Bounds of one fall: a stall, in which nothing is taken, says little about the rate after it."""
_NEAR = 0.9
_LONGEST_WAIT_S = 60.0


class RateControl:
    """Finds the highest bitrate within bounds at which nothing piles up.

    A rate that was too high once is remembered: it is tried again only after a wait, which
    doubles with every failure. So a steady network sees fewer and fewer attempts.
    """

    def __init__(self, bounds_kbps: tuple[int, int], temper: Temper, now_s: float) -> None:
        self.lowest_kbps, self.highest_kbps = bounds_kbps
        self.kbps = self.highest_kbps
        self._temper = temper
        self._ceiling_kbps = float("inf")
        self._wait_s = temper.calm_s
        self._fell_s = float("-inf")
        self._clear_since_s = now_s

    def feed(self, queue_s: float, taken_kbps: float, now_s: float) -> None:
        """Judge by the age of the oldest waiting packet and what the network took of late."""
        if queue_s > _CLEAR_S:
            self._clear_since_s = now_s
        if queue_s > self._temper.patience_s:
            if now_s - self._fell_s >= self._temper.pause_s:
                self._fall(taken_kbps, now_s)
        elif now_s - self._clear_since_s >= self._calm_s():
            self._rise(now_s)

    def _fall(self, taken_kbps: float, now_s: float) -> None:
        if self.kbps > self._ceiling_kbps * _NEAR:
            self._wait_s = min(self._wait_s * 2, _LONGEST_WAIT_S)
        self._ceiling_kbps = self.kbps
        self._fell_s = now_s
        fallen_kbps = min(self.kbps * _CUT, taken_kbps * _MARGIN)
        self._set(max(fallen_kbps, self.kbps * _DEEPEST_CUT))

    def _rise(self, now_s: float) -> None:
        self._clear_since_s = now_s
        if self.kbps > self._ceiling_kbps:  # it went well this time: the network is better now
            self._ceiling_kbps, self._wait_s = float("inf"), self._temper.calm_s
        self._set(self.kbps * self._temper.step)

    def _calm_s(self) -> float:
        """Return how long all must be well before more is tried."""
        is_risky = self.kbps * self._temper.step > self._ceiling_kbps * _NEAR
        return max(self._wait_s, self._temper.calm_s) if is_risky else self._temper.calm_s

    def _set(self, kbps: float) -> None:
        self.kbps = round(min(max(kbps, self.lowest_kbps), self.highest_kbps))


class BusyWatch:
    """Tells once when the network becomes too slow, and again only after it has caught up."""

    def __init__(self) -> None:
        self._busy_s = float("-inf")

    def begins(self, queue_s: float, now_s: float) -> bool:
        """Return whether it has become too slow just now."""
        if queue_s <= BUSY_S:
            return False
        was_busy = now_s - self._busy_s < CALM_S
        self._busy_s = now_s
        return not was_busy
