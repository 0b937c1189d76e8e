"""Leaves out pictures of a source that gives more than are wanted."""

from __future__ import annotations


class Thinner:
    """Lets through at most *fps* pictures a second, evenly."""

    def __init__(self, fps: int) -> None:
        self._period_s = 1 / fps
        self._next_s = 0.0

    def wants(self, at_s: float) -> bool:
        """Return whether the picture taken at *at_s* is to be used.

        Half a period of patience lets a source of the same rate through in spite of its jitter.
        """
        if at_s < self._next_s - self._period_s / 2:
            return False
        self._next_s = max(self._next_s + self._period_s, at_s + self._period_s / 2)
        return True
