"""Looks for stamps whose ends are cut away, because a picture covers a tile of another shape.

Such a stamp says neither who nor when for certain. But where it should be is known, and so are
its cells, its sync and its sender: what is seen of them must fit.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lianmai.core.stage.found import FoundPart
from lianmai.core.stage.geometry import Area, Rect, picture_area
from lianmai.core.stamp import CELLS, encode_cells
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.measuring import CENTERS, Cells, Floats, clearness, edges_of, levels_at

_STRIP_SHARE = 1 / 30
_FIRST_TIME_CELL = 20
_LEAST_CELLS = 12
_LEAST_CLEAR, _LEAST_CHANGES = 0.25, 4


def find_part(luma: Pixels, sender: int, place: Rect, aspects: Sequence[float]) -> FoundPart | None:
    """Return what is seen of the stamp of *sender* whose picture covers *place* in *luma*.

    ``None`` when in none of *aspects* anything fits: it is not there, or its upper edge is cut.
    """
    for aspect in aspects:
        area = picture_area(aspect, place, covers=True)
        is_cut = area.width > place.width  # at its sides, so that the upper edge is seen
        if is_cut and (part := _part(luma, sender, place, area)) is not None:
            return part
    return None


def _part(luma: Pixels, sender: int, place: Rect, area: Area) -> FoundPart | None:
    cell_px = area.width / CELLS
    centers = area.x + CENTERS * cell_px
    reach = max(1.0, cell_px / 2)
    seen = np.flatnonzero((centers - reach >= place.x) & (centers + reach <= place.right))
    if len(seen) < _LEAST_CELLS:
        return None
    strip_px = area.height * _STRIP_SHARE
    top, bottom = round(area.y + strip_px * 0.25), round(area.y + strip_px * 0.75)
    rows = luma[max(0, top) : max(bottom, top + 1)]
    if not len(rows):
        return None
    profile = rows.mean(axis=0, dtype=np.float64)
    levels = levels_at(profile, np.clip(centers[seen] - 0.5, 0, len(profile) - 2))
    if float(clearness(levels[None])[0]) < _LEAST_CLEAR:
        return None
    light = levels > (levels.max() + levels.min()) / 2
    if not _is_of(sender, seen, light):
        return None
    return _fitted(profile, sender, seen, light, area)


def _is_of(sender: int, seen: NDArray[np.intp], light: Cells) -> bool:
    """Tell whether what is seen of sync and sender is right, and enough is seen at all."""
    known = seen < _FIRST_TIME_CELL
    expected = np.array(encode_cells(sender, 0), np.bool_)[seen[known]]
    changes = int(np.count_nonzero(light[1:] != light[:-1]))
    return bool((light[known] == expected).all()) and changes >= _LEAST_CHANGES


def _fitted(
    profile: Floats,
    sender: int,
    seen: NDArray[np.intp],
    light: Cells,
    area: Area,
) -> FoundPart | None:
    cells = np.zeros(CELLS, np.bool_)
    cells[seen] = light
    first, last = int(seen[0]), int(seen[-1])
    fitted = edges_of(profile, cells, area.x, area.width, (first + 1, last))
    if fitted is None:
        return None
    return FoundPart(sender, *fitted, first, last, first <= 12 and last >= 19)
