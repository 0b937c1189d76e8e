"""Rulers along the upper and the left edge of the stage; guides are pulled out of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.theme import Text
from lianmai.ui.verify.guides import Guide, GuideSet
from lianmai.ui.verify.seat import Seat

THICK_PX = 20
_LABELS_APART_PX = 56
_NICE = (1, 2, 5)
_Across = Qt.Orientation.Horizontal
_START = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Ruler(QWidget):
    """Lies on an edge of the stage of *seat*: along the upper one when *orientation* is horizontal.

    Pressing it, or Enter, makes a guide; the upper ruler makes level ones.
    """

    def __init__(self, seat: Seat, guides: GuideSet, orientation: Qt.Orientation) -> None:
        super().__init__(seat.host)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._seat, self._guides, self._orientation = seat, guides, orientation
        self._pulled: Guide | None = None
        is_level = orientation == _Across
        self.setAccessibleName(self.tr("Upper ruler") if is_level else self.tr("Left ruler"))
        self.setToolTip(self.tr("Drag a guide out of the ruler, or press Enter for one"))
        self.setCursor(Qt.CursorShape.SplitVCursor if is_level else Qt.CursorShape.SplitHCursor)
        seat.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Lie where the stage is."""
        place = self._seat.rect
        if self._orientation == _Across:
            self.setGeometry(place.x(), place.y(), place.width(), THICK_PX)
        else:
            free = place.height() - THICK_PX
            self.setGeometry(place.x(), place.y() + THICK_PX, THICK_PX, max(0, free))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pull a guide out."""
        self._pulled = self._new_guide()
        self._pulled.drag_to(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull it further."""
        if self._pulled is not None:
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._pulled.drag_to(event.globalPosition().toPoint(), snaps=not with_control)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it be; one that never left the ruler is thrown away."""
        guide, self._pulled = self._pulled, None
        if guide is None:
            return
        if self.rect().contains(event.position().toPoint()):
            guide.removed.emit()
        else:
            guide.drop(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a guide in the middle, ready to be moved by arrows."""
        if event.key() in _START:
            self._new_guide().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ticks and numbers in px of what is measured."""
        colors = theme.colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.surface))
        painter.setFont(theme.font(Text.SMALL))
        px_per_unit = self._seat.px_per_unit
        start = 0 if self._orientation == _Across else THICK_PX
        length = self._seat.rect.width() if start == 0 else self._seat.rect.height()
        step = _step(px_per_unit)
        for number in range(int(length / (step * px_per_unit) * 5) + 1):
            at = number * step * px_per_unit / 5 - start
            self._paint_tick(painter, at, number, step)
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.line), 1))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()

    def _paint_tick(self, painter: QPainter, at: float, number: int, step: int) -> None:
        """Paint one of five ticks for each *step*; the first one has a number."""
        is_main = number % 5 == 0
        long = THICK_PX if is_main else 5
        colors = theme.colors()
        painter.setPen(QColor(colors.quiet if is_main else colors.line))
        text = str(number // 5 * step) if is_main else ""
        if self._orientation == _Across:
            painter.drawLine(QPointF(at, THICK_PX - long), QPointF(at, THICK_PX))
            painter.drawText(QRectF(at + 3, 1, _LABELS_APART_PX, THICK_PX), text)
            return
        painter.drawLine(QPointF(THICK_PX - long, at), QPointF(THICK_PX, at))
        painter.save()
        painter.translate(1, at - 3)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, _LABELS_APART_PX, THICK_PX), text)
        painter.restore()

    def _new_guide(self) -> Guide:
        is_level = self._orientation == _Across
        rect = self._seat.rect
        middle = (rect.height() if is_level else rect.width()) / 2 / self._seat.px_per_layout_px
        across = Qt.Orientation.Horizontal if is_level else Qt.Orientation.Vertical
        return self._guides.add(across, round(middle))


def _step(px_per_unit: float) -> int:
    """Return how many px lie between two numbers, so that these can be read."""
    steps = (nice * 10**power for power in range(5) for nice in _NICE)
    return next((it for it in steps if it * px_per_unit >= _LABELS_APART_PX), 100_000)
