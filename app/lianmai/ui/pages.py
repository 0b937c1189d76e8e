"""How many tiles share a page."""

from __future__ import annotations

from lianmai.core.layout import grid_shape

USUAL = 16
MOST = 50
LEAST_TILE_PX = 128
"""A picture narrower than this is no use: rather turn a page."""
GENEROUS_TILE_PX = 160
"""More than `USUAL` share a page only where pictures stay at least as wide as this."""
_ASPECT = 16 / 9


def page_capacity(count: int, width_px: int, height_px: int) -> int:
    """Return how many of *count* tiles fit with pictures that can still be recognised."""
    for fitting in range(min(MOST, count), 1, -1):
        shape = grid_shape(fitting, width_px, height_px, _ASPECT)
        tile_px = min(width_px / shape.columns, height_px / shape.rows * _ASPECT)
        if tile_px >= (LEAST_TILE_PX if fitting <= USUAL else GENEROUS_TILE_PX):
            return fitting
    return 1
