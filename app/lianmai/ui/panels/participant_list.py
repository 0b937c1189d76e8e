"""The list of participants with its keys; what a key means is the panel's business."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget


class ParticipantList(QListView):
    """Space mutes, Plus and Minus change the volume, Delete removes, Return opens the menu."""

    mute_wanted = Signal()
    volume_step_wanted = Signal(int)
    copy_wanted = Signal()
    kick_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is wanted of the current participant."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        match event.key():
            case Qt.Key.Key_Space:
                self.mute_wanted.emit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.volume_step_wanted.emit(1)
            case Qt.Key.Key_Minus:
                self.volume_step_wanted.emit(-1)
            case Qt.Key.Key_Delete:
                self.kick_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.menu_wanted.emit(self._below_current())
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, also from the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self._below_current())

    def _below_current(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.center())
