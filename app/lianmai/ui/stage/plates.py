"""Small plates with text that lie on pictures, drawn once and kept as pixmaps."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.stage.look import Look
from lianmai.ui.theme import GAP, Text

_PLATE_ALPHA = 178
_EDGE_PX = 10
_MARK_PX = 17
_MARK_COLORS = {
    "pin": theme.DARK.accent,
    "spotlight": theme.DARK.accent,
    "retry": theme.DARK.warning,
    "warning": theme.DARK.warning,
}


def name_plate(look: Look, width_px: int, ratio: float) -> QPixmap:
    """Return the pill with name and marks, at most *width_px* wide."""
    marks = {"": [], "pinned": ["pin"], "alone": ["spotlight"]}[look.mark]
    marks += ["mic-off"] if look.microphone_off else []
    marks += ["volume-off"] if look.sound_off else []
    marks += ["retry"] if look.phase == "retrying" else []
    marks += ["warning"] if look.phase == "failed" else []
    needed_px = _needed_px(look.label, len(marks))
    return _name_plate(look.label, tuple(marks), min(width_px, needed_px), ratio)


@lru_cache(maxsize=256)
def _needed_px(label: str, mark_count: int) -> int:
    """Return the width in which nothing is cut: wider tiles, as while resizing, share a plate."""
    text_px = QFontMetricsF(theme.font(Text.SMALL)).horizontalAdvance(label)
    return ceil(text_px) + 20 * mark_count + 2 * GAP + 1


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
        spot = QRectF(x - 2, (height_px - 17) / 2, 17, 17)
        paint_icon(painter, mark, spot, _MARK_COLORS.get(mark, theme.DARK.bad))
        x += 20
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    spot = QRectF(x, 0, text_px + GAP, height_px)
    # Absolute: a plate is as wide as its text, in whichever direction that is written.
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(spot, flags | Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def numbers_plate(lines: tuple[str, ...], width_px: int, height_px: int, ratio: float) -> QPixmap:
    """Return the block of numbers: as many *lines* as fit, at least one, cut at *width_px*."""
    text_font = theme.font(Text.NUMBERS)
    metrics = QFontMetricsF(text_font)
    line_px = metrics.lineSpacing()
    shown = [
        metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px - 2 * GAP)
        for line in lines[: max(1, int((height_px - _EDGE_PX) / line_px))]
    ]
    text_px = max(metrics.horizontalAdvance(line) for line in shown)
    size = QSize(int(text_px) + 2 * GAP + 1, int(line_px * len(shown)) + _EDGE_PX)
    pixmap = _plate(size, ratio)
    painter = QPainter(pixmap)
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    for row, line in enumerate(shown):
        painter.drawText(QPointF(GAP, _EDGE_PX / 2 + row * line_px + metrics.ascent()), line)
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def badge_plate(text: str, ratio: float) -> QPixmap:
    """Return a small plate with one short *text* on it."""
    text_font = theme.font(Text.NUMBERS)
    metrics = QFontMetricsF(text_font)
    size = QSize(int(metrics.horizontalAdvance(text)) + 2 * GAP, max(22, int(metrics.height()) + 6))
    pixmap = _plate(size, ratio)
    painter = QPainter(pixmap)
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    painter.drawText(QRectF(QPointF(), size.toSizeF()), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def notice_plate(sentence: str, width_px: int, ratio: float) -> QPixmap:
    """Return a *sentence* about something that does not stop the picture, *width_px* wide."""
    text_font = theme.font(Text.SMALL)
    text_px = width_px - 3 * GAP - _MARK_PX
    space = QRectF(2 * GAP + _MARK_PX, _EDGE_PX / 2, text_px, 10_000)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)
    needed_px = QFontMetricsF(text_font).boundingRect(space, flags, sentence).height()
    pixmap = _plate(QSize(width_px, int(needed_px) + _EDGE_PX + 1), ratio)
    painter = QPainter(pixmap)
    spot = QRectF(GAP, _EDGE_PX / 2, _MARK_PX, _MARK_PX)
    paint_icon(painter, "warning", spot, theme.DARK.warning)
    painter.setFont(text_font)
    painter.setPen(QColor(theme.colors().on_plate))
    painter.drawText(space.adjusted(0, 0, 0, needed_px - 10_000), flags, sentence)
    painter.end()
    return pixmap


def _plate(size: QSize, ratio: float) -> QPixmap:
    """Return an empty rounded plate that text on it can be read over any picture."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_plate(painter, QRectF(QPointF(0, 0), size.toSizeF()), 7)
    painter.end()
    return pixmap


def paint_plate(painter: QPainter, place: QRectF, radius: float) -> None:
    """Paint the ground that text and signs need over any picture."""
    ground = QColor(theme.colors().plate)
    ground.setAlpha(_PLATE_ALPHA)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, radius, radius)
