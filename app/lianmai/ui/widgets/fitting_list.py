"""A list that is as high as its lines, up to a limit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget

_MOST_PX = 260
_LEAST_PX = 34


class FittingList(QListWidget):
    """Lines of any length; they are wrapped. Call `fit` after changing them."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Be as high as what is in it now, wrapped at the width there is."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doItemsLayout()
        is_higher = self._lines_px() > _MOST_PX
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if is_higher else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        height_px = max(_LEAST_PX, min(_MOST_PX, self._lines_px() + 2 * self.frameWidth()))
        return QSize(super().sizeHint().width(), height_px)

    def _lines_px(self) -> int:
        rects = (self.visualItemRect(self.item(row)) for row in range(self.count()))
        return sum(rect.height() for rect in rects)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
