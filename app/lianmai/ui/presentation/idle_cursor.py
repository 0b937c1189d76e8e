"""Hides the mouse while nobody moves it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from lianmai.ui.widgets.timers import repeating

LOOK_MS = 300
IDLE_LOOKS = 8
"""So many looks without a move hide it: about two and a half seconds."""


class IdleCursor:
    """Looks after the mouse over *widget* while it is on.

    It looks now and then: moves over tiles are told to nobody while no button is pressed.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._place = QPoint()
        self._idle_looks = 0
        self._timer = repeating(widget, LOOK_MS, self.look)
        self._timer.stop()

    def set_on(self, on: bool) -> None:
        """Begin to look, or show the mouse whatever it does."""
        self._idle_looks = 0
        self._widget.unsetCursor()
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Hide or show the mouse by whether it has moved."""
        place, self._place = self._place, QCursor.pos()
        self._idle_looks = self._idle_looks + 1 if place == self._place else 0
        if self._idle_looks == IDLE_LOOKS:
            self._widget.setCursor(Qt.CursorShape.BlankCursor)
        elif not self._idle_looks:
            self._widget.unsetCursor()
