"""How many tiles share a page."""

from __future__ import annotations

from math import floor

USUAL = 16
MOST = 50
LEAST_TILE_PX = 128
"""A picture narrower than this is no use: rather turn a page."""
GENEROUS_TILE_PX = 160
"""More than `USUAL` share a page only where pictures stay at least as wide as this."""
_ASPECT = 16 / 9


def grid_capacity(width_px: int, height_px: int) -> int:
    """Return how many tiles fit a grid with pictures that can still be recognised."""
    generous = min(MOST, _cells(width_px, height_px, GENEROUS_TILE_PX))
    if generous > USUAL:
        return generous
    return max(1, min(USUAL, _cells(width_px, height_px, LEAST_TILE_PX)))


def row_capacity(width_px: int, height_px: int) -> int:
    """Return how many tiles side by side can still be recognised, two at least."""
    along_px = width_px / LEAST_TILE_PX, height_px * _ASPECT / LEAST_TILE_PX
    return max(2, min(MOST, floor(along_px[0] if width_px >= height_px else along_px[1])))


def _cells(width_px: int, height_px: int, tile_px: int) -> int:
    return floor(width_px / tile_px) * floor(height_px * _ASPECT / tile_px)
