"""What can be measured of a tile: where it is, its picture's shape, and what is cut of it."""

from __future__ import annotations

from dataclasses import dataclass

from lianmai.core.stage.geometry import Rect, picture_area

_NEARLY = 0.004
_ROUNDING = 0.016
_KNOWN = (
    *((16, 9), (9, 16), (4, 3), (3, 4), (1, 1), (3, 2), (2, 3), (16, 10), (10, 16)),
    *((2, 1), (1, 2), (21, 9), (9, 21), (5, 4), (4, 5), (11, 9), (9, 11)),
)
"""The shapes that cameras, screens and vendors' modes have."""


@dataclass(frozen=True)
class Cut:
    """What of a picture is not seen: shares of its width, *left* and *right*, and of its height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def __bool__(self) -> bool:
        return max(self.left, self.top, self.right, self.bottom) > _NEARLY


@dataclass(frozen=True)
class TileFigures:
    """One tile of a stage; *key* tells tiles apart, *name* is what people read.

    *rect* is the tile and *card* what it paints its picture on, both in the same px. *aspect* is
    the shape of the whole picture, width / height; *covers* tells that it is cut to the card.
    """

    key: str
    name: str
    rect: Rect
    card: Rect
    aspect: float
    covers: bool = False
    has_picture: bool = False

    @property
    def cut(self) -> Cut:
        """What is not seen of the picture."""
        if not (self.covers and self.has_picture and self.card.area):
            return Cut()
        whole = picture_area(self.aspect, self.card, covers=True)
        across = (whole.width - self.card.width) / 2 / whole.width
        down = (whole.height - self.card.height) / 2 / whole.height
        return Cut(across, down, across, down)

    def scaled(self, factor: float) -> TileFigures:
        """Return the same tile measured in px *factor* times as small."""
        return TileFigures(
            self.key,
            self.name,
            self.rect.scaled(factor, factor),
            self.card.scaled(factor, factor),
            self.aspect,
            self.covers,
            self.has_picture,
        )

    def value(self) -> dict[str, object]:
        """Return everything as JSON values."""
        cut = {side: round(share, 4) for side, share in vars(self.cut).items()}
        return {
            "key": self.key,
            "name": self.name,
            **rect_value(self.rect),
            "card": rect_value(self.card),
            "aspect": round(self.aspect, 4),
            "fit": "cover" if self.covers else "contain",
            "cut": cut,
            "has_picture": self.has_picture,
        }


def rect_value(rect: Rect) -> dict[str, int]:
    """Return *rect* as JSON values."""
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}


def shape_words(aspect: float) -> str:
    """Return a shape as people say it: ``16:9``, else as ``1.85:1``.

    Pictures are made to fit their tiles in even numbers of px, hence nearly is enough.
    """
    width, height = min(_KNOWN, key=lambda it: abs(it[0] / it[1] / aspect - 1))
    is_known = abs(width / height / aspect - 1) < _ROUNDING
    return f"{width}:{height}" if is_known else f"{aspect:.2f}:1"
