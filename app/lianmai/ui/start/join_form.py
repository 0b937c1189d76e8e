"""The form to join a room: server, room, name, source; checks what is typed as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lianmai.core.redact import redact
from lianmai.ui.settings import Entries
from lianmai.ui.start.checks import check_name, check_room, check_server
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.source_picker import SourcePicker
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.field import Field


class JoinForm(QWidget):
    """Gives `Entries`; `join_wanted` carries them once they are complete."""

    join_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self.place = ComboBox(self)
        self.place.addItems([self.tr("Built in, on this computer"), self.tr("Another server")])
        self.server, self.room, self.name = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.server.setPlaceholderText("ws://192.168.1.20:8440")
        self.name.setPlaceholderText(self.tr("shown to the others"))
        self.picker = SourcePicker(devices, self)
        self.place_field = Field(self.tr("Room server"), self.place, self)
        self.server_field = Field(self.tr("Address"), self.server, self)
        self.room_field = Field(self.tr("Room"), self.room, self)
        self.name_field = Field(self.tr("Your name"), self.name, self)
        self.error = QLabel(self)
        self.button = QPushButton(self)
        self._lay_out()
        self.place.currentIndexChanged.connect(self._check)
        for editor in (self.server, self.room, self.name):
            editor.textChanged.connect(self._check)
            editor.returnPressed.connect(self._press)
        self.button.clicked.connect(self._press)
        self.show_busy(False)

    def show_entries(self, entries: Entries) -> None:
        """Fill in *entries*."""
        self.place.setCurrentIndex(1 if entries.server else 0)
        self.server.setText(entries.server)
        self.room.setText(entries.room)
        self.name.setText(entries.name)
        self.picker.source = entries.source
        self._check()

    def entries(self) -> Entries:
        """Return what is filled in."""
        is_elsewhere = self.place.currentIndex() == 1
        return Entries(
            server=self.server.text().strip() if is_elsewhere else "",
            room=self.room.text().strip(),
            name=self.name.text().strip(),
            source=self.picker.source,
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything filled in is in order."""
        fields = (self.server_field, self.room_field, self.name_field)
        return not any(field.complaint for field in fields)

    def say_error(self, sentence: str) -> None:
        """Show why joining failed, without secrets; an empty sentence takes it back."""
        self.error.setText(redact(sentence))
        self.error.setVisible(bool(sentence))

    def show_busy(self, busy: bool) -> None:
        """Show that joining is under way; then the button cancels."""
        self._is_busy = busy
        self.button.setText(self.tr("Cancel") if busy else self.tr("Join"))
        self.button.setProperty("kind", "" if busy else "primary")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
        for editor in (self.place, self.server, self.room, self.name, self.picker):
            editor.setEnabled(not busy)
        self._check()

    @Slot()
    def _check(self) -> None:
        entries = self.entries()
        is_elsewhere = self.place.currentIndex() == 1
        self.server_field.setVisible(is_elsewhere)
        self.server_field.complain(check_server(entries.server) if is_elsewhere else "")
        self.room_field.complain(check_room(entries.room))
        self.name_field.complain(check_name(entries.name))
        self.button.setEnabled(self._is_busy or self.is_complete)

    @Slot()
    def _press(self) -> None:
        if self._is_busy:
            self.cancel_wanted.emit()
        elif self.is_complete:
            self.say_error("")
            self.join_wanted.emit(self.entries())

    def _lay_out(self) -> None:
        self.error.setProperty("bad", True)
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + GAP // 2)
        fields = (self.place_field, self.server_field, self.room_field, self.name_field)
        for widget in (*fields, self.picker, self.error, self.button):
            column.addWidget(widget)
