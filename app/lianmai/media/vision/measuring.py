"""Measures a stamp in a picture to a fraction of a pixel, once its cells are known."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lianmai.core.stamp import CELLS, encode_cells
from lianmai.media.picture.planes import Pixels

Floats: TypeAlias = NDArray[np.float64]
Cells: TypeAlias = NDArray[np.bool_]

QUIET_CELLS = 4
SYNC = tuple(encode_cells(0, 0)[QUIET_CELLS:12])
CENTERS = np.arange(CELLS) + 0.5
TOLD = CENTERS[QUIET_CELLS:-QUIET_CELLS]
"""The middles of the cells that say something."""

_MOST_SHARE = 0.12
"""A strip is at most this high, as a share of its width: a picture of 9:16, a small one."""
_STRAY, _NEARLY_FULL = 0.15, 0.85
"""Shares of the full contrast: less is the picture's own, more is a row well inside."""
_BLUR = 2
"""So many rows beyond its edges a strip may be blurred."""
_NEAR_CELLS, _NEAR_PX = 0.4, 0.6
_LEAST_EDGES = 0.9
"""So many of a stamp's edges, as a share, must be found."""
_PLACE_CELLS, _PLACE_PX, _STRAY_EDGES = 0.2, 0.35, 2
"""How far edges may be from where they belong, and how many may belong nowhere."""
_LEAST_CONTRAST = 60


def levels_at(row: Pixels | Floats, at_px: Floats) -> Floats:
    """Return *row* between its pixels."""
    before = at_px.astype(np.intp)
    share = at_px - before
    return row[before] * (1 - share) + row[before + 1] * share


def clearness(levels: Floats) -> Floats:
    """Return for each line of *levels* how far its light and dark ones are apart, 0 to 1."""
    if not len(levels):
        return np.empty(0)
    high, low = levels.max(axis=1), levels.min(axis=1)
    light = levels > ((high + low) / 2)[:, None]
    darkest_light = np.where(light, levels, np.inf).min(axis=1)
    lightest_dark = np.where(light, -np.inf, levels).max(axis=1)
    clear: Floats = (darkest_light - lightest_dark) / np.maximum(high - low, _LEAST_CONTRAST)
    return clear


def contrast_of(
    luma: Pixels, y: int, cells: Cells, left: float, width: float
) -> tuple[int, Floats]:
    """Return a first row, and for it and those below how much lighter white cells are."""
    reach = int(width * _MOST_SHARE) + 3
    first, last = max(0, y - reach), min(luma.shape[0], y + reach + 1)
    columns = np.clip((left + CENTERS * width / CELLS).astype(np.intp), 0, luma.shape[1] - 1)
    told = slice(QUIET_CELLS, -QUIET_CELLS)
    rows = luma[first:last, columns[told]].astype(np.float64)
    white = cells[told]
    return first, rows[:, white].mean(axis=1) - rows[:, ~white].mean(axis=1)


def extent_of(contrast: Floats, at: int) -> tuple[float, float, slice]:
    """Return where the strip around row *at* begins and ends, and the rows well inside.

    A row that is covered by half has half the contrast, so the contrast of all rows adds up to
    the height; blurred edges do, too.
    """
    top = bottom = at
    half = contrast[max(0, at - 2) : at + 3].max() / 2
    while top > 0 and contrast[top - 1] > half:
        top -= 1
    while bottom < len(contrast) - 1 and contrast[bottom + 1] > half:
        bottom += 1
    full = float(np.median(contrast[top : bottom + 1]))
    shares = np.clip(contrast / full, 0, 1)
    shares[shares < _STRAY] = 0
    above = shares[max(0, top - _BLUR) : at].sum()
    below = shares[at : bottom + 1 + _BLUR].sum()
    inner = np.flatnonzero(shares[top : bottom + 1] > _NEARLY_FULL) + top
    return at - above, at + below, slice(int(inner[0]), int(inner[-1]) + 1)


def edges_of(
    profile: Floats,
    cells: Cells,
    left: float,
    width: float,
    told: tuple[int, int] = (QUIET_CELLS, CELLS - QUIET_CELLS),
) -> tuple[float, float] | None:
    """Return left edge and width by which the edges of *cells* fit *profile* best.

    Only those of the cells *told* count, from the first to before the last. ``None`` when too few
    of them are where they should be.
    """
    cell_px = width / CELLS
    at_px, rises = _crossings(profile, cells, left, width, told)
    expected = np.flatnonzero(np.diff(cells.view(np.int8))) + 1
    expected = expected[(expected >= told[0]) & (expected <= told[1])]
    numbers, places = [], []
    for number in expected if len(at_px) else ():
        near = np.where(rises == cells[number], np.abs(at_px - left - number * cell_px), np.inf)
        if near.min() < _NEAR_CELLS * cell_px + _NEAR_PX:
            numbers.append(number)
            places.append(at_px[near.argmin()])
    if len(numbers) < _LEAST_EDGES * len(expected):
        return None
    left, width = _line(np.array(numbers, np.float64), np.array(places))
    cell_px = width / CELLS
    misses = np.abs(np.array(places) - left - cell_px * np.array(numbers))
    in_place = np.count_nonzero(misses < _PLACE_CELLS * cell_px + _PLACE_PX)
    within = (at_px > left + (told[0] - 0.5) * cell_px) & (at_px < left + (told[1] + 0.5) * cell_px)
    is_chance = np.count_nonzero(within) > len(expected) + _STRAY_EDGES
    return None if is_chance or in_place < _LEAST_EDGES * len(expected) else (left, width)


def _crossings(
    profile: Floats, cells: Cells, left: float, width: float, told: tuple[int, int]
) -> tuple[Floats, Cells]:
    """Return where *profile* goes from dark to light or back, and whether it rises there."""
    columns = np.clip((left + CENTERS * width / CELLS).astype(np.intp), 0, len(profile) - 1)
    levels, white = profile[columns[slice(*told)]], cells[slice(*told)]
    middle = (np.median(levels[white]) + np.median(levels[~white])) / 2
    crossings = np.flatnonzero(np.diff((profile > middle).view(np.int8)))
    before, after = profile[crossings], profile[crossings + 1]
    return crossings + 0.5 + (middle - before) / (after - before), after > before


def _line(numbers: Floats, places: Floats) -> tuple[float, float]:
    """Return left edge and width of the strip whose cell edges *numbers* are at *places*."""
    for _ in range(2):  # the second time without those the first line shows to be wrong
        cell_px, left = np.polyfit(numbers, places, 1)
        misses = np.abs(places - left - cell_px * numbers)
        good = misses <= max(0.4, 3 * float(np.median(misses)))
        numbers, places = numbers[good], places[good]
    return float(left), float(cell_px * CELLS)
