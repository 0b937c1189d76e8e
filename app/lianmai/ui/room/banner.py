"""A quiet line above the stage: what is going on with the link, or what could be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.theme import GAP

_ICON_PX = 20


def _nothing() -> None:
    pass


class Banner(QWidget):
    """One sentence with an icon, and a button when there is something to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = "info"
        self._is_warning = False
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._do: Callable[[], None] = _nothing
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, 6, 2 * GAP, 6)
        row.setSpacing(GAP)
        row.addSpacing(_ICON_PX + GAP)  # a spacing has none around it
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return self._label.text() if not self.isHidden() else ""

    def say(
        self,
        sentence: str,
        *,
        button: str = "",
        do: Callable[[], None] = _nothing,
        is_warning: bool = False,
    ) -> None:
        """Show *sentence*, and a *button* that does *do*; without a sentence, disappear."""
        self._do = do
        self._label.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._icon = "warning" if is_warning else "info"
        self._is_warning = is_warning
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        colors = theme.colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))
        spot = QRect(2 * GAP, (self.height() - _ICON_PX) // 2, _ICON_PX, _ICON_PX)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
        paint_icon(
            painter, self._icon, QRectF(spot), colors.warning if self._is_warning else colors.accent
        )
        painter.end()

    @Slot()
    def _press(self) -> None:
        self._do()
