"""A window of its own for one stream of a call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
from lianmai.ui.tile import Tile


class LooseWindow(QWidget):
    """Shows *tile* alone on dark ground; Escape and a double click close it, and `left` follows."""

    left = Signal()

    def __init__(self, owner: QWidget, flags: Qt.WindowType) -> None:
        super().__init__(owner, flags | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tile = Tile(self)
        self.tile.set_bare(True)
        self.tile.ground = "plate"
        self.setFocusProxy(self.tile)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        close.activated.connect(self.close)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the call."""
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
