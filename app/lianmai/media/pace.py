"""How much sound to keep in hand and how fast to play it: neither delay nor gaps for nothing."""

from __future__ import annotations

WINDOW_S = 1.0
FASTER, SLOWER = 1.02, 0.98
"""Two per cent is not heard in speech and works off 20 ms each second."""
USUAL_RESERVE_S = 0.04
"""Two AAC frames of 21 ms: enough for a network without jitter."""
LARGEST_RESERVE_S = 0.15
_STEP_UP_S = 0.03
_STEP_DOWN_S = 0.002
_SCARCE_SHARE = 0.2


class Pace:
    """Watches the least that was left in a buffer over each window.

    What lay unused for a whole window is delay for nothing: play faster. When next to nothing
    was left, the next late packet would be heard: play slower. A sender's clock that differs
    from ours is worked off the same way. Each gap that was heard makes the reserve larger; it
    shrinks again by 2 ms a second.
    """

    def __init__(self) -> None:
        self.reserve_s = USUAL_RESERVE_S
        self._speed = 1.0
        self._least_s = float("inf")
        self._window_end_s: float | None = None

    def speed(self, left_s: float, now_s: float) -> float:
        """Return the speed for the next block, *left_s* being left in the buffer after it."""
        if self._window_end_s is None:
            self._window_end_s = now_s + WINDOW_S
        self._least_s = min(self._least_s, left_s)
        if now_s >= self._window_end_s:
            self._speed = self._speed_for(self._least_s)
            self.reserve_s = max(USUAL_RESERVE_S, self.reserve_s - _STEP_DOWN_S)
            self._least_s, self._window_end_s = left_s, now_s + WINDOW_S
        return self._speed

    def ran_dry(self) -> None:
        """Keep more in hand from now on: a gap was heard."""
        self.reserve_s = min(LARGEST_RESERVE_S, self.reserve_s + _STEP_UP_S)
        self.restart()

    def restart(self) -> None:
        """Watch anew: the buffer was filled or emptied by a jump."""
        self._speed, self._least_s, self._window_end_s = 1.0, float("inf"), None

    def _speed_for(self, least_s: float) -> float:
        if least_s > self.reserve_s:
            return FASTER
        return SLOWER if least_s < self.reserve_s * _SCARCE_SHARE else 1.0
