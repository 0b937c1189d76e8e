"""Grids: all tiles alike."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from lianmai.core.stage.geometry import Rect, rect_between
from lianmai.core.stage.request import Placement, StageRequest


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
    lies = width_px >= height_px
    best, best_merit = GridShape(1, count), (-1.0, 0, 0)
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        picture_width_px = round(min(width_px / columns, height_px / rows * aspect), 6)
        merit = picture_width_px, -columns * rows, columns if lies else rows
        if merit > best_merit:
            best, best_merit = GridShape(columns, rows), merit
    return best


def arrange_grid(
    count: int, width_px: int, height_px: int, gap_px: int = 0, aspect: float = 16 / 9
) -> list[Rect]:
    """Return *count* rectangles that fill a stage of the given size, row by row.

    Cells are equal but for a pixel of rounding, *gap_px* apart; a last row that is not full is
    centred. Nothing overlaps and nothing leaves the stage.
    """
    if count < 1:
        return []
    return _cells(
        count, grid_shape(count, width_px, height_px, aspect), width_px, height_px, gap_px
    )


def _cells(count: int, shape: GridShape, width_px: int, height_px: int, gap_px: int) -> list[Rect]:
    rects = []
    for index in range(count):
        row, column = divmod(index, shape.columns)
        empty = shape.columns - min(shape.columns, count - row * shape.columns)
        left, right = _span(column, shape.columns, width_px, gap_px, half_cells=empty)
        top, bottom = _span(row, shape.rows, height_px, gap_px)
        rects.append(Rect(left, top, max(0, right - left), max(0, bottom - top)))
    return rects


def close_grid(request: StageRequest) -> list[Placement]:
    """Place a grid whose cells have the pictures' shape, close together in the middle.

    `arrange_grid` would share out the whole stage, and gaps between pictures with it.
    """
    gap_px, aspect = request.gap_px, request.aspect
    shape = grid_shape(request.count, request.width_px, request.height_px, aspect)
    width = (request.width_px - gap_px * (shape.columns - 1)) / shape.columns
    height = (request.height_px - gap_px * (shape.rows - 1)) / shape.rows
    width, height = max(0.0, min(width, height * aspect)), max(0.0, min(height, width / aspect))
    across, down = width + gap_px, height + gap_px
    top = (request.height_px - down * shape.rows + gap_px) / 2
    placements = []
    for index in range(request.count):
        row, column = divmod(index, shape.columns)
        in_row = min(shape.columns, request.count - row * shape.columns)
        x = (request.width_px - across * in_row + gap_px) / 2 + column * across
        y = top + row * down
        placements.append(Placement(index, rect_between(x, y, x + width, y + height)))
    return placements


def side_by_side(request: StageRequest) -> list[Placement]:
    """Place equal tiles in one row, or on a stage that stands in one column."""
    lies = request.width_px >= request.height_px
    shape = GridShape(request.count, 1) if lies else GridShape(1, request.count)
    rects = _cells(request.count, shape, request.width_px, request.height_px, request.gap_px)
    return [Placement(index, rect) for index, rect in enumerate(rects)]


def _span(
    index: int, count: int, length_px: int, gap_px: int, half_cells: int = 0
) -> tuple[int, int]:
    """Return start and end of the cell *index* of *count* along one side, moved by *half_cells*.

    In whole numbers: a cell's end and its neighbour's start must not be rounded differently.
    """
    start, end = 2 * index + half_cells, 2 * (index + 1) + half_cells
    pitches_px = length_px + gap_px
    return start * pitches_px // (2 * count), end * pitches_px // (2 * count) - gap_px
