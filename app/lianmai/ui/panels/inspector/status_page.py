"""What a component reports: the numbers above, the codes below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lianmai.core.journal import Journal
from lianmai.ui.panels.inspector.code_log import CodeLog
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.panels.inspector.status_table import StatusModel, StatusTable, status_rows
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.pieces import quiet_label


class StatusPage(QWidget):
    """Shows *component*; the share of both parts can be changed."""

    def __init__(
        self, component: Component, journal: Journal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._component = component
        self.model = StatusModel(self)
        self.table = StatusTable(self.model, self)
        self.codes = CodeLog(component, journal, self)
        words = self.tr("Statistics come every 2 s while media flows.")
        self._waiting = quiet_label(words, self)
        self._waiting.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._with_margin(self.table))
        split.addWidget(self.codes)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._waiting)
        column.addWidget(split, 1)
        self.refresh()

    def _with_margin(self, table: StatusTable) -> QWidget:
        made = QWidget(self)
        made.setBackgroundRole(QPalette.ColorRole.Base)
        made.setAutoFillBackground(True)
        row = QVBoxLayout(made)
        row.setContentsMargins(GAP, 0, 0, 0)
        row.addWidget(table)
        return made

    @Slot()
    def refresh(self) -> None:
        """Show the state of now."""
        self._waiting.setHidden(bool(self._component.netstatus()))
        self.model.show(status_rows(self._component))
        self.codes.refresh()
