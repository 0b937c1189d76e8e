"""Garbage inside a stream: every damaged packet is counted, every burst reported once."""

from __future__ import annotations

from lianmai.media.report import Report

_QUIET_S = 1.0


class Damage:
    """What could not be decoded on one connection; belongs to one thread."""

    def __init__(self, report: Report) -> None:
        self.count = 0
        self._report = report
        self._last_s = float("-inf")

    def hit(self, reason: str, now_s: float) -> None:
        """Count one; a second of quiet lies between two bursts."""
        self.count += 1
        is_new_burst = now_s - self._last_s > _QUIET_S
        self._last_s = now_s
        if is_new_burst:
            self._report("garbage", {"reason": reason})
