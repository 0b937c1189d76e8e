"""The button on a tile whose stream has been given up."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from lianmai.ui.theme import GAP

_LEAST = QSize(120, 120)
"""A smaller card has no place for it beside the reason; the menu and the R key are left."""


class RetryButton(QPushButton):
    """Lies at the lower edge of a tile's card, when the card is large enough."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Retry"), parent)
        self.setToolTip(self.tr("Try this stream again (R)"))
        self.hide()

    def show_on(self, card: QRect, label: str, *, is_wanted: bool) -> None:
        """Appear on *card* for the stream of *label*, or disappear when it is not *is_wanted*."""
        self.setAccessibleName(self.tr("Try again: {name}").format(name=label))
        self.adjustSize()
        x = card.center().x() - self.width() // 2
        self.move(x, card.bottom() - self.height() - 4 * GAP)
        self.setVisible(is_wanted and card.size().boundedTo(_LEAST) == _LEAST)
