"""Figures that read the same in languages of either direction."""

from __future__ import annotations

_ISOLATE, _POP = "\u2066", "\u2069"


def figures(text: str) -> str:
    """Return *text*, numbers with signs between them, to be read from left to right.

    Where lines run from right to left, 640 × 360 would be read as 360 × 640 otherwise.
    """
    return f"{_ISOLATE}{text}{_POP}"
