"""What the mouse holds while its button is down, and where that goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from lianmai.core.stage.canvas import Canvas, Item
from lianmai.core.stage.canvas_edits import rect_of
from lianmai.core.stage.dragging import Dragged, Guides, Handle, guides_of, moved, resized
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.handles import items_in_turn

REACH_PX = 8
"""How near to a line something snaps, and to a handle the mouse grabs it, on the screen."""
CURSORS: dict[Handle, Qt.CursorShape] = {
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
}


@dataclass(frozen=True)
class Gesture:
    """*item* was taken at *start*, by *handle* or as a whole; *scale* is that of the canvas."""

    item: Item
    handle: Handle | None
    start: QPointF
    rect: Rect
    lines: Guides
    scale: float

    def to(self, spot: QPointF, *, snaps: bool, keeps_shape: bool) -> Dragged:
        """Return where the item is when the mouse is at *spot*."""
        shift = (spot - self.start) / self.scale
        right_px, down_px = round(shift.x()), round(shift.y())
        lines = self.lines if snaps else Guides()
        reach_px = max(1, round(REACH_PX / self.scale))
        if self.handle is None:
            return moved(self.rect, right_px, down_px, lines, reach_px)
        has_shape = keeps_shape and self.rect.height > 0
        aspect = self.rect.width / self.rect.height if has_shape else None
        return resized(self.rect, self.handle, right_px, down_px, lines, aspect, reach_px)


def gesture_at(
    canvas: Canvas, item: Item, handle: Handle | None, start: QPointF, scale: float
) -> Gesture:
    """Return the gesture that begins at *start*; everything else on *canvas* attracts."""
    others = [rect_of(canvas, other) for other in items_in_turn(canvas) if other != item]
    lines = guides_of(canvas.whole, [it for it in others if it.area > 0])
    return Gesture(item, handle, start, rect_of(canvas, item), lines, scale)
