"""A box for a whole number, with arrows in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon

_ARROW_PX = 13
_INDENT_PX = 8
_ARROWS = {
    "up": QStyle.SubControl.SC_SpinBoxUp,
    "down": QStyle.SubControl.SC_SpinBoxDown,
}


class WholeBox(QSpinBox):
    """From *low* to *high*; scrolling a form over it does not change the number."""

    def __init__(self, low: int, high: int, value: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrows, which the style sheet has taken away."""
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        kind = QStyle.ComplexControl.CC_SpinBox
        for name, part in _ARROWS.items():
            button = self.style().subControlRect(kind, option, part, self)
            spot = QRectF(0, 0, _ARROW_PX, _ARROW_PX)
            spot.moveCenter(QRectF(button).center())
            paint_icon(painter, name, spot, theme.colors().quiet)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
