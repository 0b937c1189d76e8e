"""How many tiles share a page."""

from __future__ import annotations

from lianmai.core.stage.pages import grid_capacity


def page_capacity(count: int, width_px: int, height_px: int) -> int:
    """Return how many of *count* tiles fit with pictures that can still be recognised."""
    return max(1, min(count, grid_capacity(width_px, height_px)))
