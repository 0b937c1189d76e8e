"""Lengths on a stage as style sheets state them: parts of its width and of its height."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["W", "H"]
_TERM = re.compile(r"([+-]?)(\d+(?:\.\d+)?(?:/\d+)?)?([WH]?)")


@dataclass(frozen=True)
class Length:
    """So many parts of the stage's width and of its height, exactly."""

    of_width: Fraction = Fraction()
    of_height: Fraction = Fraction()

    def __add__(self, other: Length) -> Length:
        return Length(self.of_width + other.of_width, self.of_height + other.of_height)


def length(text: str, side: Side) -> Length:
    """Return the length that *text* says, such as ``1/2H-1/3W``.

    A number without a letter is a part of the stage's own *side*.

    Raises:
        ValueError: If *text* is no such sum.
    """
    total, at = Length(), 0
    while at < len(text):
        term = _TERM.match(text, at)
        if term is None or not (term[2] or term[3]):
            raise ValueError(f"{text!r} is no length: write sums such as 1/2H-1/3W")
        share = Fraction(term[2] or 1) * (-1 if term[1] == "-" else 1)
        total += Length(share) if (term[3] or side) == "W" else Length(of_height=share)
        at = term.end()
    return total
