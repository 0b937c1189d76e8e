"""A group of attributes under a heading that folds it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui import theme
from lianmai.ui.panels.inspector.attribute_row import AttributeRow
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.icon_button import IconButton


class FormSection(QWidget):
    """Rows below a button with *title*; *make* gives them when `fill` is called.

    `opened` tells that the user wants to see them.
    """

    opened = Signal()

    def __init__(
        self,
        title: str,
        infos: Sequence[AttributeInfo],
        make: Callable[[AttributeInfo], AttributeRow],
        parent: QWidget,
        *,
        is_folded: bool = False,
    ) -> None:
        super().__init__(parent)
        self._infos, self._make = infos, make
        self._rows: list[AttributeRow] = []
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
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, GAP)
        self._column.setSpacing(GAP // 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP // 2)
        whole.addWidget(self.head)
        whole.addWidget(self._inside)
        self._show()

    @property
    def is_awaited(self) -> bool:
        """Whether rows are to be seen that are not there yet."""
        return self._is_open and not self._rows

    def fill(self) -> None:
        """Make the rows, once."""
        if not self._rows:
            self._rows = [self._make(info) for info in self._infos]
            for row in self._rows:
                self._column.addWidget(row)

    def fold_around(self, wanted: str) -> bool:
        """Open what has rows to show while *wanted* is looked for; tell whether there are any."""
        self._is_searching = bool(wanted)
        has_rows = any(not row.isHidden() for row in self._rows)
        self.setHidden(not has_rows)
        self._show()
        return has_rows

    @property
    def _is_open(self) -> bool:
        return self.head.isChecked() or self._is_searching

    @Slot()
    def _show(self) -> None:
        is_open = self._is_open
        if self.is_awaited:
            self.opened.emit()
        self._inside.setVisible(is_open)
        self.head.show_as("down" if is_open else "next", self.head.text())
        self.head.setToolTip("")
