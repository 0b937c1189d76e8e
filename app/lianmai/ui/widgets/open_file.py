"""Asks which file to open, without holding up the call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Location = QStandardPaths.StandardLocation


def standard_folder(location: Location = Location.DocumentsLocation) -> Path:
    """Return where the user keeps files of that kind."""
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def ask_which(
    parent: QWidget | None, title: str, names: str, take: Callable[[Path], object], folder: Path
) -> None:
    """Open a dialog for a file called like one of *names*; *take* gets the one chosen."""
    dialog = QFileDialog(parent, title, str(folder), names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
