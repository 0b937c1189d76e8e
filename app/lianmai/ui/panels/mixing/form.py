"""A form for one mix task: its name, where it goes, how it is encoded."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lianmai.core.mix.problems import MixProblem
from lianmai.core.mix.reading import read_task
from lianmai.core.mix.task import MixSettings, MixTask
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_writing import canvas_value
from lianmai.ui.theme import GAP
from lianmai.ui.verify.line import line_of
from lianmai.ui.widgets.field import Field
from lianmai.ui.widgets.whole_box import WholeBox
from lianmai.ui.words import translated

_FASTEST_KBPS, _FASTEST_FPS = 20_000, 60


class MixForm(QWidget):
    """Gives tasks. A key is typed unseen, moved out of an address that has one, never shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: MixTask | None = None
        self.name_editor, self._server, self._key = (
            QLineEdit(self),
            QLineEdit(self),
            QLineEdit(self),
        )
        self.name = Field(self.tr("Name of the task"), self.name_editor, self)
        self.server = Field(self.tr("Server"), self._server, self)
        self._server.setPlaceholderText("rtmp://example.com/live")
        self._server.textChanged.connect(self._hide_key)
        self.key = Field(self.tr("Stream and key"), self._key, self)
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self.kbps = WholeBox(0, _FASTEST_KBPS, 0, self)
        self.kbps.setSpecialValueText(self.tr("as suits the size"))
        self.kbps.setSuffix(" kbit/s")
        self.kbps.setSingleStep(100)
        self.kbps.setAccessibleName(self.tr("Bit rate"))
        self.fps = WholeBox(1, _FASTEST_FPS, 30, self)
        self.fps.setAccessibleName(self.tr("Pictures a second"))
        self._lay_out()

    def show_new(self, name: str) -> None:
        """Be empty, for a task called *name*."""
        self._known = None
        self.name_editor.setEnabled(True)
        self.name_editor.setText(name)
        self._key.clear()
        self._key.setPlaceholderText("")
        self._complain(None)

    def show_task(self, task: MixTask) -> None:
        """Show *task*, to be changed; its key stays unseen."""
        self._known = task
        self.name_editor.setText(task.task_id)
        self.name_editor.setEnabled(False)
        self._server.setText(_parts(task.url)[0])
        self._key.clear()
        self._key.setPlaceholderText(self.tr("unchanged"))
        self.kbps.setValue(task.settings.video_kbps)
        self.fps.setValue(task.settings.fps)
        self._complain(None)

    def show_address(self, url: str) -> None:
        """Fill in where to push."""
        server, key = _parts(url)
        self._server.setText(server)
        self._key.setText(key)

    def task(self, canvas: Canvas) -> MixTask | None:
        """Return the task entered, of *canvas*; nothing when it is none, and say why."""
        self._complain(None)
        if self._known is not None:
            return replace(self._known, url=self._url, settings=self._settings(self._known))
        value = {
            "taskId": self.name_editor.text().strip(),
            "streamUrl": self._url,
            "layout": canvas_value(canvas, "nertc"),
        }
        try:
            task = read_task(value)
        except MixProblem as problem:
            self._complain(problem)
            return None
        return replace(task, settings=self._settings(task))

    def _settings(self, task: MixTask) -> MixSettings:
        return replace(task.settings, fps=self.fps.value(), video_kbps=self.kbps.value())

    @property
    def _url(self) -> str:
        server, key = self._server.text().strip().rstrip("/"), self._key.text().strip()
        if not key and self._known is not None:
            key = _parts(self._known.url)[1]
        return f"{server}/{key}" if key else server

    @Slot()
    def _hide_key(self) -> None:
        """Move what is secret of an address that was pasted into the field that hides it."""
        text = self._server.text()
        if "?" in text:
            server, key = _parts(text)
            self._key.setText(key)
            self._server.setText(server)

    def _complain(self, problem: MixProblem | None) -> None:
        """Say *problem* below the field it is about."""
        item = problem.item if problem is not None else ""
        said = translated(str(problem)) if problem is not None else ""
        fields = {"taskId": self.name, "streamUrl": self.server}
        for name, field in fields.items():
            field.complain(said if item == name else "")
        self.key.complain(said if item not in fields else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for field in (self.name, self.server, self.key):
            column.addWidget(field)
        column.addLayout(line_of(self.tr("Bit rate"), self.kbps))
        column.addLayout(line_of(self.tr("Pictures a second"), self.fps))


def _parts(url: str) -> tuple[str, str]:
    """Return what of *url* may be seen, and the stream's name with all that follows it."""
    server, _, _ = url.partition("?")[0].rpartition("/")
    return server, url[len(server) :].removeprefix("/")
