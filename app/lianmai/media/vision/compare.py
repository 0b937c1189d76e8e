"""Compares pictures of stages, pixel by pixel, around what is live in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import av
import numpy as np
from numpy.typing import NDArray

from lianmai.core.sentences import sentence
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.golden import (
    USUAL_TOLERANCE,
    GoldenReport,
    PixelCount,
    StageShot,
    Tolerance,
    pixel_difference,
    size_difference,
    tile_differences,
)
from lianmai.media.picture.planes import Pixels

_DIM, _RED, _BLUE = 0.45, (255, 48, 48), (60, 90, 160)
_FLAT_SHARE = 0.75
"""An avatar's ground takes more of a tile than any one colour of a picture."""
_STEP = 3


@dataclass(frozen=True)
class Compared:
    """What comparing found, and a picture of it, shape (height, width, 3), red where it differs.

    There is none when the sizes differ.
    """

    report: GoldenReport
    difference: Pixels | None = None


def rgb_of(frame: av.VideoFrame) -> Pixels:
    """Return the colours of *frame*, shape (height, width, 3)."""
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def compare_shots(
    golden: Pixels,
    golden_shot: StageShot,
    seen: Pixels,
    seen_shot: StageShot | None,
    tolerance: Tolerance = USUAL_TOLERANCE,
) -> Compared:
    """Compare two pictures, shape (height, width, 3), in the part that is the stage.

    Without *seen_shot*, *seen* is a picture of a stage of which nothing else is known: then a
    tile's picture is looked for where the golden has one.
    """
    height, width = seen.shape[:2]
    place = seen_shot.place if seen_shot else Rect(0, 0, width, height)
    expected = len(golden_shot.tiles)
    if problem := size_difference(golden_shot.place, place):
        return Compared(GoldenReport((problem,), tiles_expected=expected))
    before, now = _cut(golden, golden_shot.place), _cut(seen, place)
    if before.shape != now.shape:
        problem = sentence("A picture is smaller than the stage it should show: save it anew.")
        return Compared(GoldenReport((problem,), tiles_expected=expected))
    masks = golden_shot.masks() + (seen_shot.masks() if seen_shot else [])
    pixels, difference = compare_pixels(before, now, masks, tolerance.level)
    if seen_shot is not None:
        of_tiles = tile_differences(golden_shot.tiles, seen_shot.tiles, tolerance.place_px)
        unchecked: tuple[str, ...] = ()
    else:
        of_tiles = _absences(now, golden_shot)
        unchecked = (
            sentence("The picture does not say where its tiles are: only pixels were compared."),
        )
    of_pixels = pixel_difference(pixels, tolerance)
    report = GoldenReport(
        (*of_tiles, of_pixels) if of_pixels else tuple(of_tiles),
        unchecked,
        pixels,
        tiles_agreed=max(0, expected - len(of_tiles)),
        tiles_expected=expected,
    )
    return Compared(report, difference)


def compare_pixels(
    golden: Pixels, seen: Pixels, masks: Sequence[Rect], level: int
) -> tuple[PixelCount, Pixels]:
    """Count pixels outside of *masks* that differ by more than *level*; return a picture, too.

    Both have the same shape (height, width, 3); the picture is *seen*, darker, with *masks* blue.
    """
    is_compared = np.ones(golden.shape[:2], np.bool_)
    for mask in masks:
        is_compared[max(0, mask.y) : mask.bottom, max(0, mask.x) : mask.right] = False
    distance = np.maximum(golden, seen) - np.minimum(golden, seen)
    worst = distance.max(axis=2) * is_compared
    differs: NDArray[np.bool_] = worst > level
    count = PixelCount(int(is_compared.sum()), int(differs.sum()), int(worst.max(initial=0)))
    return replace(count, box=_box(differs)), _picture(seen, is_compared, differs)


def is_flat(pixels: Pixels, place: Rect) -> bool:
    """Tell whether one colour fills most of *place*, as where there is no picture."""
    part = _cut(pixels, place)[::_STEP, ::_STEP].reshape(-1, 3).astype(np.uint32)
    if not part.size:
        return True
    colors = (part[:, 0] << 16) | (part[:, 1] << 8) | part[:, 2]
    counts = np.unique(colors, return_counts=True)[1]
    return bool(counts.max() > _FLAT_SHARE * len(colors))


def _absences(seen: Pixels, golden: StageShot) -> list[str]:
    """Return a sentence for each tile in which no picture can be seen any more."""
    return [
        sentence("{name}: no picture is seen where the golden has one.", name=tile.name)
        for tile in golden.tiles
        if tile.has_picture and is_flat(seen, tile.card)
    ]


def _cut(pixels: Pixels, place: Rect) -> Pixels:
    return pixels[max(0, place.y) : max(0, place.bottom), max(0, place.x) : max(0, place.right)]


def _box(differs: NDArray[np.bool_]) -> Rect | None:
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return None
    x, y = int(columns[0]), int(rows[0])
    return Rect(x, y, int(columns[-1]) - x + 1, int(rows[-1]) - y + 1)


def _picture(seen: Pixels, is_compared: NDArray[np.bool_], differs: NDArray[np.bool_]) -> Pixels:
    grey = seen.mean(axis=2, keepdims=True) * _DIM
    picture = np.repeat(grey, 3, axis=2)
    picture[~is_compared] = picture[~is_compared] * 0.5 + np.array(_BLUE) * 0.5
    picture[differs] = _RED
    return np.ascontiguousarray(picture.astype(np.uint8))
