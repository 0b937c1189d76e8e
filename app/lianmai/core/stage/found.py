"""What is seen of a stamped tile in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from lianmai.core.stage.geometry import Rect, rect_between


@dataclass(frozen=True)
class FoundTile:
    """A picture with a readable stamp, somewhere in a larger one; px from the top left.

    *x*, *y* and *width* are of the whole picture that was sent, edges cut away included.
    *aspects* are the shapes, width / height, it can have, the likeliest first: its lower edge is
    seen only where something else begins there. *strip_height* is that of the stamp.
    """

    sender: int
    time_ms: int
    x: float
    y: float
    width: float
    strip_height: float
    aspects: tuple[float, ...]
    mirrored: bool = False

    @property
    def height(self) -> float:
        """The height in the likeliest shape."""
        return self.width / self.aspects[0]

    @property
    def rect(self) -> Rect:
        """Where it is, in the likeliest shape."""
        return rect_between(self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True)
class FoundPart:
    """A stamp whose ends are cut away, found where it was looked for.

    *x* and *width* are of the whole picture; cells *first* to *last* of 64 are seen. *names* tells
    whether all of the sender's id is among them.
    """

    sender: int
    x: float
    width: float
    first: int
    last: int
    names: bool


def covers(upper: FoundTile, lower: FoundTile) -> bool | None:
    """Tell whether *upper* lies over *lower*; ``None`` when they do not touch, or nobody can say.

    Where two overlap, the stamp of the one that begins further down is in the common part, and
    it could be read: so that one is on top.
    """
    if not upper.rect.overlaps(lower.rect):
        return None
    below = upper if upper.y >= lower.y else lower
    other = lower if below is upper else upper
    common = below.rect.common(other.rect)
    quiet_px = below.width / 16  # four cells at each end read as black whatever lies there
    if common.right <= below.x + quiet_px or common.x >= below.x + below.width - quiet_px:
        return None
    return below is upper
