"""Finds stamps anywhere in a picture, and measures where they are.

A row of pixels is searched for the sync word by the lengths of its dark and light runs; what
follows is believed when sync and CRC agree. Then the edges of all cells are measured to a
fraction of a pixel, which gives place and width of the strip; its height is where the contrast
between its white and its black cells begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lianmai.core.stamp import CELLS, Stamp, decode_cells, encode_cells
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.measuring import (
    QUIET_CELLS,
    SYNC,
    TOLD,
    Cells,
    Floats,
    clearness,
    contrast_of,
    edges_of,
    extent_of,
    levels_at,
)
from lianmai.media.vision.small_stamps import small_sync_words

_MIN_CELL_PX = 1.8
"""Below, see `lianmai.media.vision.small_stamps`."""
_ROW_STEP = 2
"""Rows looked at: a strip that can be read at all is three rows high."""
_SYNC_CELLS = 6  # from its first white cell to its last two
_ALIKE = 0.8
_SLACK = 0.35
_STARTS_PX = (-0.5, 0.0, 0.5)
_LEAST_CLEAR = 0.08
_LEAST_CHANGES = 14
"""A clock's digits vary; darkness after something like a sync word is no stamp, though its check
sum is right."""
_LEAST_SHARE = 1 / 62
"""No strip is lower, as a share of its width: a picture of 16:9, a large one."""


@dataclass(frozen=True)
class Strip:
    """A stamp in a picture: *left*, *width*, *top* and *bottom* in px, to a fraction.

    *clear* is how far its light and dark cells are apart, 0 to 1.
    """

    stamp: Stamp
    left: float
    width: float
    top: float
    bottom: float
    clear: float

    def is_over(self, other: Strip) -> bool:
        """Tell whether the two cannot both be there: one of them is chance."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return down > 1 and across > min(self.width, other.width) / 16


def find_strips(luma: Pixels) -> list[Strip]:
    """Return whatever looks like a stamp in *luma*, shape (height, width).

    In small ones chance finds a second one now and then: see `Strip.is_over`.
    """
    found: list[Strip] = []
    for y in range(0, luma.shape[0], _ROW_STEP):
        row = luma[y]
        for start_px, cell_px in (*_sync_words(row), *small_sync_words(luma, y)):
            if any(_is_in(strip, y, start_px) for strip in found):
                continue
            if not _goes_on(luma, y, start_px, cell_px):
                continue
            rough = _read(row, start_px, cell_px)
            if rough is not None and (strip := _measured(luma, y, *rough)) is not None:
                found.append(strip)
    return found


def _is_in(strip: Strip, y: int, start_px: float) -> bool:
    cell_px = strip.width / CELLS
    at_px = strip.left + QUIET_CELLS * cell_px
    return strip.top - 1 <= y <= strip.bottom + 1 and abs(at_px - start_px) <= 2 * cell_px


def _sync_words(row: Pixels) -> Iterator[tuple[float, float]]:
    """Yield start and cell width, in px, of what may be sync words ``1 0 1 0 1 1`` in *row*.

    Cells are whole pixels in what was sent, scaling blurs their edges, and here they are rounded
    again: lengths may be a pixel and a half, or a quarter of a cell, off.
    """
    edges: NDArray[np.intp] = np.flatnonzero(np.diff((row > 127).view(np.int8))) + 1
    if len(edges) < 6:
        return
    first = np.arange(len(edges) - 5)
    cells = (edges[first + 5] - edges[first]) / _SYNC_CELLS
    slack = np.maximum(1.0, cells / 4) + 0.5
    fits = (row[edges[first]] > 127) & (cells >= _MIN_CELL_PX)
    for offset, length in enumerate((1, 1, 1, 1, 2), start=1):
        runs = edges[first + offset] - edges[first + offset - 1]
        fits &= np.abs(runs - length * cells) <= slack
    for index in np.flatnonzero(fits):
        yield float(edges[index]), float(cells[index])


def _goes_on(luma: Pixels, y: int, start_px: float, cell_px: float) -> bool:
    """Tell whether the row above or below has the same pattern: a strip is no single row."""
    columns = slice(round(start_px), round(start_px + _SYNC_CELLS * cell_px))
    here = luma[y, columns] > 127
    rows = [row for row in (y - 1, y + 1) if 0 <= row < luma.shape[0]]
    return any(bool(((luma[row, columns] > 127) == here).mean() > _ALIKE) for row in rows)


def _read(row: Pixels, start_px: float, cell_px: float) -> tuple[Stamp, float, float] | None:
    """Return the stamp whose sync starts at *start_px*, its left edge and its width.

    Place and width are known to a pixel in six cells only. All near them are tried, those first
    whose light and dark cells differ most: they sample furthest from the edges of the cells.
    """
    span = CELLS * min(_SLACK, cell_px / 8)
    widths = np.arange(CELLS * cell_px - span, CELLS * cell_px + span + 0.5, 0.5)
    starts = start_px + np.array(_STARTS_PX)
    grid_widths, grid_starts = (it.ravel() for it in np.meshgrid(widths, starts))
    lefts = grid_starts - QUIET_CELLS * grid_widths / CELLS
    at_px = lefts[:, None] + TOLD[None] * grid_widths[:, None] / CELLS - 0.5
    inside = (at_px[:, 0] >= 0) & (at_px[:, -1] < len(row) - 1)
    levels = levels_at(row, at_px[inside])
    if not len(levels):
        return None
    clear = np.where(_has_sync(levels), clearness(levels), -1.0)
    for index in np.argsort(-clear):
        if clear[index] < _LEAST_CLEAR:
            break
        if (stamp := _decoded(levels[index])) is not None:
            return stamp, float(lefts[inside][index]), float(grid_widths[inside][index])
    return None


def _has_sync(levels: Floats) -> Cells:
    """Tell of each line of *levels* whether it begins with the sync word."""
    light = levels > (levels.max(axis=1) + levels.min(axis=1))[:, None] / 2
    found: Cells = (light[:, : len(SYNC)] == np.array(SYNC)).all(axis=1)
    return found


def _decoded(levels: Floats) -> Stamp | None:
    """Return what *levels* of all cells but the quiet ones say.

    A tile that fills its place may have lost those, and sync and CRC are proof enough.
    """
    told = levels.astype(np.intp).tolist()
    quiet = [min(told)] * QUIET_CELLS
    return decode_cells([*quiet, *told, *quiet])


def _measured(luma: Pixels, y: int, stamp: Stamp, left: float, width: float) -> Strip | None:
    """Return the strip in row *y*; ``None`` when what was read there is chance."""
    cells = np.array(encode_cells(stamp.sender, stamp.time_ms), np.bool_)
    if np.count_nonzero(np.diff(cells)) < _LEAST_CHANGES:
        return None
    first, contrast = contrast_of(luma, y, cells, left, width)
    top, bottom, inner = extent_of(contrast, y - first)
    profile = luma[first + inner.start : first + inner.stop].mean(axis=0, dtype=np.float64)
    fitted = edges_of(profile, cells, left, width)
    if fitted is None or bottom - top < fitted[1] * _LEAST_SHARE:
        return None
    left, width = fitted
    at_px = np.clip(left + TOLD * width / CELLS - 0.5, 0, len(profile) - 2)
    levels = levels_at(profile, at_px)[None]
    clear = float(clearness(levels)[0])
    if clear < _LEAST_CLEAR or _decoded(levels[0]) != stamp:
        return None
    if not _has_quiet_ends(profile, left, width, float(levels.max() + levels.min()) / 2):
        return None
    return Strip(stamp, left, width, float(first + top), float(first + bottom), clear)


def _has_quiet_ends(profile: Floats, left: float, width: float, middle: float) -> bool:
    """Tell whether it is dark beside what the stamp says.

    Only the two cells next to it count: rounded corners, or a tile of another shape than its
    picture, take the others away.
    """
    cells = np.array((2.5, 3.5, CELLS - 3.5, CELLS - 2.5))
    at_px = left + cells * width / CELLS - 0.5
    inside = at_px[(at_px >= 0) & (at_px < len(profile) - 1)]
    return bool((levels_at(profile, inside) < middle).all())
