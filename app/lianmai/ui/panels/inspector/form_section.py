"""A group of attributes under a heading that folds it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.icon_button import IconButton
from lianmai.ui.panels.inspector.attribute_row import AttributeRow
from lianmai.ui.theme import GAP, Text


class FormSection(QWidget):
    """*rows* below a button with *title*."""

    def __init__(
        self,
        title: str,
        rows: Sequence[AttributeRow],
        parent: QWidget,
        *,
        is_folded: bool = False,
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._is_searching = False
        self.head = IconButton("down", title, parent=self)
        self.head.setFont(theme.font(Text.STRONG))
        self.head.setProperty("kind", "heading")
        self.head.setIconSize(QSize(16, 16))
        self.head.setMinimumSize(0, 0)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setCheckable(True)
        self.head.setChecked(not is_folded)
        self.head.toggled.connect(self._show)
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP // 2)
        for row in rows:
            column.addWidget(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP // 2)
        whole.addWidget(self.head)
        whole.addWidget(self._inside)
        self._show()

    def fold_around(self, wanted: str) -> bool:
        """Open what has rows to show while *wanted* is looked for; tell whether there are any."""
        self._is_searching = bool(wanted)
        has_rows = any(not row.isHidden() for row in self._rows)
        self.setHidden(not has_rows)
        self._show()
        return has_rows

    @Slot()
    def _show(self) -> None:
        is_open = self.head.isChecked() or self._is_searching
        self._inside.setVisible(is_open)
        self.head.show_as("down" if is_open else "next", self.head.text())
        self.head.setToolTip("")
