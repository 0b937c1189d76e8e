"""Picture in picture: a stream in a small window that stays above all others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import sqrt

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from lianmai.ui import theme
from lianmai.ui.stage.loose_window import LooseWindow
from lianmai.ui.theme import GAP, MARGIN
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.timers import delayed

_USUAL = QSize(320, 180)
_LEAST_PX, _BUTTON_PX, _EDGE_PX, _STEP_PX = 120, 30, 14, 24
_GROWTH = 1.15
_SETTLE_MS = 200
_Key = Qt.Key
_MOVES = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}


class FloatingWindow(LooseWindow):
    """Has the shape of its picture; begins at *place*, or in a corner of the screen.

    Drag it to move it, by its lower right corner to resize it; so do the wheel, Plus and Minus,
    and the arrow keys with Ctrl.
    """

    def __init__(self, owner: QWidget, place: QRect | None = None) -> None:
        super().__init__(Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self.tile.setToolTip(self.tr("Drag to move, Esc to close"))
        self._grabbed: QPoint | None = None
        self._follows_mouse = False
        self._close = self._make_close()
        self._shaped = delayed(self, _SETTLE_MS, self._take_shape)
        self.tile.shape_changed.connect(self._shaped.start)
        self._add_keys()
        self.resize(_USUAL)
        if place is not None:
            self.setGeometry(place)
        else:
            self._go_to_corner(owner)

    # --- Qt -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where it may be dragged from, or resize it by its corner."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position().toPoint()
        corner = self.rect().bottomRight() - spot
        if max(corner.x(), corner.y()) < _EDGE_PX:
            self.windowHandle().startSystemResize(Qt.Edge.BottomEdge | Qt.Edge.RightEdge)
        else:
            self._grabbed, self._follows_mouse = spot, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Be moved by the window system, or follow the mouse where that moves no windows.

        Not before it is dragged: a double click would get lost.
        """
        if self._grabbed is None:
            return
        moved = event.position().toPoint() - self._grabbed
        if self._follows_mouse:
            self.move(event.globalPosition().toPoint() - self._grabbed)
        elif moved.manhattanLength() >= QApplication.startDragDistance():
            self._follows_mouse = not self.windowHandle().startSystemMove()
            self._grabbed = self._grabbed if self._follows_mouse else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay here."""
        self._grabbed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size."""
        self._grow(_GROWTH if event.angleDelta().y() > 0 else 1 / _GROWTH)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the way back."""
        self._close.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the picture alone."""
        self._close.hide()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window; take the picture's shape when the size has settled."""
        self.tile.setGeometry(self.rect())
        self._close.move(self.width() - _BUTTON_PX - GAP // 2, GAP // 2)
        self._shaped.start()
        super().resizeEvent(event)

    # --- size and place -------------------------------------------------------------------

    def _take_shape(self) -> None:
        """Lose the bars beside the picture, at about the same size."""
        self._resize_to_area(self.width() * self.height())

    def _grow(self, factor: float) -> None:
        self._resize_to_area(self.width() * self.height() * factor**2)

    def _resize_to_area(self, area: float) -> None:
        width = sqrt(area * self.tile.aspect)
        wanted = QSize(round(width), round(width / self.tile.aspect))
        if _differ(wanted, self.size()):
            corner = self.geometry().bottomRight()
            self.resize(wanted.boundedTo(self.screen().availableSize()))
            self.move(corner - self.rect().bottomRight())

    def _go_to_corner(self, owner: QWidget) -> None:
        screen = owner.screen() or QGuiApplication.primaryScreen()
        corner = screen.availableGeometry().bottomRight() - QPoint(MARGIN, MARGIN)
        self.move(corner - self.rect().bottomRight())

    # --- making ---------------------------------------------------------------------------

    def _make_close(self) -> IconButton:
        made = IconButton("close", "", parent=self)
        color, text = theme.colors().on_plate, self.tr("Back to the call")
        made.show_as("close", text, self.tr("Esc"), color)
        made.setProperty("kind", "on-plate")
        made.setMinimumSize(0, 0)
        made.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        made.clicked.connect(self.go_back)
        made.hide()
        return made

    def _add_keys(self) -> None:
        for key, (across, down) in _MOVES.items():
            step = QPoint(across, down) * _STEP_PX
            self._add_key(QKeySequence(Qt.Modifier.CTRL | key), partial(self._move_by, step))
        for key, factor in (
            (_Key.Key_Plus, _GROWTH),
            (_Key.Key_Equal, _GROWTH),
            (_Key.Key_Minus, 1 / _GROWTH),
        ):
            self._add_key(QKeySequence(key), partial(self._grow, factor))

    def _add_key(self, keys: QKeySequence, do: Callable[[], None]) -> None:
        QShortcut(keys, self).activated.connect(do)

    def _move_by(self, step: QPoint) -> None:
        self.move(self.pos() + step)


def _differ(one: QSize, other: QSize) -> bool:
    """Tell sizes apart by more than rounding."""
    return max(abs(one.width() - other.width()), abs(one.height() - other.height())) > 1
