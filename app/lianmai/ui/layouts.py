"""The layouts a stage knows, by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from lianmai.core.layout import Rect, arrange_grid, grid_shape


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
    """Return a grid whose cells have the pictures' shape, close together in the middle.

    `arrange_grid` would share out the whole stage, and gaps between pictures with it.
    """
    if count < 1:
        return []
    shape = grid_shape(count, width_px, height_px, aspect)
    columns, rows = shape.columns, shape.rows
    cell_width = (width_px - gap_px * (columns - 1)) / columns
    cell_height = (height_px - gap_px * (rows - 1)) / rows
    cell_width, cell_height = (
        min(cell_width, cell_height * aspect),
        min(cell_height, cell_width / aspect),
    )
    width = min(width_px, round(cell_width * columns + gap_px * (columns - 1)))
    height = min(height_px, round(cell_height * rows + gap_px * (rows - 1)))
    left, top = (width_px - width) // 2, (height_px - height) // 2
    rects = arrange_grid(count, width, height, gap_px, aspect)
    return [replace(rect, x=rect.x + left, y=rect.y + top) for rect in rects]


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
