"""What a viewer wants of a stream at the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Wish:
    """Pictures as large as fit into *width_px* x *height_px*, 0 x 0 while nobody looks.

    Pictures not wanted (*sees*) and sound not wanted (*hears*) are not even decoded; *reads*: texts
    sent inside pictures are wanted.
    """

    width_px: int = 0
    height_px: int = 0
    sees: bool = True
    hears: bool = True
    reads: bool = False


Wanted: TypeAlias = Callable[[], Wish]
"""Tells what is wanted now; any thread may ask."""
