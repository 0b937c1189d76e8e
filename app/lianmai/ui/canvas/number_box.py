"""A whole number in the panel; keys of the editor reach the editor."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from lianmai.ui.canvas.keys import is_editor_key
from lianmai.ui.theme import GAP


class NumberBox(QSpinBox):
    """Takes effect at each step and when a typed number is done, not at each digit."""

    def __init__(self, low: int, high: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setMinimumWidth(60)
        self.lineEdit().setTextMargins(GAP, 0, 0, 0)

    def show_value(self, value: int) -> None:
        """Show *value* without telling anybody."""
        if value != self.value():
            was_blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(was_blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and the like to the editor: they are about the canvas, not about digits."""
        if is_editor_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()
