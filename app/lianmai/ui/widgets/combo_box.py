"""A box to choose from a list, with an arrow in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.theme import GAP

_ARROW_PX = 16
_LIST_EDGE_PX = 5
"""Border and padding of the list in the style sheet."""


class ComboBox(QComboBox):
    """Shrinks with the form; scrolling the form over it does not change the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(18, 18))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def showPopup(self) -> None:
        """Make room for every row: the list does not count what the style sheet puts around it."""
        view = self.view()
        rows = range(min(self.count(), self.maxVisibleItems()))
        height = sum(view.sizeHintForRow(row) for row in rows) + 2 * _LIST_EDGE_PX
        view.setMinimumHeight(height)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow, which the style sheet has taken away."""
        super().paintEvent(event)
        colors = theme.colors()
        is_left = self.isRightToLeft()
        x = GAP if is_left else self.width() - _ARROW_PX - GAP - 2
        spot = QRectF(x, (self.height() - _ARROW_PX) / 2, _ARROW_PX, _ARROW_PX)
        painter = QPainter(self)
        paint_icon(painter, "down", spot, colors.text if self.isEnabled() else colors.quiet)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
