"""Everything that can be done in a call, once, for buttons, menus and keys alike."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.frames.menu import FrameMenu
from lianmai.ui.icons import icon
from lianmai.ui.stage.layouts import layout_menu
from lianmai.ui.stage.tile_menu import SNAPSHOT_KEYS

COMPONENT = "component"
"""The name of the panel that shows a phone's component."""
VERIFY = "verify"
"""The name of the panel with tools for the stage."""
OUTGOING = "outgoing"
"""The name of the panel that records and mixes."""


class CallActions(QObject):
    """The actions of a call; whoever shows the call connects them."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._icons: dict[QAction, tuple[str, str]] = {}
        self.microphone = self._make("mic", self.tr("Microphone"), "M", checkable=True)
        self.camera = self._make("camera", self.tr("Camera"), "V", checkable=True)
        self.devices = self._make("devices", self.tr("Devices"), "D")
        self.layout = self._make("grid", self.tr("Layout"), "L")
        self.frame = self._make("phone", self.tr("Frame"), "Shift+L")
        self.numbers = self._make("numbers", self.tr("Numbers"), "I", checkable=True)
        self.panels = {
            "participants": self._make("people", self.tr("People"), "P", checkable=True),
            "statistics": self._make("chart", self.tr("Statistics"), "G", checkable=True),
            "events": self._make("list", self.tr("Events"), "E", checkable=True),
            COMPONENT: self._make("component", self.tr("Component"), "C", checkable=True),
            VERIFY: self._make("verify", self.tr("Verify"), "Y", checkable=True),
            OUTGOING: self._make("record", self.tr("Record"), "X", checkable=True),
        }
        self.presentation = self._make("fullscreen", self.tr("Presentation"), "F11", checkable=True)
        self.names = self._make("name", self.tr("Names on pictures"), "N", checkable=True)
        self.code = self._make("qr", self.tr("Code to join"), "Q", checkable=True)
        self.badges = self._make("clock", self.tr("Latency"), "B", checkable=True)
        self.names.setChecked(True)
        self.copy = self._make("copy", self.tr("Copy join line"), "Ctrl+L")
        self.snapshot = self._make("snapshot", self.tr("Save a snapshot"), *SNAPSHOT_KEYS)
        self.screenshot = self._make(
            "stage-shot", self.tr("Save a screenshot of the stage"), "Shift+S", "Ctrl+Shift+S"
        )
        self.edit_canvas = self._make(
            "canvas", self.tr("Edit this layout as a canvas"), "Ctrl+E", checkable=True
        )
        self.open_canvas = self._make("folder", self.tr("Open a canvas…"), "Ctrl+O")
        self.leave = self._make("leave", self.tr("Leave"), "Ctrl+W")
        self.layout_menu = layout_menu(owner)
        self.layout.setMenu(self.layout_menu)
        self.layout_menu.addSeparator()
        self.layout_menu.addActions([self.edit_canvas, self.open_canvas])
        self.frame_menu = FrameMenu(owner)
        self.frame.setMenu(self.frame_menu)
        owner.addActions(list(self._icons))
        self.show_own(microphone_on=True, camera_on=True)

    def show_own(self, *, microphone_on: bool | None, camera_on: bool | None) -> None:
        """Show whether own microphone and camera are on; ``None``: there is none to turn on."""
        self._show_switch(self.microphone, "mic", on=microphone_on)
        self._show_switch(self.camera, "camera", on=camera_on)
        silent = self.tr("No sound is published; choose some under Devices")
        muted, heard = self.tr("Turn microphone on"), self.tr("Turn microphone off")
        self._tell(self.microphone, {None: silent, True: heard, False: muted}[microphone_on])
        blind = self.tr("No picture is published; choose one under Devices")
        unseen, seen = self.tr("Turn camera on"), self.tr("Turn camera off")
        self._tell(self.camera, {None: blind, True: seen, False: unseen}[camera_on])

    def show_recording(self, on: bool) -> None:
        """Show whether a recording is on."""
        record = self.panels[OUTGOING]
        self._icons[record] = ("record", "bad" if on else "")
        self._tell(record, self.tr("Record (a recording is on)") if on else record.text())
        self.recolor()

    def of_stage(self) -> list[QAction]:
        """Return what concerns the stage as a whole."""
        shown = [self.names, self.code, self.badges]
        return [self.layout, self.presentation, *shown, self.screenshot]

    def recolor(self) -> None:
        """Draw the icons in the colours of now."""
        for action, (name, tone) in self._icons.items():
            action.setIcon(icon(name, theme.colors().bad if tone == "bad" else ""))

    def tone(self, action: QAction) -> str:
        """Return "bad" for what is switched off and usually on, else nothing."""
        return self._icons[action][1]

    def _make(self, name: str, text: str, *keys: str, checkable: bool = False) -> QAction:
        action = QAction(icon(name), text, self)
        action.setShortcuts([QKeySequence(it) for it in keys])
        action.setCheckable(checkable)
        self._icons[action] = (name, "bad" if name == "leave" else "")
        self._tell(action, text)
        return action

    def _tell(self, action: QAction, text: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({keys})")
        action.setStatusTip(text)

    def _show_switch(self, action: QAction, name: str, *, on: bool | None) -> None:
        tones = {None: (f"{name}-off", ""), True: (name, ""), False: (f"{name}-off", "bad")}
        self._icons[action] = tones[on]
        action.setEnabled(on is not None)
        action.setChecked(bool(on))
        self.recolor()
