"""Handles to align the reference picture with: by mouse, or by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.dragging import Guides, Handle, inside, moved, resized
from lianmai.core.stage.geometry import Rect
from lianmai.ui.verify import inks
from lianmai.ui.verify.inks import paint_plate
from lianmai.ui.verify.reference import Reference
from lianmai.ui.verify.seat import Seat
from lianmai.ui.verify.words import rect_words

_HANDLE_PX = 10
_FAR = 10
_LARGEST_PX = 20_000
_PLACES: dict[Handle, tuple[float, float]] = {
    "nw": (0, 0),
    "n": (0.5, 0),
    "ne": (1, 0),
    "e": (1, 0.5),
    "se": (1, 1),
    "s": (0.5, 1),
    "sw": (0, 1),
    "w": (0, 0.5),
}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ReferenceFrame(QWidget):
    """Lies over the whole stage of *seat* while its picture is aligned.

    Dragging moves, handles scale (with Shift out of shape), arrows nudge, + and - scale by a
    pixel, F fits the width, Enter or Escape ends: `done`.
    """

    done = Signal()

    def __init__(self, seat: Seat, reference: Reference) -> None:
        super().__init__(seat.host)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._seat, self._reference = seat, reference
        self._from = QPoint()
        self._before = Rect(0, 0, 0, 0)
        self._handle: Handle | None = None
        seat.changed.connect(self.follow)
        reference.changed.connect(self.update)
        self.follow()
        self.hide()

    @Slot()
    def follow(self) -> None:
        """Lie where the stage is."""
        self.setGeometry(self._seat.rect)

    def begin(self) -> None:
        """Take mouse and keys until `done`."""
        self.follow()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._say()

    # --- by mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture or of a handle."""
        self._from, self._before = event.position().toPoint(), self._reference.laid.rect
        self._handle = next(
            (it for it in _PLACES if self._handle_rect(it).contains(event.position())), None
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or scale it; edges snap to the stage and its tiles."""
        scale = self._seat.px_per_layout_px
        step = event.position().toPoint() - self._from
        right_px, down_px = round(step.x() / scale), round(step.y() / scale)
        lines = self._lines()
        if self._handle is None:
            dragged = moved(self._before, right_px, down_px, lines)
        else:
            is_free = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            aspect = None if is_free else self._before.width / max(1, self._before.height)
            dragged = resized(self._before, self._handle, right_px, down_px, lines, aspect)
        self._lay(dragged.rect)

    # --- by keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge, scale, fit, end."""
        far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        rect = self._reference.laid.rect
        match event.key():
            case key if key in _STEPS:
                right, down = _STEPS[Qt.Key(key)]
                self._lay(rect.moved(right * far, down * far))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._widen(far)
            case Qt.Key.Key_Minus:
                self._widen(-far)
            case Qt.Key.Key_F:
                self.fit_width()
            case Qt.Key.Key_Escape | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.done.emit()
            case _:
                super().keyPressEvent(event)

    def fit_width(self) -> None:
        """Make the picture as wide as the stage."""
        self._reference.fit_width(round(self.width() / self._seat.px_per_layout_px))
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, handles and numbers."""
        painter = QPainter(self)
        frame = self._frame()
        painter.setPen(QPen(inks.GUIDE, 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(inks.ON_PLATE, 1))
        painter.setBrush(inks.GUIDE)
        for handle in _PLACES:
            painter.drawRect(self._handle_rect(handle).adjusted(1, 1, -1, -1))
        words = rect_words(self._reference.laid.rect)
        whole = QRectF(self.rect())
        corner = QPointF(frame.center().x() - 60, frame.bottom() - 40)
        paint_plate(painter, corner, [words], whole, inks.GUIDE)
        painter.end()

    # --- the rest -----------------------------------------------------------------------------

    def _widen(self, px: int) -> None:
        rect = self._reference.laid.rect
        width = max(2, rect.width + px)
        self._lay(replace(rect, width=width, height=round(rect.height * width / rect.width)))

    def _lay(self, rect: Rect) -> None:
        most = Rect(-_LARGEST_PX // 2, -_LARGEST_PX // 2, _LARGEST_PX, _LARGEST_PX)
        self._reference.lay(replace(self._reference.laid, rect=inside(rect, most)))
        self._say()

    def _say(self) -> None:
        words = rect_words(self._reference.laid.rect)
        self.setAccessibleName(self.tr("Reference picture, {place}").format(place=words))

    def _frame(self) -> QRectF:
        scale = self._seat.px_per_layout_px
        drawn = self._reference.laid.rect.scaled(scale, scale)
        return QRectF(QRect(drawn.x, drawn.y, drawn.width, drawn.height))

    def _handle_rect(self, handle: Handle) -> QRectF:
        """Return where *handle* is; one beyond the edge of the stage waits at that edge."""
        frame, (across, down) = self._frame(), _PLACES[handle]
        half = _HANDLE_PX / 2
        x = frame.x() + across * frame.width()
        y = frame.y() + down * frame.height()
        x = min(max(x, half), self.width() - half)
        y = min(max(y, half), self.height() - half)
        return QRectF(x - half, y - half, _HANDLE_PX, _HANDLE_PX)

    def _lines(self) -> Guides:
        """Return what edges snap to, in px of the layout."""
        scale, lines = self._seat.px_per_layout_px, self._seat.snap_lines()
        across = tuple(round(it / scale) for it in lines.across)
        return Guides(across, tuple(round(it / scale) for it in lines.down))
