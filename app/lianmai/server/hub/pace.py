"""How often somebody may do something: a bucket of tokens, refilled steadily."""

from __future__ import annotations


class Pace:
    """Allows *burst* at once and *per_s* a second in the long run."""

    def __init__(self, per_s: float, burst: int, now_s: float) -> None:
        self._per_s = per_s
        self._burst = burst
        self._left = float(burst)
        self._seen_s = now_s

    def allows(self, now_s: float) -> bool:
        """Return whether one more is allowed now, and count it if so."""
        passed_s = max(0.0, now_s - self._seen_s)
        self._seen_s = now_s
        self._left = min(self._burst, self._left + passed_s * self._per_s)
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
