"""What lies on the screen of a phone: corners, camera, and marks for whoever lays it out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.devices import Screen
from lianmai.core.stage.geometry import Rect
from lianmai.ui import theme

BEZEL, LEAST_BEZEL_PX = 12, 6
_BODY, _RIM, _RIM_PX = "#17191e", "#5a616e", 1.5
_CAMERA = "#050608"
_MARK, _SHADE = "#5ad1ff", 150
_LINE_PX = 1


class ScreenCover(QWidget):
    """Covers the stage; masked to what it paints, so that tiles below are painted as before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._screen: Screen | None = None
        self._scale = 1.0
        self._has_marks = True
        self.is_clean = False

    def show_screen(self, screen: Screen, scale: float, *, has_marks: bool) -> None:
        """Cover *screen*, drawn *scale* times as large; *has_marks* shows what pages keep free."""
        self._screen, self._scale, self._has_marks = screen, scale, has_marks
        self.setMask(self._region(screen))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body's corners, the camera and the marks."""
        if self._screen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._has_marks:
            self._paint_marks(painter, self._screen)
        self._paint_camera(painter, self._screen)
        painter.setClipPath(_outside(QRectF(self.rect()), self._corner_px))
        painter.fillRect(self.rect(), QColor(ground_color(is_clean=self.is_clean)))
        paint_body(painter, QRectF(self.rect()), self._corner_px, self._scale)
        painter.end()

    @property
    def _corner_px(self) -> float:
        return self._screen.device.corner * self._scale if self._screen else 0.0

    def _paint_camera(self, painter: QPainter, screen: Screen) -> None:
        if screen.cutout is None or screen.device.cutout is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        place = QRectF(self._scaled(screen.cutout))
        radius = min(place.width(), place.height()) / 2
        if screen.device.cutout.kind == "notch":  # it hangs on the edge
            grown = radius if not screen.is_landscape else 0
            place.adjust(grown - radius, -grown, 0, 0)
        painter.setBrush(QColor(_CAMERA))
        painter.drawRoundedRect(place, radius, radius)

    def _paint_marks(self, painter: QPainter, screen: Screen) -> None:
        mark = QColor(_MARK)
        painter.setPen(QPen(mark, _LINE_PX, Qt.PenStyle.DashLine))
        safe = self._scaled(screen.safe)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for side in self._sides(safe):
            painter.drawLine(side.topLeft(), side.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_capsule(painter, QRectF(self._scaled(screen.capsule)), self._scale)

    def _region(self, screen: Screen) -> QRegion:
        """Return where anything is painted."""
        whole, side = self.rect(), round(self._corner_px) + 1
        corner = QRect(0, 0, side, side)
        region = QRegion(corner)
        for place in (whole.topRight(), whole.bottomLeft(), whole.bottomRight()):
            x = 0 if place.x() == 0 else whole.right() - side + 1
            y = 0 if place.y() == 0 else whole.bottom() - side + 1
            region += corner.translated(x, y)
        if screen.cutout is not None:
            region += self._scaled(screen.cutout).adjusted(-1, -1, 1, 1)
        if self._has_marks:
            region += self._scaled(screen.capsule).adjusted(-1, -1, 1, 1)
            for line in self._sides(self._scaled(screen.safe)):
                region += line
        return region

    def _sides(self, safe: QRect) -> list[QRect]:
        """Return the lines of the safe area, one px thick, where it is not the screen's edge."""
        whole = self.rect()
        lines = {
            QRect(whole.x(), safe.y(), whole.width(), 1): safe.y() > whole.y(),
            QRect(whole.x(), safe.bottom(), whole.width(), 1): safe.bottom() < whole.bottom(),
            QRect(safe.x(), whole.y(), 1, whole.height()): safe.x() > whole.x(),
            QRect(safe.right(), whole.y(), 1, whole.height()): safe.right() < whole.right(),
        }
        return [line for line, is_inside in lines.items() if is_inside]

    def _scaled(self, rect: Rect) -> QRect:
        drawn = rect.scaled(self._scale, self._scale)
        return QRect(drawn.x, drawn.y, drawn.width, drawn.height)


def ground_color(*, is_clean: bool) -> str:
    """Return the colour around a phone; a presentation is dark in every theme."""
    return theme.colors().plate if is_clean else theme.colors().stage


def paint_body(painter: QPainter, screen: QRectF, corner_px: float, scale: float) -> None:
    """Paint the body of a phone around *screen*, which is drawn *scale* times as large."""
    bezel = max(LEAST_BEZEL_PX, min(BEZEL, BEZEL * scale))
    radius = corner_px + bezel
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(_RIM), _RIM_PX))
    painter.setBrush(QColor(_BODY))
    painter.drawRoundedRect(screen.adjusted(-bezel, -bezel, bezel, bezel), radius, radius)


def _outside(whole: QRectF, radius: float) -> QPainterPath:
    """Return what round corners leave of *whole*."""
    path, inside = QPainterPath(), QPainterPath()
    path.addRect(whole)
    inside.addRoundedRect(whole, radius, radius)
    return path - inside


def _paint_capsule(painter: QPainter, place: QRectF, scale: float) -> None:
    """Paint the button of a mini-program: three dots, a line, a ring."""
    ground, ink = QColor("#000000"), QColor("#ffffff")
    ground.setAlpha(_SHADE)
    painter.setPen(QPen(QColor(255, 255, 255, 90), _LINE_PX))
    painter.setBrush(ground)
    inside = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
    middle, quarter = place.center(), place.width() / 4
    painter.drawLine(
        QRectF(middle.x(), middle.y() - 8 * scale, 0, 16 * scale).topLeft(),
        QRectF(middle.x(), middle.y() - 8 * scale, 0, 16 * scale).bottomLeft(),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for shift in (-7, 0, 7):
        radius = (3 if shift == 0 else 2) * scale
        dot = QRectF(0, 0, 2 * radius, 2 * radius)
        dot.moveCenter(middle)
        dot.translate(shift * scale - quarter, 0)
        painter.drawEllipse(dot)
    ring = QRectF(0, 0, 17 * scale, 17 * scale)
    ring.moveCenter(middle)
    ring.translate(quarter, 0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2 * scale))
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(ring.adjusted(5.5 * scale, 5.5 * scale, -5.5 * scale, -5.5 * scale))
