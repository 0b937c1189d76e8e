"""Two boxes to choose picture and sound before a call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from lianmai.core.source import Source
from lianmai.ui.icons import icon
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.source_choices import (
    Choice,
    PictureChoice,
    SoundChoice,
    file_filter,
    picture_choices,
    sound_choices,
)
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.field import Field
from lianmai.ui.widgets.open_file import ask_which


class SourcePicker(QWidget):
    """Lets the user choose a `Source`; devices appear as they are found."""

    source_changed = Signal()

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._source = Source()
        self._pictures: Sequence[PictureChoice] = ()
        self._sounds: Sequence[SoundChoice] = ()
        self.picture_box, self.sound_box = ComboBox(self), ComboBox(self)
        self.picture_box.activated.connect(self._choose_picture)
        self.sound_box.activated.connect(self._choose_sound)
        devices.changed.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(Field(self.tr("Picture"), self.picture_box, self))
        column.addWidget(Field(self.tr("Sound"), self.sound_box, self))
        self._fill()

    @property
    def source(self) -> Source:
        """What is chosen."""
        return self._source

    @source.setter
    def source(self, source: Source) -> None:
        self._source = source
        self._fill()

    @Slot()
    def _fill(self) -> None:
        known = self._devices.devices
        self._pictures = picture_choices(known)
        self._sounds = sound_choices(known, self._source)
        self._show(self.picture_box, self._pictures)
        self._show(self.sound_box, self._sounds)

    def _show(self, box: QComboBox, choices: Sequence[Choice]) -> None:
        box.clear()
        chosen = -1
        for index, choice in enumerate(choices):
            is_chosen = choice.is_of(self._source)
            chosen = index if is_chosen else chosen
            box.addItem(icon(choice.icon), self._title(choice, is_chosen))
        if chosen < 0:  # a device of last time that is not here
            box.addItem(icon("warning"), self._source.video_name or self._source.audio_name)
            chosen = box.count() - 1
        box.setCurrentIndex(chosen)

    def _title(self, choice: Choice, is_chosen: bool) -> str:
        if is_chosen and isinstance(choice, PictureChoice) and choice.asks_for_file:
            return PurePath(self._source.video_name).name
        return choice.title

    @Slot(int)
    def _choose_picture(self, index: int) -> None:
        if index >= len(self._pictures):
            return
        choice = self._pictures[index]
        if not choice.asks_for_file:
            self._take(choice.applied_to(self._source))
            return
        self._fill()  # shows the old choice until a file is chosen
        take = partial(self._choose_file, choice)
        ask_which(self, choice.title, file_filter(choice.kind), take, Path.cwd())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()
        super().changeEvent(event)

    def _choose_file(self, choice: PictureChoice, path: Path) -> None:
        self._take(choice.applied_to(self._source, str(path)))

    @Slot(int)
    def _choose_sound(self, index: int) -> None:
        if index < len(self._sounds):
            self._take(self._sounds[index].applied_to(self._source))

    def _take(self, source: Source) -> None:
        self.source = source
        self.source_changed.emit()
