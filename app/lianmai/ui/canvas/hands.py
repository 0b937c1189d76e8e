"""Changing a canvas on the board, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent

from lianmai.core.stage.canvas import Item
from lianmai.core.stage.canvas_edits import Step, brought, placed, rect_of, removed
from lianmai.core.stage.dragging import LEAST_PX, Guides, Handle
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.handles import handle_at, item_at, items_in_turn
from lianmai.ui.canvas.board import Board
from lianmai.ui.canvas.gesture import CURSORS, REACH_PX, Gesture, gesture_at

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_FAR_PX = 10


class EditBoard(Board):
    """A board to work on.

    Arrows move by 1 px, with Shift by 10, with Alt they resize; with Ctrl, Up and Down change
    the order. Tab goes from item to item and out at the end; Delete removes, Escape lets go.
    While the mouse drags, Ctrl keeps things from snapping and Shift keeps their shape.
    """

    menu_wanted = Signal(QPoint)
    _gesture: Gesture | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the mouse, for its shape."""
        self.setMouseTracking(True)
        super().showEvent(event)

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a handle of what is chosen, or the uppermost item."""
        spot = event.position().toPoint()
        handle = self._handle_at(spot)
        if handle is None:
            at = self.on_canvas(spot)
            self.choose(item_at(self.document.canvas, at.x(), at.y()))
        if event.button() == Qt.MouseButton.LeftButton and self.item is not None:
            canvas = self.document.canvas
            start = event.position()
            self._gesture = gesture_at(canvas, self.item, handle, start, self.scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken, or show what could be."""
        if (gesture := self._gesture) is None:
            self._show_cursor(event.position().toPoint())
            return
        keys = event.modifiers()
        dragged = gesture.to(
            event.position(),
            snaps=not keys & _Modifier.ControlModifier,
            keeps_shape=bool(keys & _Modifier.ShiftModifier),
        )
        if dragged.rect == gesture.rect and not self._has_moved(gesture):
            return
        self.document.change(placed(self.document.canvas, gesture.item, dragged.rect), "mouse")
        self.show_lines(dragged.guides)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it here."""
        self._let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self._center_of_chosen())

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change or remove what is chosen; see the class."""
        item, keys = self.item, event.modifiers()
        arrow = _ARROWS.get(_Key(event.key()))
        if event.key() == _Key.Key_Escape and (self._gesture or item):
            self._escape()
        elif item is None:
            super().keyPressEvent(event)
        elif event.key() in (_Key.Key_Delete, _Key.Key_Backspace):
            self.document.change(removed(self.document.canvas, item))
        elif arrow and keys & _Modifier.ControlModifier:
            self._reorder(item, arrow[1], keys)
        elif arrow:
            self._nudge(item, arrow, keys)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next item; from the last one, leave."""
        items = items_in_turn(self.document.canvas)
        here = items.index(self.item) if self.item in items else (-1 if forward else len(items))
        there = here + (1 if forward else -1)
        if 0 <= there < len(items):
            self.choose(items[there])
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where keys go; who comes by Tab begins with the first or the last item."""
        super().focusInEvent(event)
        items = items_in_turn(self.document.canvas)
        by_tab = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}
        if items and event.reason() in by_tab:
            self.choose(items[by_tab[event.reason()]])
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self._let_go()

    # --- steps ----------------------------------------------------------------------------

    def _nudge(self, item: Item, arrow: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        step = _FAR_PX if keys & _Modifier.ShiftModifier else 1
        right_px, down_px = arrow[0] * step, arrow[1] * step
        rect = rect_of(self.document.canvas, item)
        if keys & _Modifier.AltModifier:
            width = max(LEAST_PX, rect.width + right_px)
            rect = Rect(rect.x, rect.y, width, max(LEAST_PX, rect.height + down_px))
            gesture = f"resize {item}"
        else:
            rect, gesture = rect.moved(right_px, down_px), f"move {item}"
        self.document.change(placed(self.document.canvas, item, rect), gesture)

    def _reorder(self, item: Item, down: int, keys: Qt.KeyboardModifier) -> None:
        kind, index = item
        if kind == "users" and down:
            steps: tuple[Step, Step] = ("forward", "backward")
            if keys & _Modifier.ShiftModifier:
                steps = ("front", "back")
            step = steps[down > 0]
            self.document.change(brought(self.document.canvas, index, step))

    def _escape(self) -> None:
        """Put back what is being dragged, or choose nothing."""
        if (gesture := self._gesture) is not None:
            if self._has_moved(gesture):
                self.document.undo()
            self._let_go()
        else:
            self.choose(None)

    def _let_go(self) -> None:
        if self._gesture is not None:
            self._gesture = None
            self.document.end_gesture()
        self.show_lines(Guides())

    # --- under the mouse ------------------------------------------------------------------

    def _has_moved(self, gesture: Gesture) -> bool:
        return rect_of(self.document.canvas, gesture.item) != gesture.rect

    def _handle_at(self, spot: QPoint) -> Handle | None:
        if self.item is None:
            return None
        rect = self.on_screen(rect_of(self.document.canvas, self.item))
        return handle_at(rect, spot.x(), spot.y(), REACH_PX)

    def _show_cursor(self, spot: QPoint) -> None:
        handle = self._handle_at(spot)
        at = self.on_canvas(spot)
        if handle is not None:
            self.setCursor(CURSORS[handle])
        elif item_at(self.document.canvas, at.x(), at.y()) is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()

    def _center_of_chosen(self) -> QPoint:
        canvas = self.document.canvas
        rect = self.on_screen(rect_of(canvas, self.item) if self.item else canvas.whole)
        return self.mapToGlobal(QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2))
