"""A line of a form."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lianmai.ui.theme import GAP


def line_of(title: str, editor: QWidget) -> QHBoxLayout:
    """Return *editor* with *title* before it."""
    label = QLabel(title, editor.parentWidget())
    label.setBuddy(editor)
    line = QHBoxLayout()
    line.setSpacing(GAP)
    line.addWidget(label)
    line.addWidget(editor, 1)
    return line
