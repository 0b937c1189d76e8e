"""What is recorded of a call, and how that goes: wishes from the window, files on the disk."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal, Slot

from lianmai.call import Call
from lianmai.call.mixes import Mixes, streams_of
from lianmai.call.recordings import Recordings
from lianmai.core.errors import LianmaiError
from lianmai.core.journal import Entry
from lianmai.core.messages import StreamId
from lianmai.core.mix.problems import MixCode
from lianmai.core.mix.task import MixTask
from lianmai.media.recording.recorder import check_free_space, make_folder
from lianmai.ui import settings
from lianmai.ui.panels.recording.recorded_file import RecordedFile
from lianmai.ui.panels.recording.stage_canvas import StageCanvas
from lianmai.ui.widgets.timers import repeating
from lianmai.ui.words import translate, translated

STAGE = "stage_record"
"""The name of the mix that is the stage, in the journal and in the names of files."""
LOOK_MS = 500
MOST_FILES = 200


class RecordingDesk(QObject):
    """Records *call* into `folder` from `start` to `stop`. What is wanted may change meanwhile.

    *stage_canvas* gives the stage to be mixed. `changed` follows whatever is to be shown anew,
    `toggled` each start and stop; `told` has a sentence about what went wrong, or was written.
    """

    changed = Signal()
    toggled = Signal(bool)
    told = Signal(str)

    def __init__(self, call: Call, stage_canvas: StageCanvas, owner: QObject) -> None:
        super().__init__(owner)
        self.folder = Path(settings.load_recording_folder() or _usual_folder())
        self.wants_all, self.wants_stage = True, False
        self.wanted: set[StreamId] = set()
        self.files: list[RecordedFile] = []
        self.problem = ""
        self.started_s = 0.0
        self._call, self._stage_canvas = call, stage_canvas
        self._recordings: Recordings | None = None
        self._mixes: Mixes | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._mixing: asyncio.Task[None] | None = None
        self._stop_listening = call.journal.listen(self._hear)
        self._looking = repeating(self, LOOK_MS, self._look)
        self._looking.stop()

    # --- wishes -----------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether a recording is on."""
        return self._recordings is not None

    def choose_folder(self, folder: Path) -> None:
        """Record into *folder* from the next start on."""
        self.folder = folder
        settings.save_recording_folder(str(folder))
        self.changed.emit()

    def want(self, *, everybody: bool, stage: bool, streams: set[StreamId]) -> None:
        """Record these: at once when a recording is on."""
        self.wants_all, self.wants_stage, self.wanted = everybody, stage, streams
        self._follow_wishes()
        self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Start, or stop."""
        if self.is_running:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Begin; what is in the way is said in `problem`."""
        if self.is_running:
            return
        self.problem = ""
        try:
            make_folder(self.folder)
            check_free_space(self.folder)
        except LianmaiError as error:
            self._complain(translated(str(error)))
        else:
            self.files, self.started_s = [], time.time()
            self._recordings = Recordings(self._call, self.folder)
            self._start(self._recordings.run())
            self._follow_wishes()
            self._looking.start()
            self.toggled.emit(True)
        self.changed.emit()

    def stop(self) -> None:
        """End; files are complete once `ended` returns."""
        if not self.is_running:
            return
        self._looking.stop()
        self._recordings = self._mixes = self._mixing = None
        for task in self._tasks:
            task.cancel()
        self.toggled.emit(False)
        if self.files:
            words = translate("Recording", "Recorded into {folder}. Files: {n}")
            self.told.emit(words.format(folder=self.folder, n=len(self.files)))
        self.changed.emit()

    async def ended(self) -> None:
        """Stop, and wait until everything is on the disk: the call is over."""
        self.stop()
        if self._tasks:
            await asyncio.wait(set(self._tasks))
        self._stop_listening()
        self._stop_listening = _nothing

    def free_bytes(self) -> int | None:
        """Return how much room there is, ``None`` when nobody knows."""
        there = next((it for it in (self.folder, *self.folder.parents) if it.is_dir()), None)
        try:
            return shutil.disk_usage(there).free if there is not None else None
        except OSError:
            return None

    # --- the rest ---------------------------------------------------------------------------

    def _follow_wishes(self) -> None:
        recordings = self._recordings
        if recordings is None:
            return
        recordings.everybody = self.wants_all
        for stream_id in self._call.room.remote_streams:
            if self.wants_all or stream_id in self.wanted:
                recordings.start(stream_id)
            else:
                recordings.stop(stream_id)
        if self.wants_stage and self._mixing is None:
            self._mixes = Mixes(streams_of(self._call), self._call.journal, self.folder)
            self._mixes.add(MixTask(STAGE, self._stage_canvas(None), record=True))
            self._mixing = self._start(self._mixes.run())
        elif not self.wants_stage and self._mixing is not None:
            self._mixing.cancel()
            self._mixes = self._mixing = None

    @Slot()
    def _look(self) -> None:
        """Let the mixed picture follow the stage; its size stays, so that the file goes on."""
        if self._mixes is not None and (task := self._mixes.tasks.get(STAGE)) is not None:
            canvas = self._stage_canvas((task.canvas.width_px, task.canvas.height_px))
            if canvas != task.canvas:
                self._mixes.update(replace(task, canvas=canvas))
        self.changed.emit()

    def _start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name="recording")
        self._tasks.add(task)
        task.add_done_callback(self._over)
        return task

    def _over(self, task: asyncio.Task[None]) -> None:
        """Note why it ended, when it was not told to; a bug is loud."""
        self._tasks.discard(task)
        if task.cancelled():
            return
        try:
            task.result()
        except LianmaiError as error:
            self.stop()
            self._complain(translated(str(error)))

    def _hear(self, entry: Entry) -> None:
        match entry.name:
            case "recording_file_started":
                path = self.folder / str(entry.fields["file"])
                new = RecordedFile(path, self._label(entry.source), entry.time_s)
                self.files = [*self.files, new][-MOST_FILES:]
            case "recording_file_ended":
                name = str(entry.fields["file"])
                self.files = [
                    replace(it, ended_s=entry.time_s) if it.path.name == name else it
                    for it in self.files
                ]
            case "recording_ended" if entry.fields["reason"] not in ("ended", "stopped"):
                reason = translated(str(entry.fields["reason"]))
                self._complain(f"{self._label(entry.source)}: {reason}")
            case "mix_state" if entry.source == STAGE and entry.fields["code"] == MixCode.FAILED:
                self._complain(translated(str(entry.fields["reason"])))
            case _:
                return
        self.changed.emit()

    def _complain(self, sentence: str) -> None:
        self.problem = sentence
        self.told.emit(sentence)

    def _label(self, source: str) -> str:
        if source == STAGE:
            return translate("Recording", "The stage")
        uid, _, slot = source.partition("/")
        peer = self._call.room.peers.get(uid)
        name = peer.label if peer is not None else uid
        if slot:
            return translate("Recording", "{name} – screen").format(name=name)
        return name


def _usual_folder() -> str:
    location = QStandardPaths.StandardLocation.MoviesLocation
    return f"{QStandardPaths.writableLocation(location) or QDir.homePath()}/Lianmai"


def _nothing() -> None:
    pass
