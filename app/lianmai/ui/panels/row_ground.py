"""What lies behind a row of a list: selection, focus and hover, the same in every panel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from lianmai.ui import theme
from lianmai.ui.theme import GAP


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of one row on an antialiasing *painter*."""
    state, colors = option.state, theme.colors()
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if not (is_selected or is_hovered or has_focus):
        return
    ground = QColor(colors.raised)
    ground.setAlphaF(1.0 if is_selected else 0.5)
    painter.setBrush(ground)
    painter.setPen(QPen(QColor(colors.accent), 2) if has_focus else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(5, 2, -5, -2), GAP, GAP)
