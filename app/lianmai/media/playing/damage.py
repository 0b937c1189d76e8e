"""Garbage inside a stream: every damaged packet is counted, every burst reported once."""

from __future__ import annotations

from lianmai.media.playing.play_facts import Part, PlayFacts

_QUIET_S = 1.0


class Damage:
    """What could not be decoded on one connection; belongs to one thread."""

    def __init__(self, facts: PlayFacts) -> None:
        self.count = 0
        self._facts = facts
        self._last_s = float("-inf")

    def hit(self, reason: str, now_s: float, part: Part | None = None) -> None:
        """Count one, in a piece of *part* if that is known; a second of quiet ends a burst."""
        self.count += 1
        is_new_burst = now_s - self._last_s > _QUIET_S
        self._last_s = now_s
        if is_new_burst:
            self._facts.report("garbage", {"reason": reason})
        if part is not None:
            self._facts.failed(part, now_s)
