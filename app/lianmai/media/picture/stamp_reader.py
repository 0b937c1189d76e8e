"""Reads the stamp from a decoded frame. `lianmai.core.stamp` knows the bits."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import av

from lianmai.core.stamp import CELLS, Stamp, cell_edges, decode_cells, stamp_height

_LUMA_FIRST = ("yuv", "nv", "gray")


def read_stamp(frame: av.VideoFrame) -> Stamp | None:
    """Return the stamp of *frame*, or ``None`` where there is none to read.

    *frame* has 8-bit luma in its first plane, of limited or full range; anything else gives
    ``None``. Takes some 0.02 ms.
    """
    if not _has_plain_luma(frame.format) or frame.width < CELLS:
        return None
    plane = frame.planes[0]
    start = min(stamp_height(frame.height), frame.height) // 2 * plane.line_size
    row = memoryview(plane)[start : start + frame.width]
    return decode_cells([row[x] for x in _middles(frame.width)])


def _has_plain_luma(pixel_format: av.VideoFormat) -> bool:
    return pixel_format.name.startswith(_LUMA_FIRST) and pixel_format.components[0].bits == 8


@lru_cache(maxsize=32)
def _middles(width_px: int) -> tuple[int, ...]:
    edges = cell_edges(width_px)
    return tuple((left + right) // 2 for left, right in pairwise(edges))
