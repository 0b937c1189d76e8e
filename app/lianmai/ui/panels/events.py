"""The panel that shows what happened, as it happens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lianmai.core.errors import OutputError
from lianmai.ui.panels.call_view import CallView
from lianmai.ui.panels.event_list import EventList
from lianmai.ui.panels.event_model import EventModel
from lianmai.ui.panels.event_words import Level, json_line_of
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.confirm_bar import ConfirmBar
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.save_file import ask_where, write


class EventPanel(QWidget):
    """The journal of a call, from its beginning."""

    def __init__(self, call: CallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = call.journal
        self.model = EventModel(parent=self)
        for entry in self._journal.entries:
            self.model.put(entry)
        self.destroyed.connect(self._journal.listen(self.model.put))
        self.list = EventList(self.model, self)
        self.list.following_changed.connect(self._show_following)
        self.filter = self._make_filter()
        self.level = self._make_level()
        self.count = QLabel(self)
        self.count.setProperty("quiet", True)
        self.newest = IconButton("down", self.tr("Go to the newest"), parent=self)
        self.newest.clicked.connect(self.list.follow)
        self.newest.hide()
        self.bar = ConfirmBar(self)
        self._lay_out()

    def _make_filter(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(self.tr("Find in events"))
        made.setAccessibleName(made.placeholderText())
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._narrow)
        return made

    def _make_level(self) -> ComboBox:
        made = ComboBox(self)
        made.setAccessibleName(self.tr("Least level"))
        made.setMinimumContentsLength(7)
        made.addItem(self.tr("Events"), Level.EVENT)
        made.addItem(self.tr("Warnings"), Level.WARNING)
        made.addItem(self.tr("Errors"), Level.ERROR)
        made.addItem(self.tr("Everything"), Level.NUMBERS)
        made.currentIndexChanged.connect(self._narrow)
        return made

    def _lay_out(self) -> None:
        find = QHBoxLayout()
        find.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        find.addWidget(self.filter, 3)
        find.addWidget(self.level, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(find)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        copy = IconButton("copy", self.tr("Copy the selected lines"), "Ctrl+C", self)
        copy.clicked.connect(self.list.copy_selected)
        save = IconButton("save", self.tr("Save all events as JSON lines…"), parent=self)
        save.clicked.connect(self._ask_where)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, 0, GAP // 2, GAP // 2)
        foot.setSpacing(0)
        foot.addWidget(self.count, 1)
        for widget in (self.newest, copy, save):
            foot.addWidget(widget)
        return foot

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date at once."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what has come since; one insertion however much it is."""
        if self.isVisible():
            self.list.grow()
            self._count()

    def save_events(self, path: Path) -> None:
        """Write the whole journal to *path* as JSON lines; say so when that fails."""
        lines = [json_line_of(entry) + "\n" for entry in self._journal.entries]
        try:
            write(path, "".join(lines))
        except OutputError as error:
            self.bar.tell(str(error))

    @Slot()
    def _narrow(self) -> None:
        self.model.narrow(self.filter.text(), Level(self.level.currentData()))
        self.list.follow()
        self._count()

    @Slot(bool)
    def _show_following(self, following: bool) -> None:
        self.newest.setVisible(not following)

    @Slot()
    def _ask_where(self) -> None:
        ask_where(self, self.tr("Save events"), "lianmai-events.jsonl", self.save_events)

    def _count(self) -> None:
        shown, count = len(self.model.rows), self.model.count()
        if count == 0:
            text = self.tr("Nothing has happened yet.")
        elif shown == count:
            text = self.tr("{n} entries").format(n=count)
        else:
            text = self.tr("{shown} of {n}").format(shown=shown, n=count)
        self.count.setText(text)
