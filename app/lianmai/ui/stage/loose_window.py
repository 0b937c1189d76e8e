"""A window of its own for one stream of a call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.stage.tile import Tile


class LooseWindow(QWidget):
    """Shows *tile* alone on dark ground; Escape and a double click close it, and `left` follows.

    `back_wanted` comes before that when the call itself is to be seen again. The window has no
    parent: it would be minimised with it.
    """

    left = Signal()
    back_wanted = Signal()

    def __init__(self, flags: Qt.WindowType) -> None:
        super().__init__(None, flags | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tile = Tile(self)
        self.tile.set_bare(True)
        self.tile.ground = "plate"
        self.setFocusProxy(self.tile)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        close.activated.connect(self.close)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the call."""
        self.go_back()

    @Slot()
    def go_back(self) -> None:
        """Close, and ask for the call."""
        self.back_wanted.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that this is over."""
        self.left.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the tile leaves free for a moment."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().plate))
        painter.end()
