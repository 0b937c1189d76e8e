"""What lies on a canvas, from the bottom up, at places where chroma is whole."""

from __future__ import annotations

from dataclasses import dataclass

from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.geometry import Rect


@dataclass(frozen=True)
class Layer:
    """A member's picture, by *uid*, or one from a file, by *path*; *covers* crops it to fill."""

    rect: Rect
    covers: bool
    uid: str = ""
    path: str = ""


def layers_of(canvas: Canvas) -> list[Layer]:
    """Return what is to be drawn: pictures from files, then members as they are stacked."""
    images = [Layer(_even(it.rect), it.fit == "cover", path=it.url) for it in canvas.images]
    users = [canvas.users[index] for index in canvas.stacked()]
    shown = [Layer(_even(it.rect), it.fit == "cover", uid=it.uid) for it in users if it.push_video]
    return [layer for layer in (*images, *shown) if layer.rect.area]


def _even(rect: Rect) -> Rect:
    """Return *rect* with every edge moved up or left to an even number: 4:2:0 has no others.

    Edges, not sizes: neighbours stay neighbours.
    """
    x, y = rect.x // 2 * 2, rect.y // 2 * 2
    return Rect(x, y, rect.right // 2 * 2 - x, rect.bottom // 2 * 2 - y)
