"""How a participant looks in the list: two lines of text, and marks on both sides."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.panels.keyed_model import ROW_ROLE, Index
from lianmai.ui.panels.participant_rows import Health, ParticipantRow
from lianmai.ui.panels.row_ground import paint_ground
from lianmai.ui.theme import GAP, Text

_DISC_PX = 32
_MARK_PX = 18
_NARROW_PX = 5
_MARKS: dict[Health, str] = {"retrying": "retry", "failed": "warning"}


class ParticipantDelegate(QStyledItemDelegate):
    """Paints `ParticipantRow`s; every row is equally high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of any row."""
        lines = QFontMetrics(theme.font(Text.STRONG)).height()
        lines += QFontMetrics(theme.font(Text.SMALL)).height()
        return QSize(200, max(_DISC_PX, lines) + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row at *index*."""
        row: ParticipantRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        inner = option.rect.adjusted(2 * GAP, GAP, -2 * GAP, -GAP)
        _paint_disc(painter, inner, row)
        right = _paint_marks(painter, inner, row)
        text = QRect(inner.left() + _DISC_PX + GAP, inner.top(), 0, inner.height())
        text.setRight(right - GAP)
        _paint_name(painter, text, row)
        _paint_state(painter, text, row)
        painter.restore()


def _paint_disc(painter: QPainter, inner: QRect, row: ParticipantRow) -> None:
    """Paint the first letter of the name on a disc."""
    disc = QRectF(inner.left(), inner.center().y() - _DISC_PX / 2, _DISC_PX, _DISC_PX)
    colors = theme.colors()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent if row.is_own else colors.line))
    painter.drawEllipse(disc)
    painter.setPen(QColor(colors.on_accent if row.is_own else colors.text))
    painter.setFont(theme.font(Text.STRONG))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, row.name[:1].upper())


def _paint_marks(painter: QPainter, inner: QRect, row: ParticipantRow) -> int:
    """Paint the icons at the right end; return where they begin, in px."""
    colors = theme.colors()
    marks: list[tuple[str, str]] = []
    if row.camera != "none":
        off = row.camera == "off"
        marks.append(("camera-off", colors.bad) if off else ("camera", colors.quiet))
    if row.microphone != "none":
        off = row.microphone == "off"
        marks.append(("mic-off", colors.bad) if off else ("mic", colors.quiet))
    if row.muted_here:
        marks.append(("volume-off", colors.warning))
    left = inner.right() + 1
    for name, color in marks:
        left -= _MARK_PX
        top = inner.center().y() - _MARK_PX / 2
        paint_icon(painter, name, QRectF(left, top, _MARK_PX, _MARK_PX), color)
        left -= _NARROW_PX
    return left


def _paint_name(painter: QPainter, text: QRect, row: ParticipantRow) -> None:
    made = theme.font(Text.STRONG)
    metrics = QFontMetrics(made)
    line = QRect(text.left(), text.top(), text.width(), metrics.height())
    room_px = line.width() - (_MARK_PX if row.is_host else 0)
    shown = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, room_px)
    painter.setFont(made)
    painter.setPen(QColor(theme.colors().text))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    if row.is_host:
        left = line.left() + metrics.horizontalAdvance(shown) + _NARROW_PX
        mark = QRectF(left, line.center().y() - 6, 14, 14)
        paint_icon(painter, "host", mark, theme.colors().warning)


def _paint_state(painter: QPainter, text: QRect, row: ParticipantRow) -> None:
    made = theme.font(Text.SMALL)
    metrics = QFontMetrics(made)
    line = QRect(text.left(), text.bottom() - metrics.height() + 1, text.width(), metrics.height())
    color = _state_color(row.health)
    if mark := _MARKS.get(row.health):
        paint_icon(painter, mark, QRectF(line.left(), line.center().y() - 6, 13, 13), color)
        line.setLeft(line.left() + 17)
    text_shown = " · ".join(_state_words(row))
    shown = metrics.elidedText(text_shown, Qt.TextElideMode.ElideRight, line.width())
    painter.setFont(made)
    painter.setPen(QColor(color))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _state_words(row: ParticipantRow) -> list[str]:
    """Return the lower line: a problem alone, else what is not as usual, and the uid."""
    if row.problem:
        return [row.problem]
    words = [row.state]
    if row.volume < 1.0 and not row.muted_here:
        words.append(f"{row.volume:.0%}")
    if row.is_host or row.is_audience:
        words.append(row.role)
    return words if row.name == row.uid else [*words, row.uid]


def _state_color(health: Health) -> str:
    colors = theme.colors()
    return {"retrying": colors.warning, "failed": colors.bad}.get(health, colors.quiet)
