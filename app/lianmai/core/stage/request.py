"""What a layout is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lianmai.core.stage.geometry import Rect

Fit: TypeAlias = Literal["contain", "cover"]
"""Whether a picture of another shape gets borders or is cut, as in CSS."""

Seats: TypeAlias = Literal["in_order", "lead_first", "own_last"]
"""Who sits on slot 0: the first tile; or the lead, which is the focus or else the first that is
not the own one; or the lead, and the own tile on the last slot (after a swap the other way)."""

TOP_RIGHT = (1.0, 0.0)


@dataclass(frozen=True, slots=True)
class StageRequest:
    """*count* tiles want a place on a stage of *width_px* by *height_px*.

    *aspect*, width / height, is the usual one of the pictures. *own* is the index of the own
    tile, *focus* of the one that talks or is pinned; ``None`` where there is none. *float_at* is
    where a floating tile is on its way from left to right and from top to bottom, 0 to 1 each.
    Sizes may be logical or device pixels: all that follows from them scales with them.
    """

    count: int
    width_px: int
    height_px: int
    gap_px: int = 0
    aspect: float = 16 / 9
    own: int | None = 0
    focus: int | None = None
    float_at: tuple[float, float] = TOP_RIGHT
    page: int = 0

    @property
    def stage(self) -> Rect:
        """The whole stage."""
        return Rect(0, 0, self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class Placement:
    """The tile of *index* goes to *rect*; a greater *z* lies on a smaller one."""

    index: int
    rect: Rect
    z: int = 0
    fit: Fit = "contain"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Who is seen where on *page* of *page_count*; *hidden* are the indices of all others."""

    placements: tuple[Placement, ...]
    hidden: tuple[int, ...] = ()
    page: int = 0
    page_count: int = 1
