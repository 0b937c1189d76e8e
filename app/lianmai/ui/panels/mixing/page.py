"""The page of mix tasks: add, follow, change, remove."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lianmai.core.errors import LianmaiError
from lianmai.core.mix.problems import MixCode
from lianmai.core.redact import redact
from lianmai.ui import theme
from lianmai.ui.icons import icon
from lianmai.ui.panels.mixing.desk import MixingDesk
from lianmai.ui.panels.mixing.form import MixForm
from lianmai.ui.panels.mixing.row import MixRow
from lianmai.ui.panels.recording.stage_canvas import StageCanvas
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.fitting_list import FittingList
from lianmai.ui.widgets.open_file import ask_which, standard_folder
from lianmai.ui.widgets.pieces import heading, plain_label, quiet_label
from lianmai.ui.words import translated


class MixingPage(QWidget):
    """Shows *desk* and states wishes to it; *stage_canvas* is what a new task shows."""

    def __init__(
        self, desk: MixingDesk, stage_canvas: StageCanvas, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._stage_canvas = desk, stage_canvas
        self._make_controls()
        self._lay_out()
        self.form.show_new(desk.free_name())
        desk.changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> str:
        """The name of the task that is selected; empty for a new one."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    @Slot()
    def refresh(self) -> None:
        """Show how the tasks fare."""
        rows = list(self._desk.rows.values())
        with QSignalBlocker(self.list):
            self._show_rows(rows)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        chosen = self._desk.rows.get(self.chosen)
        self.add.setVisible(chosen is None)
        self.update_.setVisible(chosen is not None)
        self.update_.setEnabled(chosen is not None and not chosen.is_over)
        self.remove.setEnabled(chosen is not None)
        self.new.setVisible(chosen is not None)

    def add_file(self, path: Path) -> None:
        """Begin the tasks in a file, or say why not."""
        self._attempt(lambda: self._desk.add_file(path))

    # --- wishes -------------------------------------------------------------------------------

    @Slot()
    def add_stage(self) -> None:
        """Begin the task entered, with the stage as its picture."""
        if (task := self.form.task(self._stage_canvas(None))) is None:
            return
        if self._attempt(lambda: self._desk.add(task, follows_stage=True)):
            self.form.show_new(self._desk.free_name())

    @Slot()
    def update_chosen(self) -> None:
        """Let the selected task go on as entered."""
        known = self._desk.task(self.chosen)
        if (task := self.form.task(known.canvas)) is not None:
            self._attempt(lambda: self._desk.update(task))

    @Slot()
    def remove_chosen(self) -> None:
        """End the selected task."""
        self._desk.remove(self.chosen)
        self._turn_to_new()

    @Slot()
    def _turn_to_new(self) -> None:
        self.list.setCurrentRow(-1)
        self.form.show_new(self._desk.free_name())
        self.refresh()

    @Slot()
    def _show_chosen(self) -> None:
        if self.chosen in self._desk.rows:
            self.form.show_task(self._desk.task(self.chosen))
        self.refresh()

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do *act*; say what is wrong when it cannot be done."""
        try:
            act()
        except LianmaiError as error:
            self._complain(translated(redact(str(error))))
            return False
        self._complain("")
        return True

    @Slot()
    def _look(self) -> None:
        title, names = self.tr("Mix task"), self.tr("Tasks") + " (*.json)"
        ask_which(self, title, names, self.add_file, standard_folder())

    # --- the list -----------------------------------------------------------------------------

    def _show_rows(self, rows: list[MixRow]) -> None:
        known = [self.list.item(at).data(_KEY) for at in range(self.list.count())]
        wanted = [row.key for row in rows]
        for at in reversed(range(len(known))):
            if known[at] not in wanted:
                self.list.takeItem(at)
        for key in wanted:
            if key not in known:
                item = QListWidgetItem()
                item.setData(_KEY, key)
                self.list.addItem(item)
        changed = [_has_shown(self.list.item(at), row) for at, row in enumerate(rows)]
        if any(changed) or len(known) != len(rows):
            self.list.fit()

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # --- making -------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.list = FittingList(self.tr("Mix tasks"), self)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.none = quiet_label(self.tr("No mix task yet."), self)
        self.form = MixForm(self)
        self.problem = plain_label("", self)
        self.problem.setProperty("bad", True)
        self.problem.hide()
        self.add = QPushButton(self.tr("Push the stage"), self)
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(self.add_stage)
        self.update_ = QPushButton(self.tr("Update"), self)
        self.update_.clicked.connect(self.update_chosen)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.clicked.connect(self.remove_chosen)
        self.new = QPushButton(self.tr("New task"), self)
        self.new.clicked.connect(self._turn_to_new)
        self.file = QPushButton(self.tr("From a file…"), self)
        self.file.clicked.connect(self._look)

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.addWidget(self.add, 0, 0)
        buttons.addWidget(self.update_, 0, 0)
        buttons.addWidget(self.remove, 0, 1)
        buttons.addWidget(self.file, 1, 0)
        buttons.addWidget(self.new, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        hint = self.tr("Pushes the stage as one stream, as a server's mix task does.")
        column.addWidget(heading(self.tr("Tasks"), self))
        column.addWidget(quiet_label(hint, self))
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self.form)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        column.addStretch()


_KEY = Qt.ItemDataRole.UserRole


def _has_shown(item: QListWidgetItem, row: MixRow) -> bool:
    """Say everything about *row*; tell whether that is anything new."""
    words = "\n".join(row.lines())
    if item.text() == words:
        return False
    colors = theme.colors()
    tones = {MixCode.RUNNING: ("signal", colors.good), MixCode.FAILED: ("warning", colors.bad)}
    name, color = tones.get(MixCode(row.code), ("stop", "")) if row.code else ("clock", "")
    item.setText(words)
    item.setToolTip(words)
    item.setIcon(icon(name, color))
    item.setForeground(QColor(colors.bad if row.code == MixCode.FAILED else colors.text))
    return True
