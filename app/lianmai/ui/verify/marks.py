"""What can be drawn over the stage: grids, tiles with their numbers, what differs from a layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lianmai.core.stage.figures import TileFigures
from lianmai.core.stage.geometry import Rect
from lianmai.ui.theme import GAP
from lianmai.ui.verify import inks
from lianmai.ui.verify.inks import paint_plate
from lianmai.ui.verify.words import rect_words, tile_words

GridKind: TypeAlias = Literal["none", "8px", "thirds", "columns"]
GRIDS: tuple[GridKind, ...] = ("none", "8px", "thirds", "columns")
STEP = 8
COLUMNS = 12
_GUTTER = 16
_STRONG_EVERY = 8
_THUMB_PX = 44.0
_LEAST_FOR_PLATE = 70


@dataclass(frozen=True)
class Marker:
    """A place on the stage, as shares of its sides, and what is to be said of it."""

    x: float
    y: float
    width: float
    height: float
    text: str
    is_wrong: bool = True


def paint_grid(painter: QPainter, kind: GridKind, whole: QRectF, px_per_unit: float) -> None:
    """Paint a grid of *kind* all over *whole*."""
    match kind:
        case "8px":
            _paint_raster(painter, whole, STEP * px_per_unit)
        case "thirds":
            lines = [(share, share == 1 / 2) for share in (1 / 3, 1 / 2, 2 / 3)]
            for share, is_middle in lines:
                pen = QPen(inks.STRONG_GRID, 1, Qt.PenStyle.DotLine if is_middle else _SOLID)
                painter.setPen(pen)
                _cross(painter, whole, share)
        case "columns":
            _paint_columns(painter, whole, px_per_unit)
        case "none":
            pass


_SOLID = Qt.PenStyle.SolidLine


def _paint_raster(painter: QPainter, whole: QRectF, step: float) -> None:
    for number in range(1, int(max(whole.width(), whole.height()) / step) + 1):
        is_strong = number % _STRONG_EVERY == 0
        if step < 3 and not is_strong:
            continue
        painter.setPen(inks.STRONG_GRID if is_strong else inks.GRID)
        at = number * step
        if at < whole.width():
            painter.drawLine(QPointF(at, 0), QPointF(at, whole.height()))
        if at < whole.height():
            painter.drawLine(QPointF(0, at), QPointF(whole.width(), at))


def _cross(painter: QPainter, whole: QRectF, share: float) -> None:
    x, y = whole.width() * share, whole.height() * share
    painter.drawLine(QPointF(x, 0), QPointF(x, whole.height()))
    painter.drawLine(QPointF(0, y), QPointF(whole.width(), y))


def _paint_columns(painter: QPainter, whole: QRectF, px_per_unit: float) -> None:
    gutter = _GUTTER * px_per_unit
    width = (whole.width() - gutter * (COLUMNS + 1)) / COLUMNS
    if width <= 0:
        return
    color = inks.STRONG_GRID
    fill = color.lighter()
    fill.setAlpha(44)
    for number in range(COLUMNS):
        x = gutter + number * (width + gutter)
        painter.fillRect(QRectF(x, 0, width, whole.height()), fill)


def paint_tiles(
    painter: QPainter, tiles: Sequence[TileFigures], whole: QRectF, px_per_unit: float
) -> None:
    """Outline *tiles*, measured in units, and say their numbers, shape and cut."""
    for tile in tiles:
        rect = _drawn(tile.rect, px_per_unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(inks.TILE, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if tile.card != tile.rect:
            painter.setPen(QPen(inks.TILE, 1, Qt.PenStyle.DashLine))
            painter.drawRect(_drawn(tile.card, px_per_unit).adjusted(0.5, 0.5, -0.5, -0.5))
        if rect.width() >= _LEAST_FOR_PLATE:
            lines = [rect_words(tile.rect), tile_words(tile)]
            corner = rect.center() - QPointF(rect.width() / 2 - GAP, GAP)
            plate = paint_plate(painter, corner, lines, rect.intersected(whole), inks.TILE)
            if tile.cut:
                _paint_cut(painter, tile, QPointF(plate.left(), plate.bottom() + GAP / 2), rect)


def _paint_cut(painter: QPainter, tile: TileFigures, corner: QPointF, within: QRectF) -> None:
    """Paint the whole picture small, and the part of it that is seen."""
    long_side = max(1.0, tile.aspect)
    whole = QRectF(
        corner.x(), corner.y(), _THUMB_PX * tile.aspect / long_side, _THUMB_PX / long_side
    )
    if not within.contains(whole):
        return
    cut = tile.cut
    seen = whole.adjusted(
        cut.left * whole.width(),
        cut.top * whole.height(),
        -cut.right * whole.width(),
        -cut.bottom * whole.height(),
    )
    painter.setPen(QPen(inks.WRONG, 1))
    painter.setBrush(inks.PLATE)
    painter.drawRect(whole)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.TILE)
    painter.drawRect(seen)


def paint_markers(painter: QPainter, markers: Sequence[Marker], whole: QRectF) -> None:
    """Frame what a check has found, and say what it is."""
    for marker in markers:
        ink = inks.WRONG if marker.is_wrong else inks.RIGHT
        rect = QRectF(
            marker.x * whole.width(),
            marker.y * whole.height(),
            marker.width * whole.width(),
            marker.height * whole.height(),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if marker.text:
            paint_plate(painter, rect.topLeft() + QPointF(4, 4), [marker.text], whole, ink)


def _drawn(rect: Rect, px_per_unit: float) -> QRectF:
    drawn = rect.scaled(px_per_unit, px_per_unit)
    return QRectF(drawn.x, drawn.y, drawn.width, drawn.height)
