"""Who keeps a seat when others come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Someone = TypeVar("Someone")


def seated(before: Sequence[Someone], present: Sequence[Someone]) -> list[Someone]:
    """Return all who are *present* in an order that moves as few of them as possible.

    Who was there *before* stays on the same place. Newcomers take places that have become free,
    then the end; a place that stays free is taken by the last, so that only one has to move.
    """
    there = set(present)
    seats: list[Someone | None] = [it if it in there else None for it in before]
    known = set(before)
    for newcomer in (it for it in present if it not in known):
        if None in seats:
            seats[seats.index(None)] = newcomer
        else:
            seats.append(newcomer)
    while None in seats:
        last = seats.pop()
        if last is not None:
            seats[seats.index(None)] = last
    return [it for it in seats if it is not None]
