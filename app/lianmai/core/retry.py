"""When to try again: waits that grow, with a last attempt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Backoff:
    """Waits of *first_s*, *first_s* x *factor*, ... up to *longest_s*, *attempts* in all.

    A success starts the series anew: call `waits` again.
    """

    first_s: float = 0.5
    factor: float = 2.0
    longest_s: float = 8.0
    attempts: int = 8

    def waits(self) -> Iterator[float]:
        """Yield the wait before each further attempt, in seconds."""
        wait_s = self.first_s
        for _ in range(self.attempts):
            yield min(wait_s, self.longest_s)
            wait_s *= self.factor


QUICK = Backoff()
"""Our own: back as soon as can be, without pressing a server that is not there."""
PHONE = Backoff(first_s=3.0, factor=1.0, longest_s=3.0, attempts=3)
"""The phone components' rule: three more attempts three seconds apart, then the page has to act."""
PATIENT = Backoff(longest_s=4.0, attempts=1_000_000)
"""For what is wanted until somebody says otherwise."""
