"""Rectangles, in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

_TIE = 1e-6
"""Edges that should be one, such as 1/6 + 1/3 and 1/2, must not be rounded apart."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in px, its origin at the top left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.height

    @property
    def area(self) -> int:
        """How many pixels it has."""
        return self.width * self.height

    def moved(self, right_px: int, down_px: int) -> Rect:
        """Return it elsewhere."""
        return Rect(self.x + right_px, self.y + down_px, self.width, self.height)

    def scaled(self, across: float, down: float) -> Rect:
        """Return it on a drawing larger by these factors; neighbours stay neighbours."""
        return rect_between(self.x * across, self.y * down, self.right * across, self.bottom * down)

    def common(self, other: Rect) -> Rect:
        """Return what both cover; its width or height is 0 when they share nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0, right - x), max(0, bottom - y))

    def overlaps(self, other: Rect) -> bool:
        """Tell whether the two share a pixel."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: Rect) -> bool:
        """Tell whether *other* lies inside, edges included."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle whose edges lie between pixels."""

    x: float
    y: float
    width: float
    height: float


def picture_area(aspect: float, place: Rect, *, covers: bool) -> Area:
    """Return where a picture of *aspect* (width / height) is that is shown in *place*.

    One that *covers* it goes beyond on two sides, which are cut away; else two stay free.
    """
    sides = place.width, place.height * aspect
    width = max(sides) if covers else min(sides)
    height = width / aspect
    left, top = place.x + (place.width - width) / 2, place.y + (place.height - height) / 2
    return Area(left, top, width, height)


def rect_between(left: float, top: float, right: float, bottom: float) -> Rect:
    """Return the rectangle between edges in px, each rounded by itself.

    Neighbours that share an edge thus meet without gap or overlap, whatever their sizes.
    """
    x, y = edge_px(left), edge_px(top)
    return Rect(x, y, max(0, edge_px(right) - x), max(0, edge_px(bottom) - y))


def edge_px(edge: float) -> int:
    """Return *edge* in whole px; halves go up."""
    return floor(edge + 0.5 + _TIE)


def fitted(aspect: float, box: Rect) -> Rect:
    """Return the largest rectangle of *aspect* (width / height) in the middle of *box*."""
    area = picture_area(aspect, box, covers=False)
    return rect_between(area.x, area.y, area.x + area.width, area.y + area.height)
