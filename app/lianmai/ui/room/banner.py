"""A quiet line over the stage: what is going on with the link, or what could be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QWidget

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.theme import GAP, RADIUS
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton

_ICON_PX = 20
_CORNER_PX = 88
"""Kept free on both sides, for marks in corners, where this much is left in between:"""
_LEAST_PX = 440
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def _nothing() -> None:
    pass


class Banner(QWidget):
    """One sentence with an icon, a button when there is something to do, and one to dismiss it.

    It lies over the stage and is no child of it: no tile moves for it, and no picture of the
    stage has it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = "info"
        self._is_warning = False
        self._area = self._otherwise = parent
        self._label = ElidedLabel(self)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._close = IconButton("close", self.tr("Dismiss"), parent=self)
        self._do: Callable[[], None] = _nothing
        self._button.clicked.connect(self._press)
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, 4, 4, 4)
        row.setSpacing(GAP)
        row.addSpacing(_ICON_PX + GAP)  # a spacing has none around it
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    def lie_over(self, area: QWidget, otherwise: QWidget) -> None:
        """Lie over the top of *area*; while that is hidden, over the bottom of *otherwise*."""
        self._area, self._otherwise = area, otherwise
        widget: QWidget | None = area
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._settle()

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
        self._settle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        colors = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        spot = QRect(2 * GAP, (self.height() - _ICON_PX) // 2, _ICON_PX, _ICON_PX)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
        paint_icon(
            painter, self._icon, QRectF(spot), colors.warning if self._is_warning else colors.accent
        )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what it lies over."""
        if event.type() in _MOVES:
            self._settle()
        return False

    def _settle(self) -> None:
        """Lie in the middle, as wide as the sentence needs and there is room for."""
        page = self.parentWidget()
        if page is None or self._area is None or self._otherwise is None or self.isHidden():
            return
        is_seen = self._area.isVisibleTo(page)
        over = self._area if is_seen else self._otherwise
        room = QRect(over.mapTo(page, QPoint()), over.size()).adjusted(GAP, GAP, -GAP, -GAP)
        needed = self.sizeHint()
        most_px = min(room.width(), max(_LEAST_PX, room.width() - 2 * _CORNER_PX))
        width_px = min(needed.width(), most_px)
        side = Qt.AlignmentFlag.AlignTop if is_seen else Qt.AlignmentFlag.AlignBottom
        place = QStyle.alignedRect(
            self.layoutDirection(),
            Qt.AlignmentFlag.AlignHCenter | side,
            QSize(width_px, needed.height()),
            room,
        )
        self.setGeometry(place)

    @Slot()
    def _press(self) -> None:
        self._do()
