"""Statistics of what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that *percent* of the *values* do not exceed, interpolated linearly.

    Raises:
        ValueError: If there are no values, or *percent* is not within 0 to 100.
    """
    if not values:
        raise ValueError("there are no values")
    if not 0 <= percent <= 100:
        raise ValueError(f"percent must be within 0 to 100, got {percent}")
    ordered = sorted(values)
    position = (len(ordered) - 1) * percent / 100
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


@dataclass(frozen=True)
class Spread:
    """The middle and the tail of some values, in their own unit."""

    p50: float
    p95: float
    highest: float
    count: int


def spread(values: Sequence[float]) -> Spread | None:
    """Return the spread of *values*, ``None`` when there are none."""
    if not values:
        return None
    return Spread(percentile(values, 50), percentile(values, 95), max(values), len(values))


def middle(values: Sequence[float | None]) -> float | None:
    """Return the median of what was measured; repetitions that failed are ``None``."""
    known = [value for value in values if value is not None]
    return median(known) if known else None


def ratio(value: float | None, yardstick: float | None) -> float | None:
    """Return *value* in terms of *yardstick*, ``None`` unless both were measured."""
    if value is None or not yardstick:
        return None
    return value / yardstick


def difference(value: float | None, yardstick: float | None) -> float | None:
    """Return by how much *value* exceeds *yardstick*, ``None`` unless both were measured."""
    return None if value is None or yardstick is None else value - yardstick


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the rise of y per unit of x: the median over all pairs (Theil-Sen).

    Single outliers, such as a reset in the middle of an hour, do not move it. Of more than 200
    points an even selection is used. 0.0 when no two points differ in x.
    """
    step = max(1, len(points) // 200)
    pairs = combinations(points[::step], 2)
    rises = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairs if x1 != x2]
    return median(rises) if rises else 0.0
