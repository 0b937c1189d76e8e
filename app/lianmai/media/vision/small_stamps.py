"""Finds stamps whose cells are hardly wider than a pixel: runs of pixels say nothing there.

A phone's upright picture of 360 px at a quarter has cells of 1.4 px. Between pixels its light and
dark are still apart, so the sync word is looked for at every half pixel and in every such size.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from lianmai.core.stamp import CELLS
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.measuring import SYNC, Cells, Floats, levels_at

Place: TypeAlias = tuple[float, float]
"""Where a sync word starts, and how wide a cell is, in px."""

_CELLS_PX = np.linspace(1.25, 2.0, 13)
_PATTERN = np.array((0, 0, *SYNC), np.bool_)  # with the last cells of the quiet zone
_WINDOW_PX = 64
_FEWEST_EDGES = 12
"""So many changes between light and dark are within `_WINDOW_PX` of the start of a small stamp."""
_LEAST_APART = 24
_MOST_WORDS = 40
_WORD_PX, _ALIKE = 12, 0.8


def small_sync_words(luma: Pixels, y: int) -> list[Place]:
    """Return where small sync words may be in row *y* of *luma*, the clearest first."""
    row = luma[y]
    starts = _starts(row)
    if len(starts):
        starts = starts[_goes_on(luma, y)[starts.astype(np.intp)]]
    if not len(starts):
        return []
    cells_px, starts_px = (it.ravel() for it in np.meshgrid(_CELLS_PX, starts))
    offsets = np.arange(len(_PATTERN)) - 1.5
    at_px: Floats = starts_px[:, None] + offsets[None] * cells_px[:, None] - 0.5
    levels = levels_at(row, at_px)
    apart = levels[:, _PATTERN].min(axis=1) - levels[:, ~_PATTERN].max(axis=1)
    words: list[Place] = []
    for index in np.argsort(-apart):
        if apart[index] < _LEAST_APART or len(words) == _MOST_WORDS:
            break
        if all(abs(starts_px[index] - start_px) > 1.5 for start_px, _ in words):
            words.append((float(starts_px[index]), float(cells_px[index])))
    return words


def _starts(row: Pixels) -> Floats:
    """Return the half pixels around rises of *row* after which light and dark change often."""
    light = (row > 127).view(np.int8)
    edges = np.flatnonzero(np.diff(light))
    if len(edges) < _FEWEST_EDGES:
        return np.empty(0)
    first, last = edges[: len(edges) - _FEWEST_EDGES + 1], edges[_FEWEST_EDGES - 1 :]
    at = first[(last - first <= _WINDOW_PX) & (light[first] == 0)]
    at = at[(at >= 4) & (at + CELLS < len(row))]
    return np.unique((at[:, None] + np.arange(0, 2.1, 0.5)[None]).ravel())


def _goes_on(luma: Pixels, y: int) -> Cells:
    """Tell for each column whether what begins there goes on in the row above or below."""
    light = luma[y] > 127
    found = np.zeros(len(light), np.bool_)
    for other in (y - 1, y + 1):
        if 0 <= other < luma.shape[0]:
            same = np.convolve(light == (luma[other] > 127), np.ones(_WORD_PX), "full")
            found |= same[_WORD_PX - 1 :] >= _ALIKE * _WORD_PX
    return found
