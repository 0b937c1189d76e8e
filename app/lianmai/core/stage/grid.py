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


def close_grid(request: StageRequest) -> list[Placement]:
    """Place a grid whose cells have the pictures' shape, close together in the middle.

    A last row that is not full is centred. Nothing overlaps and nothing leaves the stage.
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
    length_px = request.width_px if lies else request.height_px
    placements = []
    for index in range(request.count):
        start, end = _span(index, request.count, length_px, request.gap_px)
        size_px = max(0, end - start)
        rect = Rect(start, 0, size_px, request.height_px)
        if not lies:
            rect = Rect(0, start, request.width_px, size_px)
        placements.append(Placement(index, rect))
    return placements


def _span(index: int, count: int, length_px: int, gap_px: int) -> tuple[int, int]:
    """Return start and end of the cell *index* of *count* along one side.

    In whole numbers: a cell's end and its neighbour's start must not be rounded differently.
    """
    pitches_px = length_px + gap_px
    return index * pitches_px // count, (index + 1) * pitches_px // count - gap_px
