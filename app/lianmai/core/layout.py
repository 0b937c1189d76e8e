"""Where tiles go: pure geometry, in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Rect:
    """A rectangle in px, its origin at the top left."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class GridShape:
    """How many *columns* and *rows* hold the tiles."""

    columns: int
    rows: int


def grid_shape(count: int, width_px: int, height_px: int, aspect: float = 16 / 9) -> GridShape:
    """Return the shape in which *count* pictures of *aspect* (width / height) come out largest.

    Of shapes that give pictures of one size the one with the fewest empty cells wins, then the
    one that lies or stands like the stage.

    Raises:
        ValueError: If *count* is below 1.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}")
    shapes = [GridShape(columns, ceil(count / columns)) for columns in range(1, count + 1)]

    def merit(shape: GridShape) -> tuple[float, int, int]:
        picture_width_px = min(width_px / shape.columns, height_px / shape.rows * aspect)
        cells = shape.columns * shape.rows
        likeness = shape.columns if width_px >= height_px else shape.rows
        return round(picture_width_px, 6), -cells, likeness

    return max(shapes, key=merit)


def arrange_grid(
    count: int, width_px: int, height_px: int, gap_px: int = 0, aspect: float = 16 / 9
) -> list[Rect]:
    """Return *count* rectangles that fill a stage of the given size, row by row.

    Cells are equal but for a pixel of rounding, *gap_px* apart; a last row that is not full is
    centred. Nothing overlaps and nothing leaves the stage.
    """
    if count < 1:
        return []
    shape = grid_shape(count, width_px, height_px, aspect)
    rects = []
    for index in range(count):
        row, column = divmod(index, shape.columns)
        empty = shape.columns - min(shape.columns, count - row * shape.columns)
        left, right = _span(column, shape.columns, width_px, gap_px, half_cells=empty)
        top, bottom = _span(row, shape.rows, height_px, gap_px)
        rects.append(Rect(left, top, max(0, right - left), max(0, bottom - top)))
    return rects


def _span(
    index: int, count: int, length_px: int, gap_px: int, half_cells: int = 0
) -> tuple[int, int]:
    """Return start and end of the cell *index* of *count* along one side, moved by *half_cells*.

    In whole numbers: a cell's end and its neighbour's start must not be rounded differently.
    """
    start, end = 2 * index + half_cells, 2 * (index + 1) + half_cells
    pitches_px = length_px + gap_px
    return start * pitches_px // (2 * count), end * pitches_px // (2 * count) - gap_px
