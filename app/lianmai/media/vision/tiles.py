"""Finds stamped tiles in a picture of a whole stage: who, where, how large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lianmai.core.stage.found import FoundTile
from lianmai.core.stage.oracle import ASPECTS
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.strips import Strip, find_strips

_STRIP_SHARES = 1 / 31, 1 / 18
"""A strip's height as a share of its picture's: a thirtieth, more where that is rounded up."""
_STEP_LUMA = 14
_STEP_ROWS = 2
_BORDER_PX = 2.0
_SEEN = 0.6
"""The share of columns on which a lower edge is seen that leaves no doubt about a tile's shape."""
_AT_STAGE_END = 0.5
"""What the end of the stage counts as: a tile may end there, or somewhere above."""


def find_tiles(luma: Pixels, aspects: Sequence[float] = ASPECTS) -> list[FoundTile]:
    """Return every tile of *luma*, shape (height, width), whose stamp can be read.

    *aspects* are the shapes, width / height, pictures can have. Tiles seen in a mirror, as a
    window may show one's own, are found, too. From top to bottom and left to right.
    """
    width_px = luma.shape[1]
    flipped = luma[:, ::-1]
    seen = [(strip, strip, False) for strip in find_strips(luma)]
    seen += [
        (replace(it, left=width_px - it.left - it.width), it, True) for it in find_strips(flipped)
    ]
    kept: list[Strip] = []
    tiles = []
    for strip, measured, is_mirrored in sorted(seen, key=lambda it: -it[0].clear):
        if not any(strip.is_over(other) for other in kept):
            kept.append(strip)
            shapes = _likely(flipped if is_mirrored else luma, measured, aspects)
            tiles.append(_tile(strip, shapes, is_mirrored))
    return sorted(tiles, key=lambda it: (round(it.y), it.x))


def _tile(strip: Strip, aspects: Sequence[float], is_mirrored: bool) -> FoundTile:
    return FoundTile(
        strip.stamp.sender,
        strip.stamp.time_ms,
        strip.left,
        strip.top,
        strip.width,
        strip.bottom - strip.top,
        tuple(aspects),
        is_mirrored,
    )


def _likely(luma: Pixels, strip: Strip, aspects: Sequence[float]) -> list[float]:
    """Return those of *aspects* that suit the strip, the likeliest first.

    Its height tells a lying from a standing picture. Between neighbours the lower edge decides: one
    that is clearly seen rules others out. Where nothing is to be seen of it, the one whose strip is
    the usual thirtieth is the likeliest.
    """
    height = strip.bottom - strip.top
    lowest, highest = ((height - 0.7) / height, (height + 0.7) / height)
    suits = [
        aspect
        for aspect in aspects
        if _STRIP_SHARES[0] * lowest <= height * aspect / strip.width <= _STRIP_SHARES[1] * highest
    ]

    edges = {aspect: _edge(luma, strip, strip.width / aspect) for aspect in suits}
    seen = [aspect for aspect in suits if edges[aspect] >= _SEEN]

    def likelihood(aspect: float) -> tuple[float, float]:
        return -round(edges[aspect], 1), abs(height * aspect / strip.width - 1 / 30)

    nearest = min(aspects, key=lambda aspect: abs(height * aspect / strip.width - 1 / 30))
    return sorted(seen or suits, key=likelihood) or [nearest]


def _edge(luma: Pixels, strip: Strip, height: float) -> float:
    """Return on which share of its columns a tile of *height* seems to end there."""
    end = strip.top + height
    if end > luma.shape[0] + _BORDER_PX:
        return 0.0
    if end > luma.shape[0] - _BORDER_PX:
        return _AT_STAGE_END
    left, right = max(0, round(strip.left) + 2), round(strip.left + strip.width) - 2
    columns = slice(left, right, max(1, (right - left) // 200))
    best = 0.0
    for row in range(round(end) - 1, round(end) + 2):
        above, below = row - _STEP_ROWS, row + _STEP_ROWS - 1
        if above >= 0 and below < luma.shape[0]:
            step = np.abs(luma[above, columns].astype(np.int16) - luma[below, columns])
            best = max(best, float((step > _STEP_LUMA).mean()))
    return best
