"""Colours of marks: seen on any picture, whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text

GUIDE = QColor("#ff3fd0")
TILE = QColor("#35d6ff")
GRID = QColor(255, 255, 255, 70)
GRID_SHADE = QColor(0, 0, 0, 70)
STRONG_GRID = QColor(255, 80, 80, 170)
WRONG = QColor("#ff5a4f")
RIGHT = QColor("#46d18b")
PLATE = QColor(12, 14, 18, 215)
ON_PLATE = QColor("#ffffff")
_ROUND_PX = 4


def paint_plate(
    painter: QPainter, place: QPointF, lines: list[str], within: QRectF, ink: QColor = ON_PLATE
) -> QRectF:
    """Write *lines* on a dark plate at *place*, moved to be *within*; return where it is."""
    painter.setFont(theme.font(Text.NUMBERS))
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + GAP
    plate = QRectF(place.x(), place.y(), width, metrics.height() * len(lines) + GAP / 2)
    plate.moveRight(min(plate.right(), within.right()))
    plate.moveBottom(min(plate.bottom(), within.bottom()))
    plate.moveLeft(max(plate.left(), within.left()))
    plate.moveTop(max(plate.top(), within.top()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(plate, _ROUND_PX, _ROUND_PX)
    painter.setPen(ink)
    for number, line in enumerate(lines):
        row = plate.adjusted(GAP / 2, GAP / 4 + number * metrics.height(), 0, 0)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), line)
    return plate
