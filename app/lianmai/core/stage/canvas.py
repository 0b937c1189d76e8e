"""A canvas as a vendor's mixing server draws it: a ground, pictures, and members' tiles.

Fields mean what they mean in NERTC's push-out task. What a file says beside them is kept in
*extra*, values that are no good included, so that saving loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.request import Fit

MOST_PX = 1920
MOST_Z = 100
MOST_COLOR = 0xFFFFFF

Kind: TypeAlias = Literal["users", "images"]
Item: TypeAlias = tuple[Kind, int]
"""A list of the canvas, and the place in it."""
Extra: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class CanvasUser:
    """A member's tile; *z_order* of ``None`` stands for the place in the list.

    *unread* is what the file has here instead of an object, ``None`` as a rule.
    """

    uid: str
    rect: Rect
    z_order: int | None = None
    fit: Fit = "cover"
    push_video: bool = True
    push_audio: bool = True
    extra: Extra = field(default_factory=dict)
    unread: object = None


@dataclass(frozen=True)
class CanvasImage:
    """A picture below all tiles; *unread* as with users."""

    url: str
    rect: Rect
    fit: Fit = "cover"
    extra: Extra = field(default_factory=dict)
    unread: object = None


@dataclass(frozen=True)
class Canvas:
    """Everything drawn; *color* is 65536 R + 256 G + B.

    *around* is what the file has around the layout when it holds a whole task.
    """

    width_px: int
    height_px: int
    color: int = 0
    users: tuple[CanvasUser, ...] = ()
    images: tuple[CanvasImage, ...] = ()
    extra: Extra = field(default_factory=dict)
    canvas_extra: Extra = field(default_factory=dict)
    around: Extra | None = None

    @property
    def whole(self) -> Rect:
        """The canvas itself."""
        return Rect(0, 0, self.width_px, self.height_px)

    def stacked(self) -> list[int]:
        """Return the indices of users from the lowest to the uppermost."""
        return sorted(range(len(self.users)), key=lambda index: (self.z_of(index), index))

    def z_of(self, index: int) -> int:
        """Return how high the user at *index* lies."""
        z_order = self.users[index].z_order
        return index if z_order is None else z_order
