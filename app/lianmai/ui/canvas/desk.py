"""The place of the stage, which an editor of canvases can take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from lianmai.core.room import Room
from lianmai.ui.canvas.page import CanvasPage
from lianmai.ui.frames.frame import DeviceFrame
from lianmai.ui.widgets.open_file import ask_which, standard_folder


class CanvasDesk(QStackedWidget):
    """Shows *frame* with the stage, or an editor, which lives from opening it to leaving it."""

    editing_changed = Signal(bool)

    def __init__(self, room: Room, frame: DeviceFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor: CanvasPage | None = None
        self._room, self._frame, self._is_clean = room, frame, False
        self.addWidget(frame)

    @property
    def sentence(self) -> str:
        """What is seen instead of the bare stage, for the status."""
        return self.editor.sentence if self.editor is not None else self._frame.sentence

    @property
    def view(self) -> QWidget:
        """Where pictures are seen: what may lie over them keeps off the tools of an editor."""
        return self.editor.view if self.editor is not None else self._frame

    @property
    def is_dirty(self) -> bool:
        """Whether closing would lose a change."""
        return self.editor is not None and self.editor.document.is_dirty

    def edit_stage(self) -> None:
        """Edit what is on the stage now."""
        self._show_editor().take_stage()

    def open(self, path: Path) -> None:
        """Edit the canvas in *path*."""
        self._show_editor().open(path)

    @Slot()
    def ask_which(self) -> None:
        """Ask for a file, and edit the canvas in it."""
        if self.editor is not None:
            self.editor.ask_which()
            return
        names = self.tr("Canvases (*.json);;All files (*)")
        ask_which(self, self.tr("Open a canvas"), names, self.open, standard_folder())

    @Slot()
    def toggle(self) -> None:
        """Edit what is on the stage, or go back to it."""
        if self.editor is None:
            self.edit_stage()
        else:
            self.close_editor()

    @Slot()
    def close_editor(self) -> None:
        """Show the stage again, once nothing can be lost by it."""
        self.editing_changed.emit(self.editor is not None)
        self.leave_safely(self._drop_editor)

    def leave_safely(self, then: Callable[[], object]) -> bool:
        """Do *then* once nothing can be lost by it; tell whether that was at once."""
        if self.editor is not None:
            return self.editor.files.leave_safely(then)
        then()
        return True

    def rescue(self) -> str:
        """Keep unsaved changes in a file, as when the call has ended by itself; tell in which."""
        folder = standard_folder()
        path = self.editor.document.rescue(folder) if self.editor is not None else None
        if path is None:
            return ""
        return self.tr("Unsaved changes of the canvas are in {path}.").format(path=path)

    def refresh(self) -> None:
        """Follow who has come and gone."""
        if self.editor is not None:
            self.editor.refresh()

    def set_clean(self, clean: bool) -> None:
        """Show the canvas alone, or everything."""
        self._is_clean = clean
        self._frame.set_clean(clean)
        if self.editor is not None:
            self.editor.set_clean(clean)

    def _show_editor(self) -> CanvasPage:
        if self.editor is None:
            self.editor = CanvasPage(self._room, self._frame, self)
            self.editor.left.connect(self.close_editor)
            self.editor.set_clean(self._is_clean)
            self.addWidget(self.editor)
        self.setCurrentWidget(self.editor)
        self.editor.board.setFocus()
        self.editing_changed.emit(True)
        return self.editor

    def _drop_editor(self) -> None:
        if (editor := self.editor) is not None:
            self.editor = None
            self.setCurrentWidget(self._frame)
            self.removeWidget(editor)
            editor.deleteLater()
            self._frame.stage.setFocus()
        self.editing_changed.emit(False)
