"""Draws the stamp: 64 cells across the top of a picture. `lianmai.core.stamp` knows the bits."""

from __future__ import annotations

import time
from functools import lru_cache

import av
import numpy as np

from lianmai.core.stamp import (
    BLACK_LUMA,
    WHITE_LUMA,
    cell_edges,
    encode_cells,
    stamp_height,
)
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.picture.planes import NEUTRAL_CHROMA, Pixels, planes_of


def unix_ms_at(at_s: float) -> int:
    """Return the Unix time in ms at which the capture clock showed *at_s*."""
    return round((time.time() - capture_clock() + at_s) * 1000)


def draw_stamp(frame: av.VideoFrame, sender: int, unix_ms: int) -> None:
    """Draw the stamp of *sender* and *unix_ms* into a "yuv420p" *frame*, in place."""
    luma, *chroma = planes_of(frame)
    height_px = stamp_height(frame.height)
    luma[:height_px] = _row(frame.width, sender, unix_ms)
    for pixels in chroma:
        pixels[: (height_px + 1) // 2] = NEUTRAL_CHROMA


def _row(width_px: int, sender: int, unix_ms: int) -> Pixels:
    cells = np.array(encode_cells(sender, unix_ms), np.bool_)
    levels = np.where(cells, WHITE_LUMA, BLACK_LUMA).astype(np.uint8)
    return np.repeat(levels, _cell_widths(width_px))


@lru_cache(maxsize=32)
def _cell_widths(width_px: int) -> Pixels:
    return np.diff(np.array(cell_edges(width_px)))
