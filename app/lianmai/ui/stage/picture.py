"""Pictures from media threads as images Qt can paint, without a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QImage


class Plane(Protocol):
    """The pixels of a picture, readable as a buffer."""

    @property
    def line_size(self) -> int:
        """Bytes from one row to the next, padding included."""

    def __buffer__(self, flags: int, /) -> memoryview:
        """Give the pixels."""


class Picture(Protocol):
    """A "bgra" frame: one plane, uint8, shape (height, width, 4)."""

    @property
    def width(self) -> int:
        """Pixels in a row."""

    @property
    def height(self) -> int:
        """Number of rows."""

    @property
    def planes(self) -> Sequence[Plane]:
        """The one plane."""


class Box(Protocol):
    """Where pictures of one stream are taken from: a `Mailbox` of them."""

    def take(self, timeout_s: float = 0.0) -> Picture | None:
        """Return the newest picture, once."""


def image_over(picture: Picture) -> QImage:
    """Return an image that uses the pixels of *picture*, which has to outlive it."""
    plane = picture.planes[0]
    return QImage(
        memoryview(plane),
        picture.width,
        picture.height,
        plane.line_size,
        QImage.Format.Format_RGB32,
    )
