"""What editors of attributes have in common."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lianmai.core.components.tables import AttributeInfo, AttributeValue
from lianmai.ui.theme import GAP

Value: TypeAlias = AttributeValue | None
"""``None`` is "not set"."""


class Editor(QWidget):
    """Shows one value; `chosen` tells the one the user wants instead."""

    chosen = Signal(object)

    def __init__(self, info: AttributeInfo, control: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.control = control
        control.setAccessibleName(info.name)
        self.setFocusProxy(control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(control, 1)
        for widget in beside:
            row.addWidget(widget)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*; *effective* is what acts while it is not set."""
        raise NotImplementedError
