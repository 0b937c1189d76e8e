"""How long and how often to measure."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """*watch_s* is how long one player is watched, *rounds* how often each has its turn.

    Players take turns (A B A B), so that what else the machine does meets all of them.
    """

    watch_s: float = 20.0
    settle_s: float = 3.0
    rounds: int = 3
    is_quick: bool = False

    @property
    def turns(self) -> range:
        """The numbers of the rounds."""
        return range(1, self.rounds + 1)


FULL = Plan()
QUICK = Plan(watch_s=3.0, settle_s=1.0, rounds=1, is_quick=True)


def say(text: str) -> None:
    """Tell the person waiting what is going on."""
    print(f"   {text}", file=sys.stderr, flush=True)
