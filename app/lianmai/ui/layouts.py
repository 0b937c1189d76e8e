"""The layouts a stage knows, by name."""

from __future__ import annotations

from typing import Protocol

from lianmai.core.layout import Rect, arrange_grid


class Arrange(Protocol):
    """Places tiles: see `lianmai.core.layout.arrange_grid`."""

    def __call__(self, count: int, width_px: int, height_px: int, gap_px: int = 0) -> list[Rect]:
        """Return *count* rectangles inside a stage of the given size."""


LAYOUTS: dict[str, Arrange] = {"grid": arrange_grid}
USUAL_LAYOUT = "grid"


def layout_named(name: str) -> Arrange:
    """Return the layout called *name*.

    Raises:
        ValueError: If there is none; the sentence lists those there are.
    """
    if name not in LAYOUTS:
        raise ValueError(f"Unknown layout {name!r}: use {' or '.join(LAYOUTS)}.")
    return LAYOUTS[name]
