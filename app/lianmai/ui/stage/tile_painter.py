"""How a tile looks: the picture, and what lies on it, cheap enough for every frame.

What changes seldom (name plate, numbers, corners) is drawn once into pixmaps, because a tile
is painted as often as its pictures come.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRegion,
)

from lianmai.core.stamp import crc8, stamp_height
from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.plates import badge_plate, name_plate, notice_plate, numbers_plate
from lianmai.ui.theme import GAP, RADIUS, Text

RING_PX = 3
EDGE_PX = 2
_EDGE_ALPHA = 200
_HUES = 12
_WARNING_PX = 34
_NEARLY_PX = 2
_VEIL_ALPHA = 170
_LEAST = QSize(60, 40)
_KEEP_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
_CENTERED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def paint_corners(painter: QPainter, card: QRect, ground: str, ratio: float) -> None:
    """Round the corners of what has been painted on *card*, by painting *ground* over them."""
    corners = _corners(ground, ratio)
    right, bottom = card.right() - RADIUS + 1, card.bottom() - RADIUS + 1
    places = ((card.x(), card.y()), (right, card.y()), (right, bottom), (card.x(), bottom))
    for (x, y), corner in zip(places, corners, strict=True):
        painter.drawPixmap(x, y, corner)


def rounded(card: QRect) -> QRegion:
    """Return *card* without what its round corners leave free."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(card), RADIUS, RADIUS)
    return QRegion(path.toFillPolygon().toPolygon())


def paint_edge(painter: QPainter, card: QRect) -> None:
    """Draw a fine line around a *card* that lies on a picture: it hides the steps of its mask."""
    line = QColor(theme.colors().plate)
    line.setAlpha(_EDGE_ALPHA)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 2 * EDGE_PX))
    painter.drawRoundedRect(QRectF(card), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_picture(
    painter: QPainter, card: QRect, image: QImage, ratio: float, look: Look, turn: int
) -> None:
    """Paint *image* on *card*, pixel by pixel where its size allows.

    It is mirrored first, as *look* wants, then turned clockwise by *turn* degrees.
    """
    if not (look.is_mirrored or turn):
        _paint_upright(painter, QRectF(card), image, ratio, fills=look.fills)
        return
    size = QSizeF(card.size().transposed() if turn % 180 else card.size())
    painter.save()
    painter.translate(QRectF(card).center())
    painter.rotate(turn)
    painter.scale(-1 if look.is_mirrored else 1, 1)
    corner = QPointF(-size.width() / 2, -size.height() / 2)
    _paint_upright(painter, QRectF(corner, size), image, ratio, fills=look.fills)
    painter.restore()


def _paint_upright(
    painter: QPainter, space: QRectF, image: QImage, ratio: float, *, fills: bool
) -> None:
    short = space.size() * ratio - image.size().toSizeF()
    if max(abs(short.width()), abs(short.height())) < _NEARLY_PX:
        if short.width() > 0 or short.height() > 0:  # a ratio such as 1.5 leaves a hair's breadth
            painter.fillRect(space, QColor(theme.colors().tile))
        image.setDevicePixelRatio(ratio)
        painter.drawImage(space.topLeft(), image)
    elif fills and -_NEARLY_PX < max(short.width(), short.height()) <= 0:
        # Made for this place, and longer one way: what is cut leaves whole pixels.
        image.setDevicePixelRatio(ratio)
        left, top = -short.width() // 2, -short.height() // 2
        painter.drawImage(space, image, QRectF(QPointF(left, top), space.size() * ratio))
    else:
        part = space.size() if fills else image.size().toSizeF()
        seen = QRectF(QPointF(), part.scaled(image.size().toSizeF(), _KEEP_SHAPE))
        seen.moveCenter(QRectF(image.rect()).center())
        painter.drawImage(space, image, seen)


def paint_plates(painter: QPainter, card: QRect, look: Look, ratio: float) -> None:
    """Paint name and numbers; a stamp across the top of the picture stays readable."""
    if card.width() < _LEAST.width() or card.height() < _LEAST.height():
        return
    height = 0
    if look.has_plate:
        plate = name_plate(look, card.width() - 2 * GAP, ratio)
        height = round(plate.height() / ratio)
        painter.drawPixmap(card.x() + GAP, card.bottom() + 1 - GAP - height, plate)
    top = max(GAP, stamp_height(card.height()) + 4)
    if look.numbers and not look.problem:
        free_px = card.height() - top - height - 2 * GAP
        numbers = numbers_plate(look.numbers, card.width() - 2 * GAP, free_px, ratio)
        painter.drawPixmap(card.x() + GAP, card.y() + top, numbers)
    elif look.is_notice:
        notice = notice_plate(look.problem, card.width() - 2 * GAP, ratio)
        painter.drawPixmap(card.x() + GAP, card.y() + top, notice)
    if look.badge and not look.problem:
        badge = badge_plate(look.badge, ratio)
        right = card.right() + 1 - GAP - round(badge.width() / ratio)
        painter.drawPixmap(right, card.y() + top, badge)


def paint_ring(painter: QPainter, card: QRect, color: str, radius: int) -> None:
    """Draw a frame along the inside of *card*, whose corners are that round."""
    inset = RING_PX / 2
    frame = QRectF(card).adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), RING_PX))
    painter.drawRoundedRect(frame, max(0.0, radius - inset), max(0.0, radius - inset))
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
    ground.setAlpha(_VEIL_ALPHA if over else 255)
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


def initial(label: str) -> str:
    """Return the first letter of *label*, as a capital where there is one."""
    return next((letter.upper() for letter in label if letter.isalnum()), "?")


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
