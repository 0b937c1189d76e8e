"""Who is next to whom on a stage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from lianmai.core.stage.geometry import Rect

Someone = TypeVar("Someone")


def neighbour(
    rects: Mapping[Someone, Rect], who: Someone, across: int, down: int
) -> Someone | None:
    """Return the nearest of *rects* from *who* in a direction: -1, 0 or 1 each way."""
    if who not in rects:
        return None
    x, y = _middle(rects[who])
    found: dict[Someone, float] = {}
    for other, rect in rects.items():
        other_x, other_y = _middle(rect)
        ahead = (other_x - x) * across + (other_y - y) * down
        aside = abs((other_x - x) * down) + abs((other_y - y) * across)
        if other != who and ahead > 0 and ahead >= aside:
            found[other] = ahead + 2 * aside
    return min(found, key=found.__getitem__, default=None)


def _middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2
