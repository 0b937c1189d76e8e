"""A loupe: the pixels around the mouse, eight times as large, and the colour of the one in it."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QCursor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.verify.inks import ON_PLATE, PLATE
from lianmai.ui.verify.reference import Reference
from lianmai.ui.verify.seat import Seat
from lianmai.ui.widgets.timers import repeating

ZOOM = 8
ACROSS = 21
"""How many pixels are seen each way; an odd number, so that one is in the middle."""
LOOK_MS = 50
_STILL_LOOKS = 5
"""The pixels below a mouse that rests are read less often: reading them paints them again."""
_SIDE_PX = ZOOM * ACROSS
_LINES_PX = 62
_AWAY_PX = 22
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Loupe(QWidget):
    """Follows the mouse over the stage of *seat*; with the focus, arrows move it by one pixel."""

    def __init__(self, seat: Seat, reference: Reference) -> None:
        super().__init__(seat.host)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(_SIDE_PX + 2, _SIDE_PX + _LINES_PX)
        self._seat, self._reference = seat, reference
        self._mouse = QCursor.pos()
        self.pixel = QPoint()
        self.color = QColor()
        self._seen = QImage()
        self._looks = 0
        self._looking = repeating(self, LOOK_MS, self._look)
        self._looking.stop()
        self.hide()

    def set_on(self, on: bool) -> None:
        """Begin in the middle of the stage, or where the mouse is; or end."""
        self.setVisible(on)
        if not on:
            self._looking.stop()
            return
        self._looking.start()
        middle = self._seat.stage.rect().center()
        here = self._seat.local(QCursor.pos())
        is_over = self._seat.stage.rect().contains(here)
        self.look_at(self._device(here if is_over else middle))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look_at(self, pixel: QPoint) -> None:
        """Show the pixels around *pixel*, in device px of the stage."""
        size = self._seat.stage.size() * self._seat.stage.devicePixelRatioF()
        self.pixel = QPoint(
            min(max(pixel.x(), 0), size.width() - 1), min(max(pixel.y(), 0), size.height() - 1)
        )
        self._seen = self._pixels_around(self.pixel)
        self.color = self._seen.pixelColor(ACROSS // 2, ACROSS // 2)
        self._place()
        self.setAccessibleName(self.tr("Loupe: {values}").format(values=", ".join(self.lines())))
        self.update()

    def lines(self) -> list[str]:
        """Return place and colour in words."""
        color, ratio = self.color, self._seat.stage.devicePixelRatioF()
        scale = 1 if self._seat.in_device_px else ratio * self._seat.px_per_layout_px
        x, y = (floor(it / scale) for it in (self.pixel.x(), self.pixel.y()))
        lines = [
            f"x {x}  y {y}",
            f"{color.name()}  rgb({color.red()}, {color.green()}, {color.blue()})",
        ]
        layout_px = ratio * self._seat.px_per_layout_px
        under = self._reference.color_at(
            (self.pixel.x() + 0.5) / layout_px, (self.pixel.y() + 0.5) / layout_px
        )
        if under is not None:
            lines.append(self.tr("reference {color}").format(color=under.name()))
        return lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by a pixel, with Shift by ten."""
        if (step := _STEPS.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.look_at(self.pixel + step * far)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pixels, a frame around the one in the middle, and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PLATE.rgb()))
        painter.drawImage(QRect(1, 1, _SIDE_PX, _SIDE_PX), self._seen)
        middle = QRectF(1 + ACROSS // 2 * ZOOM, 1 + ACROSS // 2 * ZOOM, ZOOM, ZOOM)
        for ink, grown in ((QColor("#000000"), 1.5), (ON_PLATE, 0.5)):
            painter.setPen(QPen(ink, 1))
            painter.drawRect(middle.adjusted(-grown, -grown, grown - 1, grown - 1))
        painter.setFont(theme.font(Text.NUMBERS))
        painter.setPen(ON_PLATE)
        painter.fillRect(QRect(1, _SIDE_PX + 1, _SIDE_PX, 4), self.color)
        words = QRect(GAP // 2, _SIDE_PX + GAP, self.width() - GAP, _LINES_PX - GAP)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft), "\n".join(self.lines()))
        painter.setPen(QColor(theme.colors().accent) if self.hasFocus() else ON_PLATE)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @Slot()
    def _look(self) -> None:
        """Follow the mouse when it moves; look again now and then when it rests."""
        mouse, self._looks = QCursor.pos(), self._looks + 1
        if mouse != self._mouse:
            self._mouse = mouse
            here = self._seat.local(mouse)
            if self._seat.stage.rect().contains(here):
                self.look_at(self._device(here))
        elif self._looks % _STILL_LOOKS == 0:
            self.look_at(self.pixel)

    def _device(self, place: QPoint) -> QPoint:
        return place * self._seat.stage.devicePixelRatioF()

    def _pixels_around(self, pixel: QPoint) -> QImage:
        """Return the pixels of the stage around *pixel*; what is outside of it is black."""
        stage = self._seat.stage
        ratio = stage.devicePixelRatioF()
        left, top = pixel.x() - ACROSS // 2, pixel.y() - ACROSS // 2
        corner = QPoint(floor(left / ratio), floor(top / ratio))
        side = floor(ACROSS / ratio) + 2
        part = QRect(corner.x(), corner.y(), side, side).intersected(stage.rect())
        image = stage.grab(part).toImage()
        image.setDevicePixelRatio(1.0)
        seen = QImage(ACROSS, ACROSS, QImage.Format.Format_RGB32)
        seen.fill(0)
        painter = QPainter(seen)
        painter.drawImage(round(part.x() * ratio) - left, round(part.y() * ratio) - top, image)
        painter.end()
        return seen

    def _place(self) -> None:
        """Stand beside the pixel, where there is room."""
        ratio, host = self._seat.stage.devicePixelRatioF(), self._seat.host.rect()
        spot = self._seat.rect.topLeft() + self.pixel / ratio
        x, y = spot.x() + _AWAY_PX, spot.y() + _AWAY_PX
        if x + self.width() > host.width():
            x = spot.x() - _AWAY_PX - self.width()
        if y + self.height() > host.height():
            y = spot.y() - _AWAY_PX - self.height()
        self.move(max(0, x), max(0, y))
