"""Background music: a file, its progress, and how loud it and the microphone are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from lianmai.call import Call
from lianmai.call.components import ME
from lianmai.core.journal import Entry
from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.open_file import Location, ask_which, standard_folder
from lianmai.ui.widgets.pieces import heading
from lianmai.ui.words import translated

_FAR = 1000


class MusicBox(QWidget):
    """playBGM and its companions. The progress comes from the journal."""

    def __init__(self, call: Call, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call, self._music = call, call.capture.music
        self.path = ""
        self._is_paused = False
        self._make_controls()
        self._lay_out()
        self.destroyed.connect(call.journal.listen(self._hear))
        self._show_state()

    def choose(self, path: str) -> None:
        """Play the file at *path* from its beginning."""
        self.path = path
        self.name.setText(Path(path).name)
        self._play()

    @Slot()
    def _play(self) -> None:
        """Begin, or go on after a pause."""
        if not self.path:
            self._look()
        elif self._is_paused:
            self._music.resume()
        else:
            self.problem.hide()
            self._show_progress(0, 0)
            self._music.play(self.path)
        self._is_paused = False
        self._show_state()

    @Slot()
    def _pause(self) -> None:
        self._music.pause()
        self._is_paused = True
        self._show_state()

    @Slot()
    def _stop(self) -> None:
        self._music.stop()
        self._is_paused = False
        self._show_progress(0, 0)
        self._show_state()

    @Slot()
    def _look(self) -> None:
        known = self.path
        folder = Path(known).parent if known else standard_folder(Location.MusicLocation)
        title = self.tr("Background music")
        ask_which(self, title, "", lambda path: self.choose(str(path)), folder)

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        self._music.volume = percent / 100

    @Slot(int)
    def _set_microphone_volume(self, percent: int) -> None:
        self._music.microphone_volume = percent / 100

    def _hear(self, entry: Entry) -> None:
        if entry.source != ME:
            return
        match entry.name:
            case "music_progress":
                fields = entry.fields
                self._show_progress(_number(fields["progress_ms"]), _number(fields["duration_ms"]))
            case "music_failed":
                self.problem.setText(translated(str(entry.fields["reason"])))
                self.problem.show()
            case "music_started" | "music_ended":
                self._show_progress(0, 0)
        if entry.name.startswith("music_"):
            self._show_state()

    def _show_progress(self, progress_ms: float, duration_ms: float) -> None:
        self.progress.setValue(round(_FAR * progress_ms / duration_ms) if duration_ms else 0)
        self.time.setText(f"{_clock(progress_ms)} / {_clock(duration_ms)}" if duration_ms else "")

    def _show_state(self) -> None:
        is_playing = self._music.is_playing
        self.play.setEnabled(not is_playing)
        self.pause.setEnabled(is_playing)
        self.stop.setEnabled(is_playing or self._is_paused)

    # --- making ---------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.name = ElidedLabel(self)
        self.name.setText(self.tr("No music chosen"))
        self.name.setProperty("quiet", True)
        self.file = IconButton("file", self.tr("Choose music…"), parent=self)
        self.file.clicked.connect(self._look)
        self.play = IconButton("play", self.tr("Play"), parent=self)
        self.play.clicked.connect(self._play)
        self.pause = IconButton("pause", self.tr("Pause"), parent=self)
        self.pause.clicked.connect(self._pause)
        self.stop = IconButton("stop", self.tr("Stop"), parent=self)
        self.stop.clicked.connect(self._stop)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _FAR)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.time = QLabel(self)
        self.time.setFont(theme.font(Text.NUMBERS))
        self.time.setProperty("quiet", True)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("bad", True)
        self.problem.hide()

    def _lay_out(self) -> None:
        file = QHBoxLayout()
        file.setSpacing(0)
        file.addWidget(self.name, 1)
        for button in (self.file, self.play, self.pause, self.stop):
            file.addWidget(button)
        line = QHBoxLayout()
        line.addWidget(self.progress, 1)
        line.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Background music"), self))
        column.addLayout(file)
        column.addLayout(line)
        column.addWidget(self.problem)
        column.addLayout(self._make_volumes())

    def _make_volumes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, GAP // 2, 0, 0)
        music, microphone = self._music.volume, self._music.microphone_volume
        for row, (title, volume, change) in enumerate(
            (
                (self.tr("Music volume"), music, self._set_volume),
                (self.tr("Microphone volume"), microphone, self._set_microphone_volume),
            )
        ):
            slider = QSlider(Qt.Orientation.Horizontal, self)
            slider.setRange(0, 100)
            slider.setValue(round(volume * 100))
            slider.setAccessibleName(title)
            slider.valueChanged.connect(change)
            label = QLabel(title, self)
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
        return grid


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _clock(ms: float) -> str:
    """Return a time as minutes and seconds."""
    minutes, seconds = divmod(int(ms / 1000), 60)
    return f"{minutes}:{seconds:02}"
