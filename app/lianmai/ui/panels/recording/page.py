"""The page that says what is recorded, where to, and how much there is of it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lianmai.call import Call
from lianmai.core.messages import StreamId
from lianmai.ui.icons import icon
from lianmai.ui.panels.recording.desk import RecordingDesk
from lianmai.ui.panels.recording.recorded_file import RecordedFile, size_words, time_words
from lianmai.ui.panels.statistic_rows import label_of
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.check_box import CheckBox
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.fitting_list import FittingList
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import heading, plain_label, quiet_label

_SCARCE_BYTES = 1 << 30


class RecordingPage(QWidget):
    """Shows *desk* and states wishes to it."""

    def __init__(self, call: Call, desk: RecordingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call, self._desk = call, desk
        self._boxes: dict[StreamId, CheckBox] = {}
        self._make_controls()
        self._lay_out()
        desk.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how it goes."""
        desk = self._desk
        self.folder.setText(str(desk.folder))
        self.change.setEnabled(not desk.is_running)
        self._show_room()
        self._list_streams()
        is_on = desk.is_running
        self.start.setText(self.tr("Stop recording") if is_on else self.tr("Start recording"))
        self.start.setEnabled(is_on or desk.wants_all or desk.wants_stage or bool(desk.wanted))
        self.problem.setText(desk.problem)
        self.problem.setVisible(bool(desk.problem))
        self._list_files()

    def _show_room(self) -> None:
        free = self._desk.free_bytes()
        is_scarce = free is not None and free < _SCARCE_BYTES
        words = self.tr("{size} free").format(size=size_words(free)) if free is not None else ""
        self.room.setText(words)
        if self.room.property("bad") != is_scarce:
            self.room.setProperty("bad", is_scarce)
            self.room.style().unpolish(self.room)
            self.room.style().polish(self.room)

    # --- what is recorded ---------------------------------------------------------------------

    def _list_streams(self) -> None:
        """Offer every stream there is; those that have gone are offered no more."""
        there = self._call.room.remote_streams
        for gone in self._boxes.keys() - set(there):
            box = self._boxes.pop(gone)
            self._streams.removeWidget(box)
            box.deleteLater()
        for stream_id in there:
            if stream_id not in self._boxes:
                self._boxes[stream_id] = box = CheckBox("", self)
                box.toggled.connect(self._tell_wishes)
                self._streams.addWidget(box)
        desk = self._desk
        blocked = [QSignalBlocker(it) for it in (self.everybody, self.stage, *self._boxes.values())]
        self.everybody.setChecked(desk.wants_all)
        self.stage.setChecked(desk.wants_stage)
        for stream_id, box in self._boxes.items():
            box.setText(label_of(self._call, stream_id))
            box.setChecked(desk.wants_all or stream_id in desk.wanted)
            box.setEnabled(not desk.wants_all)
        del blocked

    @Slot()
    def _tell_wishes(self) -> None:
        self._desk.want(
            everybody=self.everybody.isChecked(),
            stage=self.stage.isChecked(),
            streams={stream_id for stream_id, box in self._boxes.items() if box.isChecked()},
        )

    # --- what there is ------------------------------------------------------------------------

    def _list_files(self) -> None:
        """Show all files, the newest first; a row is not made anew while it only grows."""
        files = list(reversed(self._desk.files))
        has_changed = self.files.count() != len(files)
        while self.files.count() > len(files):
            self.files.takeItem(self.files.count() - 1)
        while self.files.count() < len(files):
            self.files.addItem(QListWidgetItem())
        for row, file in enumerate(files):
            item = self.files.item(row)
            words = self._words(file)
            if item.text() != words:
                item.setText(words)
                item.setToolTip(str(file.path))
                item.setIcon(icon("record" if file.ended_s is None else "check"))
        if has_changed:
            self.files.fit()
        self.files.setVisible(bool(files))
        self.none.setVisible(not files)

    def _words(self, file: RecordedFile) -> str:
        length = time_words(file.seconds(time.time()))
        return f"{file.label}  ·  {length}  ·  {size_words(file.byte_count())}\n{file.path.name}"

    # --- making -------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        title = self.tr("Folder for recordings")
        dialog = QFileDialog(self, title, str(self._desk.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._desk.choose_folder(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_controls(self) -> None:
        self.folder = ElidedLabel(self)
        self.change = IconButton("folder", self.tr("Choose a folder…"), parent=self)
        self.change.clicked.connect(self._look)
        self.room = QLabel(self)
        self.room.setProperty("quiet", True)
        self.everybody = CheckBox(self.tr("Everybody, whoever comes"), self)
        self.everybody.toggled.connect(self._tell_wishes)
        self.stage = CheckBox(self.tr("The stage, mixed into one file"), self)
        self.stage.toggled.connect(self._tell_wishes)
        self.start = QPushButton(self)
        self.start.setProperty("kind", "primary")
        self.start.setToolTip("Ctrl+R")
        self.start.clicked.connect(self._desk.toggle)
        self.problem = plain_label("", self)
        self.problem.setProperty("bad", True)
        self.files = FittingList(self.tr("Files"), self)
        self.none = quiet_label(self.tr("Nothing has been recorded yet."), self)

    def _lay_out(self) -> None:
        folder = QHBoxLayout()
        folder.setSpacing(0)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.change)
        self._streams = QVBoxLayout()
        self._streams.setContentsMargins(2 * GAP, 0, 0, 0)
        self._streams.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Folder"), self))
        column.addLayout(folder)
        column.addWidget(self.room)
        column.addSpacing(GAP)
        column.addWidget(heading(self.tr("What to record"), self))
        hint = self.tr("Streams are kept as they come, without being encoded anew.")
        column.addWidget(quiet_label(hint, self))
        column.addWidget(self.everybody)
        column.addLayout(self._streams)
        column.addWidget(self.stage)
        column.addSpacing(GAP)
        column.addWidget(self.start)
        column.addWidget(self.problem)
        column.addSpacing(GAP)
        column.addWidget(heading(self.tr("Files"), self))
        column.addWidget(self.none)
        column.addWidget(self.files)
        column.addStretch()
