"""How much sound to keep in hand and how fast to play it: neither delay nor gaps for nothing."""

from __future__ import annotations

WINDOW_S = 1.0
FASTER, SLOWER = 1.02, 0.98
"""Two per cent is not heard in speech and works off 20 ms each second."""
USUAL_RESERVE_S = 0.04
"""Two AAC frames of 21 ms: enough for a network without jitter."""
LARGEST_RESERVE_S = 0.15
LARGEST_WAIT_S = 0.4
"""What sound waits at most for pictures that always come later than it."""
_BAND_S = 0.032
_STEP_UP_S = 0.03
_STEP_DOWN_S = 0.002
_TOLERATED_LAG_S = 0.02


class Pace:
    """Watches the least that was left in a buffer over each window.

    What lay unused for a whole window is delay for nothing: play faster. When next to nothing
    was left, the next late packet would be heard: play slower. A sender's clock that differs
    from ours is worked off the same way. The reserve grows with each gap that was heard, and
    when not one picture of a window was in time for its sound; it shrinks by 2 ms a second.
    """

    def __init__(self) -> None:
        self.reserve_s = USUAL_RESERVE_S
        self._speed = 1.0
        self._least_s = self._lag_s = float("inf")
        self._window_end_s: float | None = None

    def speed(self, left_s: float, now_s: float) -> float:
        """Return the speed for the next block, *left_s* being left in the buffer after it."""
        if self._window_end_s is None:
            self._window_end_s = now_s + WINDOW_S
        self._least_s = min(self._least_s, left_s)
        if now_s >= self._window_end_s:
            self._adjust_reserve()
            self._speed = self._speed_for(self._least_s)
            self._least_s, self._window_end_s = left_s, now_s + WINDOW_S
        return self._speed

    def picture_lag(self, lag_s: float) -> None:
        """Note that a picture was shown *lag_s* after its sound was heard."""
        self._lag_s = min(self._lag_s, lag_s)

    def ran_dry(self) -> None:
        """Keep more in hand from now on: a gap was heard."""
        self.reserve_s = max(self.reserve_s, min(LARGEST_RESERVE_S, self.reserve_s + _STEP_UP_S))
        self.restart()

    def restart(self) -> None:
        """Watch anew: the buffer was filled or emptied by a jump."""
        self._speed, self._window_end_s = 1.0, None
        self._least_s = self._lag_s = float("inf")

    def _adjust_reserve(self) -> None:
        lag_s, self._lag_s = self._lag_s, float("inf")
        if _TOLERATED_LAG_S < lag_s < float("inf"):
            # From what was there: a reserve not filled yet must not be enlarged again.
            self.reserve_s = min(LARGEST_WAIT_S, self._least_s + lag_s + _BAND_S)
        else:
            self.reserve_s = max(USUAL_RESERVE_S, self.reserve_s - _STEP_DOWN_S)

    def _speed_for(self, least_s: float) -> float:
        if least_s > self.reserve_s:
            return FASTER
        return SLOWER if least_s < self.reserve_s - _BAND_S else 1.0
