"""The list of what a component has told its page, to be laid beside a phone's log."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lianmai.core.journal import Entry, Journal
from lianmai.ui.panels.event_list import EventList
from lianmai.ui.panels.event_model import EventModel
from lianmai.ui.panels.inspector.code_row import TOLD, CodeRow, code_row
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.icon_button import IconButton

_CAPACITY = 500


class CodeLog(QWidget):
    """Follows the newest; copies what is selected, or everything."""

    def __init__(
        self, component: Component, journal: Journal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._source = component.kind, component.source
        self._start_s: float | None = None
        self.model = EventModel(_CAPACITY, self._row, self)
        for entry in journal.entries:
            self._put(entry)
        self.destroyed.connect(journal.listen(self._put))
        self.list = EventList(self.model, self)
        self.list.setAccessibleName(self.tr("State codes"))
        self.count = QLabel(self)
        self.count.setProperty("quiet", True)
        self._lay_out()

    @Slot()
    def refresh(self) -> None:
        """Show what has come since."""
        self.list.grow()
        count = len(self.model.rows)
        empty = self.tr("This component has said nothing yet.")
        self.count.setText(self.tr("{n} events").format(n=count) if count else empty)
        self.copy.setEnabled(bool(count))

    def as_text(self) -> str:
        """Return everything as a phone's log."""
        return "\n".join(row.text() for row in self.model.rows)

    def _put(self, entry: Entry) -> None:
        if entry.source != self._source:
            return
        if self._start_s is None:
            self._start_s = entry.time_s
        if entry.name in TOLD:
            self.model.put(entry)

    def _row(self, entry: Entry) -> CodeRow:
        start_s = entry.time_s if self._start_s is None else self._start_s
        return code_row(entry, self._kind, start_s)

    @Slot()
    def _copy(self) -> None:
        if self.list.selectedIndexes():
            self.list.copy_selected()
        else:
            QGuiApplication.clipboard().setText(self.as_text())

    def _lay_out(self) -> None:
        self.copy = IconButton("copy", self.tr("Copy as a log"), "Ctrl+C", self)
        self.copy.clicked.connect(self._copy)
        newest = IconButton("down", self.tr("Go to the newest"), parent=self)
        newest.clicked.connect(self.list.follow)
        newest.hide()
        self.list.following_changed.connect(newest.setHidden)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, GAP // 2, 0)
        foot.setSpacing(0)
        foot.addWidget(self.count, 1)
        foot.addWidget(newest)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
