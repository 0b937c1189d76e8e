"""How a tile looks: the picture, and what lies on it, cheap enough for every frame.

What changes seldom (name plate, numbers, corners) is drawn once into pixmaps, because a tile
is painted as often as its pictures come.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from lianmai.core.stamp import crc8
from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.look import Look
from lianmai.ui.theme import GAP, RADIUS, Text

RING_PX = 3
_PLATE_ALPHA = 178
_HUES = 12
_WARNING_PX = 34
_CENTERED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def paint_corners(painter: QPainter, card: QRect, ratio: float) -> None:
    """Round the corners of what has been painted on *card*, by painting the stage over them."""
    corners = _corners(theme.colors().stage, ratio)
    right, bottom = card.right() - RADIUS + 1, card.bottom() - RADIUS + 1
    places = ((card.x(), card.y()), (right, card.y()), (right, bottom), (card.x(), bottom))
    for (x, y), corner in zip(places, corners, strict=True):
        painter.drawPixmap(x, y, corner)


def paint_ring(painter: QPainter, card: QRect, color: str, *, rounded: bool) -> None:
    """Draw a frame along the inside of *card*."""
    inset = RING_PX / 2
    frame = QRectF(card).adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), RING_PX))
    radius = RADIUS - inset if rounded else 0
    painter.drawRoundedRect(frame, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_avatar(painter: QPainter, card: QRect, look: Look) -> None:
    """Fill *card* with the initial of the name instead of a picture, and the state below it."""
    painter.fillRect(card, QColor(theme.colors().tile))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    side = min(96.0, 0.44 * min(card.width(), card.height()))
    sentence = look.sentence() if card.height() >= 110 else ""
    center = QPointF(card.center()) - QPointF(0, side * 0.28 if sentence else 0)
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(center)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_hue(look.label))
    painter.drawEllipse(circle)
    letter = theme.font(Text.STRONG)
    letter.setPixelSize(max(8, int(side * 0.45)))
    painter.setFont(letter)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initial(look.label))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if sentence and not look.problem:
        _paint_sentence(painter, card, circle.bottom() + GAP, sentence)


def paint_problem(
    painter: QPainter, card: QRect, sentence: str, bottom_px: int, *, over: bool
) -> None:
    """Write a problem on *card*, *over* a picture or instead of one; *bottom_px* stay free."""
    colors = theme.colors()
    ground = QColor(colors.plate if over else colors.tile)
    ground.setAlpha(205 if over else 255)
    painter.fillRect(card, ground)
    free = QRectF(card).adjusted(2 * GAP, GAP, -2 * GAP, -GAP - bottom_px)
    painter.setFont(theme.font(Text.SMALL if card.width() < 300 else Text.BODY))
    needed_px = min(_height(painter, free, sentence), free.height())
    icon_px = _WARNING_PX if free.height() - needed_px > _WARNING_PX else 0
    top = free.top() + (free.height() - needed_px - icon_px) / 2
    if icon_px:
        spot = QRectF(free.center().x() - 13, top, 26, 26)
        paint_icon(painter, "warning", spot, theme.DARK.warning if over else colors.warning)
    painter.setPen(QColor(colors.on_plate if over else colors.text))
    painter.drawText(
        QRectF(free.x(), top + icon_px, free.width(), needed_px + 1), int(_CENTERED), sentence
    )


def _height(painter: QPainter, space: QRectF, sentence: str) -> float:
    return QFontMetricsF(painter.font()).boundingRect(space, int(_CENTERED), sentence).height()


def _paint_sentence(painter: QPainter, card: QRect, top: float, sentence: str) -> None:
    painter.setFont(theme.font(Text.SMALL))
    painter.setPen(QColor(theme.colors().text))
    space = QRectF(card.x() + GAP, top, card.width() - 2 * GAP, card.bottom() - top)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(space, int(flags), sentence)


def name_plate(look: Look, width_px: int, ratio: float) -> QPixmap:
    """Return the pill with name and marks, at most *width_px* wide."""
    marks = ["mic-off"] if look.microphone_off else []
    marks += ["volume-off"] if look.sound_off else []
    marks += ["retry"] if look.phase == "retrying" else []
    marks += ["warning"] if look.phase == "failed" else []
    return _name_plate(look.label, tuple(marks), width_px, ratio)


@lru_cache(maxsize=256)
def _name_plate(label: str, marks: tuple[str, ...], width_px: int, ratio: float) -> QPixmap:
    text_font = theme.font(Text.SMALL)
    metrics = QFontMetricsF(text_font)
    marks_px = 20 * len(marks)
    room_px = width_px - marks_px - 2 * GAP
    text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(0, room_px))
    text_px = metrics.horizontalAdvance(text)
    height_px = max(24, int(metrics.height()) + 8)
    pixmap = _plate(QSize(int(text_px + marks_px + 2 * GAP + 0.5), height_px), ratio)
    painter = QPainter(pixmap)
    x = float(GAP)
    for mark in marks:
        color = theme.DARK.warning if mark in ("retry", "warning") else theme.DARK.bad
        paint_icon(painter, mark, QRectF(x - 2, (height_px - 17) / 2, 17, 17), color)
        x += 20
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    spot = QRectF(x, 0, text_px + GAP, height_px)
    painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def numbers_plate(lines: tuple[str, ...], ratio: float) -> QPixmap:
    """Return the block of numbers."""
    text_font = theme.font(Text.NUMBERS)
    metrics = QFontMetricsF(text_font)
    width_px = max(metrics.horizontalAdvance(line) for line in lines)
    line_px = metrics.lineSpacing()
    size = QSize(int(width_px) + 2 * GAP + 1, int(line_px * len(lines)) + 10)
    pixmap = _plate(size, ratio)
    painter = QPainter(pixmap)
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    for row, line in enumerate(lines):
        painter.drawText(QPointF(GAP, 5 + row * line_px + metrics.ascent()), line)
    painter.end()
    return pixmap


def initial(label: str) -> str:
    """Return the first letter of *label*, as a capital where there is one."""
    return next((letter.upper() for letter in label if letter.isalnum()), "?")


def _plate(size: QSize, ratio: float) -> QPixmap:
    """Return an empty rounded plate that text on it can be read over any picture."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(theme.colors().plate)
    ground.setAlpha(_PLATE_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(QPointF(0, 0), size.toSizeF()), 7, 7)
    painter.end()
    return pixmap


@cache
def _corners(color: str, ratio: float) -> tuple[QPixmap, ...]:
    """Return what covers the corners of a card, clockwise from the top left."""
    outside = QPainterPath()
    outside.addRect(0, 0, 2 * RADIUS, 2 * RADIUS)
    inside = QPainterPath()
    inside.addRoundedRect(0, 0, 2 * RADIUS, 2 * RADIUS, RADIUS, RADIUS)
    whole = outside - inside
    return tuple(_corner(whole, QPoint(x, y), color, ratio) for x, y in _CORNERS)


_CORNERS = ((0, 0), (RADIUS, 0), (RADIUS, RADIUS), (0, RADIUS))


def _corner(path: QPainterPath, origin: QPoint, color: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(RADIUS, RADIUS) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-origin)
    painter.fillPath(path, QColor(color))
    painter.end()
    return pixmap


def _hue(label: str) -> QColor:
    """Return a colour of one's own, the same everywhere; white stands on it readably."""
    return QColor.fromHslF(crc8(label.encode()) % _HUES / _HUES, 0.42, 0.42)
