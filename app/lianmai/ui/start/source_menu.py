"""The menu of devices in a call: picture, sound, output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lianmai.core.source import Source
from lianmai.ui import theme
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
from lianmai.ui.widgets.open_file import ask_which

Outputs = Callable[[], Sequence[tuple[str, str]]]


class SourceMenu(QMenu):
    """Built anew each time it opens, and once more when devices turn out different."""

    source_chosen = Signal(object)
    output_chosen = Signal(str)

    def __init__(
        self, devices: DeviceList, outputs: Outputs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.source = Source()
        self.output = ""
        self._devices, self._outputs = devices, outputs
        self.aboutToShow.connect(self._open)
        devices.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _open(self) -> None:
        self._devices.refresh()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.clear()
        known = self._devices.devices
        self._add_choices(self.tr("Picture"), picture_choices(known), self._choose_picture)
        self._add_choices(self.tr("Sound"), sound_choices(known, self.source), self._choose_sound)
        self._add_outputs()

    def _add_choices(
        self, title: str, choices: Sequence[Choice], choose: Callable[..., None]
    ) -> None:
        self._add_title(title)
        for choice in choices:
            is_chosen = choice.is_of(self.source)
            self._add(choice.icon, choice.title, is_chosen, partial(choose, choice))

    def _add_outputs(self) -> None:
        self._add_title(self.tr("Loudspeaker"))
        for device_id, label in [("", self.tr("Chosen by the system")), *self._outputs()]:
            is_chosen = device_id == self.output
            self._add("volume", label, is_chosen, partial(self._choose_output, device_id))

    def _add(self, name: str, text: str, is_chosen: bool, choose: Callable[[], None]) -> None:
        """Add one thing to choose; what is chosen has a check mark instead of its icon."""
        mark = icon("check", theme.colors().accent) if is_chosen else icon(name)
        action = QAction(mark, text, self)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda: choose())
        self.addAction(action)

    def _add_title(self, title: str) -> None:
        if not self.isEmpty():
            self.addSeparator()
        heading = QAction(title, self)
        heading.setEnabled(False)
        self.addAction(heading)

    def _choose_picture(self, choice: PictureChoice) -> None:
        if not choice.asks_for_file:
            self.source_chosen.emit(choice.applied_to(self.source))
            return
        take = partial(self._choose_file, choice)
        ask_which(self.parentWidget(), choice.title, file_filter(choice.kind), take, Path.cwd())

    def _choose_file(self, choice: PictureChoice, path: Path) -> None:
        self.source_chosen.emit(choice.applied_to(self.source, str(path)))

    def _choose_sound(self, choice: SoundChoice) -> None:
        self.source_chosen.emit(choice.applied_to(self.source))

    def _choose_output(self, device_id: str) -> None:
        self.output = device_id
        self.output_chosen.emit(device_id)
