"""Keys of the editor that the call uses otherwise: while it has the focus they are its own."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

OPEN, SAVE, SAVE_AS = "Ctrl+O", "Ctrl+S", "Ctrl+Shift+S"
UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"
ADD, TRUE_SIZE = "Ctrl+N", "Ctrl+1"
KEYS = (OPEN, SAVE, SAVE_AS, UNDO, REDO, ADD, TRUE_SIZE)


def key_of(event: QKeyEvent) -> str:
    """Return which of `KEYS` was pressed, empty for any other."""
    pressed = QKeySequence(event.keyCombination())
    return next((keys for keys in KEYS if QKeySequence(keys) == pressed), "")


def is_editor_key(event: QKeyEvent) -> bool:
    """Tell whether *event* is for the editor."""
    return bool(key_of(event))
