"""The layouts a stage knows, by name."""

from __future__ import annotations

from typing import Protocol

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.grid import close_grid
from lianmai.core.stage.request import StageRequest


class Arrange(Protocol):
    """Places tiles on a stage."""

    def __call__(
        self, count: int, width_px: int, height_px: int, gap_px: int, aspect: float
    ) -> list[Rect]:
        """Return *count* rectangles inside a stage of the given size.

        *aspect*, width / height, is the usual one of the pictures.
        """


def arrange_close_grid(
    count: int, width_px: int, height_px: int, gap_px: int, aspect: float
) -> list[Rect]:
    """Return a grid whose cells have the pictures' shape, close together in the middle."""
    if count < 1:
        return []
    request = StageRequest(count, width_px, height_px, gap_px, aspect)
    return [placement.rect for placement in close_grid(request)]


LAYOUTS: dict[str, Arrange] = {"grid": arrange_close_grid}
USUAL_LAYOUT = "grid"


def layout_named(name: str) -> Arrange:
    """Return the layout called *name*.

    Raises:
        ValueError: If there is none; the sentence lists those there are.
    """
    if name not in LAYOUTS:
        raise ValueError(f"Unknown layout {name!r}: use {' or '.join(LAYOUTS)}.")
    return LAYOUTS[name]
