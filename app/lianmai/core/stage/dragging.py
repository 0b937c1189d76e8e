"""Moving and resizing rectangles by mouse, with edges that snap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from lianmai.core.stage.geometry import Rect

Handle: TypeAlias = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
SNAP_PX = 8
LEAST_PX = 2


@dataclass(frozen=True)
class Guides:
    """Lines that edges and middles snap to: columns *across* and rows *down*, in px."""

    across: tuple[int, ...] = ()
    down: tuple[int, ...] = ()


@dataclass(frozen=True)
class Dragged:
    """Where a rectangle goes; *guides* are the lines it has snapped to, to be shown."""

    rect: Rect
    guides: Guides = Guides()


def guides_of(whole: Rect, others: Iterable[Rect], own: Guides = Guides()) -> Guides:
    """Return edges and middles of *whole* and *others*, and the user's *own* lines."""
    across, down = set(own.across), set(own.down)
    for rect in (whole, *others):
        across |= {rect.x, rect.x + rect.width // 2, rect.right}
        down |= {rect.y, rect.y + rect.height // 2, rect.bottom}
    return Guides(tuple(sorted(across)), tuple(sorted(down)))


def moved(
    rect: Rect, right_px: int, down_px: int, guides: Guides = Guides(), reach_px: int = SNAP_PX
) -> Dragged:
    """Return *rect* moved; the nearest of its edges and middles snaps, each way by itself.

    Lines farther than *reach_px* away do not attract it.
    """
    rect = rect.moved(right_px, down_px)
    x, across = _snap((rect.x, rect.x + rect.width // 2, rect.right), guides.across, reach_px)
    y, down = _snap((rect.y, rect.y + rect.height // 2, rect.bottom), guides.down, reach_px)
    return Dragged(rect.moved(x, y), Guides(across, down))


def resized(
    rect: Rect,
    handle: Handle,
    right_px: int,
    down_px: int,
    guides: Guides = Guides(),
    aspect: float | None = None,
    reach_px: int = SNAP_PX,
) -> Dragged:
    """Return *rect* with the edges of *handle* moved; the others stay where they are.

    With an *aspect*, width / height, the shape is kept. Nothing gets smaller than `LEAST_PX`.
    """
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    across: tuple[int, ...] = ()
    down: tuple[int, ...] = ()
    if "w" in handle:
        shift, across = _snap((left + right_px,), guides.across, reach_px)
        left = min(left + right_px + shift, right - LEAST_PX)
    if "e" in handle:
        shift, across = _snap((right + right_px,), guides.across, reach_px)
        right = max(right + right_px + shift, left + LEAST_PX)
    if "n" in handle:
        shift, down = _snap((top + down_px,), guides.down, reach_px)
        top = min(top + down_px + shift, bottom - LEAST_PX)
    if "s" in handle:
        shift, down = _snap((bottom + down_px,), guides.down, reach_px)
        bottom = max(bottom + down_px + shift, top + LEAST_PX)
    dragged = Rect(left, top, right - left, bottom - top)
    if aspect is not None:
        return Dragged(_shaped(dragged, handle, aspect))
    return Dragged(dragged, Guides(across, down))


def inside(rect: Rect, whole: Rect) -> Rect:
    """Return *rect* moved, and if need be made smaller, until it lies in *whole*."""
    width, height = min(rect.width, whole.width), min(rect.height, whole.height)
    x = min(max(rect.x, whole.x), whole.right - width)
    y = min(max(rect.y, whole.y), whole.bottom - height)
    return Rect(x, y, width, height)


def _shaped(rect: Rect, handle: Handle, aspect: float) -> Rect:
    """Return *rect* in the shape of *aspect*; what is opposite of *handle* stays."""
    if handle in ("n", "s"):
        width, height = max(LEAST_PX, round(rect.height * aspect)), rect.height
    else:
        width, height = rect.width, max(LEAST_PX, round(rect.width / aspect))
    x = rect.right - width if "w" in handle else rect.x
    y = rect.bottom - height if "n" in handle else rect.y
    return replace(rect, x=x, y=y, width=width, height=height)


def _snap(edges: Sequence[int], lines: Sequence[int], reach_px: int) -> tuple[int, tuple[int, ...]]:
    """Return how far to go until the nearest of *edges* is on one of *lines*, and those met."""
    shifts = [line - edge for edge in edges for line in lines if abs(line - edge) <= reach_px]
    shift = min(shifts, key=abs, default=0)
    met = {edge + shift for edge in edges} & set(lines) if shifts else set()
    return shift, tuple(sorted(met))
