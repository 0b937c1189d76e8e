"""One stream on the whole screen, as it is or turned."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from lianmai.ui.stage.loose_window import LooseWindow
from lianmai.ui.theme import MARGIN
from lianmai.ui.widgets.timers import delayed

Direction: TypeAlias = Literal[0, 90, -90]
"""How the screen is held, as ``requestFullScreen`` says: 90 turned to the left, so that the
picture has to be turned to the right to stand upright."""
_HINT_MS = 2500


class FullScreen(LooseWindow):
    """Covers the screen *owner* is on; says for a moment how to leave."""

    def __init__(self, owner: QWidget, direction: Direction) -> None:
        super().__init__(Qt.WindowType.Window)
        self.direction = direction
        self.tile.set_turn(direction % 360)
        self._hint = QLabel(self.tr("Esc leaves full screen"), self)
        self._hint.setProperty("plate", True)
        self._hint.adjustSize()
        self._over = delayed(self, _HINT_MS, self._hint.hide)
        self.setGeometry(owner.screen().geometry())  # for screens without a window manager

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the hint."""
        self._over.start()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the screen."""
        self.tile.setGeometry(self.rect())
        self._hint.move((self.width() - self._hint.width()) // 2, MARGIN)
        super().resizeEvent(event)
