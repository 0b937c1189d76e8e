"""How an event looks in the list: a mark, words and time above, details below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.panels.event_model import EventRow
from lianmai.ui.panels.event_words import Level
from lianmai.ui.panels.keyed_model import ROW_ROLE, Index
from lianmai.ui.panels.row_ground import paint_ground
from lianmai.ui.theme import GAP, Text

Mirror: TypeAlias = Callable[[QRect], QRect]
"""Gives the place of something where lines run from right to left, when they do."""
_MARK_PX = 16
_SIDE_PX = 2 * GAP
_MARKS = {
    Level.NUMBERS: "chart",
    Level.EVENT: "info",
    Level.WARNING: "warning",
    Level.ERROR: "close",
}


class EventDelegate(QStyledItemDelegate):
    """Paints `EventRow`s; every row is equally high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of any row."""
        lines = QFontMetrics(theme.font(Text.BODY)).height()
        lines += QFontMetrics(theme.font(Text.SMALL)).height()
        return QSize(200, lines + 3 * GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row at *index*."""
        row: EventRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        inner = option.rect.adjusted(_SIDE_PX, GAP * 3 // 4, -_SIDE_PX, -GAP * 3 // 4)
        mark = QRect(inner.left(), inner.top() + 1, _MARK_PX, _MARK_PX)
        visible = partial(QStyle.visualRect, option.direction, option.rect)
        paint_icon(painter, _MARKS[row.level], QRectF(visible(mark)), _mark_color(row.level))
        inner.setLeft(inner.left() + _MARK_PX + GAP)
        _paint_upper(painter, inner, row, visible)
        _paint_lower(painter, inner, row, visible)
        painter.restore()


def _mark_color(level: Level) -> str:
    colors = theme.colors()
    return {Level.WARNING: colors.warning, Level.ERROR: colors.bad}.get(level, colors.quiet)


def _paint_upper(painter: QPainter, inner: QRect, row: EventRow, visible: Mirror) -> None:
    """Paint the words, and the time behind them."""
    colors, numbers = theme.colors(), theme.font(Text.NUMBERS)
    time_px = QFontMetrics(numbers).horizontalAdvance(row.time)
    made = theme.font(Text.STRONG if row.level >= Level.WARNING else Text.BODY)
    line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(made).height())
    painter.setFont(numbers)
    painter.setPen(QColor(colors.quiet))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(visible(line), right, row.time)
    line.setWidth(line.width() - time_px - GAP)
    _paint_elided(painter, visible(line), row.words, made, colors.text)


def _paint_lower(painter: QPainter, inner: QRect, row: EventRow, visible: Mirror) -> None:
    made = theme.font(Text.SMALL)
    height = QFontMetrics(made).height()
    line = QRect(inner.left(), inner.bottom() - height + 1, inner.width(), height)
    text = " · ".join(part for part in (row.source, row.details) if part)
    _paint_elided(painter, visible(line), text, made, theme.colors().quiet)


def _paint_elided(painter: QPainter, line: QRect, text: str, made: QFont, color: str) -> None:
    shown = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.setFont(made)
    painter.setPen(QColor(color))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
