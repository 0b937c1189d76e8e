"""Small things that the pages of the panel are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """Return *inside* with a scroll bar when it is too high."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    for ground in (area, inside):
        ground.setBackgroundRole(QPalette.ColorRole.Base)
    return area


def heading(text: str, parent: QWidget) -> QLabel:
    """Return the title of a part of a page."""
    made = QLabel(text, parent)
    made.setFont(theme.font(Text.STRONG))
    return made


def quiet_label(text: str, parent: QWidget) -> QLabel:
    """Return a sentence of less weight, on as many lines as it needs."""
    made = QLabel(text, parent)
    made.setProperty("quiet", True)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setContentsMargins(0, GAP // 2, 0, 0)
    return made


def plain_label(text: str, parent: QWidget) -> QLabel:
    """Return a sentence on as many lines as it needs."""
    made = QLabel(text, parent)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
