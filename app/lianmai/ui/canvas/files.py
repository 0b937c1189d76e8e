"""The files of the editor: what is asked before one is opened, left or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from lianmai.core.errors import LianmaiError
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.widgets.confirm_bar import ConfirmBar
from lianmai.ui.widgets.open_file import ask_which, standard_folder
from lianmai.ui.words import translate, translated


class CanvasFiles(QObject):
    """Saves *document* and asks for files, in dialogs before *owner* and by its *question*."""

    def __init__(self, document: CanvasDocument, question: ConfirmBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._document, self._question, self._owner = document, question, owner

    def leave_safely(self, then: Callable[[], object]) -> bool:
        """Do *then* once nothing can be lost by it; tell whether that was at once."""
        if not self._document.is_dirty:
            then()
            return True
        name = (
            self._document.path.name
            if self._document.path
            else translate("CanvasPage", "the new canvas")
        )
        self._question.ask(
            translate("CanvasPage", "Save your changes to {name}?").format(name=name),
            translate("CanvasPage", "Save"),
            lambda: self.save(then),
            translate("CanvasPage", "Do not save"),
            lambda: self._give_up(then),
        )
        return False

    def save(self, then: Callable[[], object] = lambda: None) -> None:
        """Write the canvas to its file, asking for one when it has none; *then* do that."""
        if self._document.path is None:
            self.ask_where(then)
        else:
            self._save_to(self._document.path, then)

    def _save_to(self, path: Path, then: Callable[[], object]) -> None:
        try:
            self._document.save(path)
        except LianmaiError as error:
            self._question.tell(translated(str(error)))
        else:
            then()

    def ask_where(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask where to save, do so, *then* do that."""
        title = translate("CanvasPage", "Save the canvas")
        names = translate("CanvasPage", "Canvases (*.json)")
        dialog = QFileDialog(self._owner, title, str(self._folder), names)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self._document.path.name if self._document.path else "canvas.json")
        dialog.fileSelected.connect(lambda path: self._save_to(Path(path), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_which(self, take: Callable[[Path], None]) -> None:
        """Ask for a canvas to edit, after unsaved changes have been dealt with."""
        names = translate("CanvasPage", "Canvases (*.json);;All files (*)")
        self.leave_safely(lambda: self._ask(translate("CanvasPage", "Open a canvas"), names, take))

    def ask_picture(self, take: Callable[[str], None]) -> None:
        """Ask for a picture; *take* gets its name as the canvas has it."""
        names = translate("CanvasPage", "Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)")
        self._ask(
            translate("CanvasPage", "Choose a picture"), names, lambda path: take(self._named(path))
        )

    def _ask(self, title: str, names: str, take: Callable[[Path], None]) -> None:
        ask_which(self._owner, title, names, take, self._folder)

    @property
    def _folder(self) -> Path:
        return self._document.path.parent if self._document.path else standard_folder()

    def _named(self, path: Path) -> str:
        """Return how the canvas names *path*: short when it lies beside the canvas."""
        folder = self._document.path.parent if self._document.path else None
        beside = folder is not None and path.is_relative_to(folder)
        return str(path.relative_to(folder) if folder and beside else path)

    def _give_up(self, then: Callable[[], object]) -> None:
        self._document.begin(self._document.canvas, self._document.path, self._document.form)
        then()
