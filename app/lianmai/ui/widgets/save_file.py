"""Asks where to save a text, without holding up the call, and writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lianmai.core.errors import OutputError
from lianmai.ui.widgets.open_file import standard_folder
from lianmai.ui.words import translate


def ask_where(parent: QWidget, title: str, name: str, save: Callable[[Path], None]) -> QFileDialog:
    """Open a dialog that proposes *name*; *save* is called with the path chosen."""
    dialog = QFileDialog(parent, title, str(standard_folder() / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.fileSelected.connect(lambda path: save(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def write(path: Path, text: str) -> None:
    """Write *text* to *path*.

    Raises:
        OutputError: If that is not possible.
    """
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        words = translate("SaveFile", "Cannot write {path}: {reason}. Choose another place.")
        raise OutputError(words.format(path=path, reason=error.strerror)) from error
