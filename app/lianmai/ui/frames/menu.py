"""The menu of phones the stage can be seen on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lianmai.core.stage.devices import Device, Screen, devices, screen_of


class FrameMenu(QMenu):
    """One device or none, how it is held, and how it is shown."""

    screen_chosen = Signal(object)
    true_size_chosen = Signal(bool)
    marks_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._choice = QActionGroup(self)
        self._none = self._add_choice(self, self.tr("No frame"), None)
        self._add_kinds()
        self.addSeparator()
        self._landscape = self._add_switch(self.tr("Held sideways"), on=False)
        self._true_size = self._add_switch(self.tr("1:1 instead of fitted in"), on=False)
        self._marks = self._add_switch(self.tr("Safe area and capsule"), on=True)
        self._none.setChecked(True)
        self._choice.triggered.connect(self._tell_screen)
        self._landscape.toggled.connect(self._tell_screen)
        self._true_size.toggled.connect(self.true_size_chosen)
        self._marks.toggled.connect(self.marks_chosen)
        self._show_use()

    @property
    def screen_chosen_now(self) -> Screen | None:
        """What is marked."""
        action = self._choice.checkedAction()
        device = action.data() if action is not None else None
        if not isinstance(device, Device):
            return None
        return screen_of(device, is_landscape=self._landscape.isChecked())

    def choose(self, screen: Screen | None) -> None:
        """Mark *screen*, and tell."""
        for action in self._choice.actions():
            if action.data() == (screen.device if screen else None):
                action.setChecked(True)
        self._landscape.setChecked(screen is not None and screen.is_landscape)
        self._tell_screen()

    @Slot()
    def _tell_screen(self) -> None:
        self._show_use()
        self.screen_chosen.emit(self.screen_chosen_now)

    def _show_use(self) -> None:
        """Offer switches only where there is a phone to be switched."""
        has_screen = self.screen_chosen_now is not None
        for action in (self._landscape, self._true_size, self._marks):
            action.setEnabled(has_screen)

    def _add_kinds(self) -> None:
        kinds = {
            "iphone": self.addMenu(self.tr("iPhone")),
            "android": self.addMenu(self.tr("Android phones")),
            "tablet": self.addMenu(self.tr("Tablets")),
        }
        for device in devices().values():
            size = f"{device.width} × {device.height}"
            action = self._add_choice(kinds[device.kind], f"{device.title}\t{size}", device)
            action.setToolTip("\n".join(device.source))

    def _add_choice(self, menu: QMenu, text: str, device: Device | None) -> QAction:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setData(device)
        self._choice.addAction(action)
        menu.addAction(action)
        return action

    def _add_switch(self, text: str, *, on: bool) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setChecked(on)
        self.addAction(action)
        return action
