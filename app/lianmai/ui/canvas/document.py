"""The canvas being edited: its file, its steps, what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lianmai.core.errors import LianmaiError, OutputError
from lianmai.core.stage.canvas import Canvas, Item
from lianmai.core.stage.canvas_problems import CanvasProblem
from lianmai.core.stage.canvas_reading import MOST_CHARACTERS, CanvasReading, canvas_of, read_canvas
from lianmai.core.stage.canvas_spelling import Form
from lianmai.core.stage.canvas_writing import canvas_text, canvas_value
from lianmai.core.stage.history import History
from lianmai.ui.words import translate, translated

EMPTY = Canvas(1280, 720)


class CanvasFileError(LianmaiError):
    """A file holds no canvas, or cannot be read: choose another one or correct it."""


def reading_of(path: Path, known_uids: Collection[str] | None = None) -> CanvasReading:
    """Read the canvas in *path*.

    Raises:
        CanvasFileError: If there is none; the sentence names the file, and the line if it can.
    """
    try:
        return read_canvas(_text_of(path), known_uids)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else translate("Canvas", "it is no text")
        words = translate("Canvas", "Cannot read {path}: {reason}. Choose another file.")
        raise CanvasFileError(words.format(path=path, reason=why)) from error
    except LianmaiError as error:
        words = translate("Canvas", "{path} is no canvas: {reason}")
        raise CanvasFileError(words.format(path=path, reason=translated(str(error)))) from error


def _text_of(path: Path) -> str:
    """Return what *path* says, with or without a byte order mark; of a huge file only the start.

    More than `MOST_CHARACTERS` are refused by whoever reads them.
    """
    with path.open(encoding="utf-8-sig") as file:
        return file.read(MOST_CHARACTERS + 1)


class CanvasDocument(QObject):
    """Tells `changed` after every step; what is on the screen follows from it alone."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.form: Form = "nertc"
        self._history = History(EMPTY)
        self._saved: tuple[Canvas, Form] = (EMPTY, "nertc")
        self._opened: Canvas | None = None
        self._lines: dict[tuple[Item | None, str], int | None] = {}

    @property
    def canvas(self) -> Canvas:
        """The canvas as it is now."""
        return self._history.state

    @property
    def is_dirty(self) -> bool:
        """Whether leaving would lose a change."""
        return (self.canvas, self.form) != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._history.can_redo

    def begin(self, canvas: Canvas, path: Path | None = None, form: Form = "nertc") -> None:
        """Edit *canvas* from now on; steps of the one before are forgotten."""
        self.path, self.form = path, form
        self._history = History(canvas)
        self._saved, self._opened, self._lines = (canvas, form), None, {}
        self.changed.emit()

    def open(self, path: Path) -> None:
        """Edit the canvas in *path*; when there is none, everything stays as it is.

        Raises:
            CanvasFileError: If there is none.
        """
        reading = reading_of(path, ())  # as if nobody were here, to know each uid's line
        self.begin(reading.canvas, path, reading.form)
        self._opened = reading.canvas
        self._lines = {(it.where, it.name): it.line for it in reading.problems}
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the canvas to *path*, which is its file from now on.

        Raises:
            OutputError: If that is not possible; a file that is there already stays whole.
        """
        _replace(path, canvas_text(self.canvas, self.form))
        self.path, self._saved = path, (self.canvas, self.form)
        self.changed.emit()

    def rescue(self, folder: Path) -> Path | None:
        """Write unsaved changes beside their file, or in *folder*; return where, if anywhere."""
        if not self.is_dirty:
            return None
        near = self.path or folder / "canvas.json"
        path = near.with_name(f"{near.stem}.unsaved.json")
        try:
            _replace(path, canvas_text(self.canvas, self.form))
        except OutputError:
            return None
        return path

    def change(self, canvas: Canvas, gesture: str = "") -> None:
        """Take a step; steps in a row of one named *gesture* are one."""
        if canvas != self.canvas:
            self._history.change(canvas, gesture)
            self.changed.emit()

    def end_gesture(self) -> None:
        """Make the next change a step of its own."""
        self._history.end_gesture()

    def set_form(self, form: Form) -> None:
        """Save in *form* from now on."""
        if form != self.form:
            self.form = form
            self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._history.undo()
        self.changed.emit()

    def redo(self) -> None:
        """Take the step again that was taken back."""
        self._history.redo()
        self.changed.emit()

    def problems(self, known_uids: Collection[str] | None) -> list[CanvasProblem]:
        """Return all that is wrong now; with lines of the file while nothing has been changed."""
        found = canvas_of(canvas_value(self.canvas, self.form), known_uids).problems
        if self.canvas is not self._opened:
            return list(found)
        return [_on_line(it, self._lines.get((it.where, it.name))) for it in found]


def _on_line(problem: CanvasProblem, line: int | None) -> CanvasProblem:
    return CanvasProblem(
        problem.item, problem.name, problem.reason, problem.blocks, problem.where, line
    )


def _replace(path: Path, text: str) -> None:
    """Write *text* beside *path* first, so that no failure leaves half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        words = translate("Canvas", "Cannot write {path}: {reason}. Choose another place.")
        raise OutputError(words.format(path=path, reason=error.strerror)) from error
