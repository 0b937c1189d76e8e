"""Lines to lay against what is on the stage: dragged, snapping, moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.dragging import moved
from lianmai.core.stage.geometry import Rect
from lianmai.ui.verify import inks
from lianmai.ui.verify.inks import paint_plate
from lianmai.ui.verify.seat import Seat

GRAB_PX = 9
_PLATE_PX = 70
_FAR = 10
MOST_GUIDES = 40
_Upright = Qt.Orientation.Vertical


class Guide(QWidget):
    """One line across the stage of *seat*; `at` is its place in px of the layout.

    Dragging it snaps to tiles (not with Ctrl), arrows move it, Delete or dragging it out of the
    stage removes it.
    """

    removed = Signal()

    def __init__(self, seat: Seat, orientation: Qt.Orientation, at: float) -> None:
        super().__init__(seat.host)
        self.orientation, self.at = orientation, at
        self._seat = seat
        self._is_hot = False
        upright = orientation == _Upright
        self.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        seat.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Lie where it belongs now."""
        place, px = self._seat.rect, round(self.at * self._seat.px_per_layout_px)
        across = GRAB_PX + _PLATE_PX
        if self.orientation == _Upright:
            self.setGeometry(place.x() + px - GRAB_PX // 2, place.y(), across, place.height())
        else:
            self.setGeometry(place.x(), place.y() + px - GRAB_PX // 2, place.width(), across)
        self._mask()
        title = self.tr("Vertical guide") if self.orientation == _Upright else self.tr("Guide")
        self.setAccessibleName(f"{title}, {self.words}")
        self.update()

    @property
    def words(self) -> str:
        """Its place as rulers say it."""
        return str(self._seat.units(self.at * self._seat.px_per_layout_px))

    def drag_to(self, place: QPoint, *, snaps: bool = True) -> None:
        """Go to *place* of the screen, or to what is near it."""
        local = self._seat.local(place)
        lines = self._seat.snap_lines()
        upright = self.orientation == _Upright
        if not snaps:
            px = local.x() if upright else local.y()
        elif upright:
            px = moved(Rect(local.x(), 0, 0, 0), 0, 0, lines).rect.x
        else:
            px = moved(Rect(0, local.y(), 0, 0), 0, 0, lines).rect.y
        self.at = px / self._seat.px_per_layout_px
        self.follow()

    def drop(self, place: QPoint) -> None:
        """End a drag at *place* of the screen: outside of the stage it is thrown away."""
        if not self._seat.stage.rect().contains(self._seat.local(place)):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by 1, with Shift by 10; Delete removes."""
        upright = self.orientation == _Upright
        less, more = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right) if upright else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        )
        step = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        unit = self._seat.px_per_unit / self._seat.px_per_layout_px
        if event.key() in (less, more):
            self.at += step * unit * (1 if event.key() == more else -1)
            self.follow()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.drag_to(event.globalPosition().toPoint(), snaps=not with_control)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay, or go when dropped outside."""
        self.drop(event.globalPosition().toPoint())

    def enterEvent(self, event: QEvent) -> None:
        """Say the place."""
        self._set_hot(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Be a line again."""
        self._set_hot(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the place."""
        super().focusInEvent(event)
        self._set_hot(self._is_hot)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be a line again."""
        super().focusOutEvent(event)
        self._set_hot(self._is_hot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and its place when it is being looked at."""
        painter = QPainter(self)
        middle = GRAB_PX // 2 + 0.5
        style = Qt.PenStyle.DashLine if self.hasFocus() else Qt.PenStyle.SolidLine
        painter.setPen(QPen(inks.GUIDE, 1, style))
        if self.orientation == _Upright:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
            corner = QPointF(GRAB_PX, self.height() / 2)
        else:
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            corner = QPointF(self.width() / 2, GRAB_PX)
        if self._is_lit:
            paint_plate(painter, corner, [self.words], QRectF(self.rect()), inks.GUIDE)
        painter.end()

    @property
    def _is_lit(self) -> bool:
        return self._is_hot or self.hasFocus()

    def _set_hot(self, hot: bool) -> None:
        self._is_hot = hot
        self._mask()
        self.update()

    def _mask(self) -> None:
        """Take no more room, and no more clicks, than the line needs."""
        rect = self.rect()
        if self._is_lit:
            self.clearMask()
        elif self.orientation == _Upright:
            self.setMask(rect.adjusted(0, 0, GRAB_PX - rect.width(), 0))
        else:
            self.setMask(rect.adjusted(0, 0, 0, GRAB_PX - rect.height()))


class GuideSet(QObject):
    """All guides of one stage."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._seat = seat
        self.guides: list[Guide] = []

    def add(self, orientation: Qt.Orientation, at: float) -> Guide:
        """Return a new guide at *at*, in px of the layout; the oldest goes when there are many."""
        if len(self.guides) >= MOST_GUIDES:
            self._remove(self.guides[0])
        guide = Guide(self._seat, orientation, at)
        guide.removed.connect(lambda: self._remove(guide))
        self.guides.append(guide)
        guide.show()
        return guide

    def set_shown(self, shown: bool) -> None:
        """Show all, or none."""
        for guide in self.guides:
            guide.setVisible(shown)

    def clear(self) -> None:
        """Remove all."""
        for guide in list(self.guides):
            self._remove(guide)

    def _remove(self, guide: Guide) -> None:
        if guide in self.guides:
            self.guides.remove(guide)
            guide.hide()
            guide.deleteLater()
