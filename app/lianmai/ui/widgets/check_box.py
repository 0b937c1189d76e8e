"""A box to tick, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon


class CheckBox(QCheckBox):
    """Has the tick that a style sheet cannot draw in a colour of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick on the box."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(part, option, self))
        painter = QPainter(self)
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colors().on_accent)
        painter.end()
