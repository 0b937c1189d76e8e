"""Small plates with text that lie on pictures, drawn once and kept as pixmaps."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.look import Look
from lianmai.ui.theme import GAP, Text

_PLATE_ALPHA = 178


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
