"""The mix tasks that a window runs: wishes go in, rows come out."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lianmai.call import Call
from lianmai.call.mixes import Mixes, streams_of
from lianmai.core.journal import Entry
from lianmai.core.mix.files import tasks_in
from lianmai.core.mix.task import MixTask
from lianmai.core.stage.canvas import Canvas
from lianmai.ui.panels.mixing.row import MixRow
from lianmai.ui.panels.recording.stage_canvas import StageCanvas
from lianmai.ui.widgets.timers import repeating

LOOK_MS = 500


class MixingDesk(QObject):
    """Mixes streams of *call*; tasks that follow the stage are updated as it changes.

    *stage_canvas* gives the stage to be mixed. `changed` follows whatever is to be shown anew.
    """

    changed = Signal()

    def __init__(self, call: Call, stage_canvas: StageCanvas, owner: QObject) -> None:
        super().__init__(owner)
        self.rows: dict[str, MixRow] = {}
        self._call, self._stage_canvas = call, stage_canvas
        self._mixes = Mixes(streams_of(call), call.journal)
        self._tasks: dict[str, MixTask] = {}
        self._work: asyncio.Task[None] | None = None
        self._stop_listening = call.journal.listen(self._hear)
        self._looking = repeating(self, LOOK_MS, self._follow_stage)
        self._looking.stop()

    def task(self, task_id: str) -> MixTask:
        """Return what is wished for under this name."""
        return self._tasks[task_id]

    def add(self, task: MixTask, *, follows_stage: bool = False) -> None:
        """Begin *task*.

        Raises:
            MixProblem: If there is one of that name, or as many as there may be.
        """
        if follows_stage:
            task = replace(task, canvas=self._stage_canvas(None))
        row = self.rows.get(task.task_id)
        if row is not None and row.is_over:
            self.remove(task.task_id)
        self._mixes.add(task)
        self._tasks[task.task_id] = task
        self.rows[task.task_id] = MixRow(task.task_id, follows_stage)
        self._run()
        self.changed.emit()

    def add_file(self, path: Path) -> list[str]:
        """Begin the tasks in the file at *path*; return their names.

        Raises:
            MixProblem: If there is none in it, or one of them cannot begin.
        """
        tasks = tasks_in(path)
        for task in tasks:
            self.add(task)
        return [task.task_id for task in tasks]

    def update(self, task: MixTask) -> None:
        """Replace a task while it runs; its connection stays where its target does.

        Raises:
            MixProblem: If there is none of that name.
        """
        row = self.rows.get(task.task_id)
        if row is not None and row.follows_stage:
            task = replace(task, canvas=self._canvas_like(task))
        self._mixes.update(task)
        self._tasks[task.task_id] = task
        if row is not None:
            self.rows[task.task_id] = replace(row, problems=())
        self.changed.emit()

    def remove(self, task_id: str) -> None:
        """End a task and forget it."""
        self._tasks.pop(task_id, None)
        self.rows.pop(task_id, None)
        if task_id in self._mixes.tasks:
            self._mixes.remove(task_id)
        self.changed.emit()

    def free_name(self) -> str:
        """Return a name that no task has."""
        return next(name for number in range(1, 1000) if (name := f"mix_{number}") not in self.rows)

    async def ended(self) -> None:
        """End all, and wait until that is done: the call is over."""
        self._looking.stop()
        work, self._work = self._work, None
        if work is not None:
            work.cancel()
            await asyncio.wait([work])
        self._stop_listening()
        self._stop_listening = _nothing

    def _run(self) -> None:
        """Begin to look after tasks with the first one."""
        if self._work is None:
            self._work = asyncio.get_running_loop().create_task(self._mixes.run(), name="mixes")
            self._looking.start()

    @Slot()
    def _follow_stage(self) -> None:
        for task_id, row in self.rows.items():
            task = self._tasks[task_id]
            if not row.follows_stage or task_id not in self._mixes.tasks:
                continue
            if (canvas := self._canvas_like(task)) != task.canvas:
                self._tasks[task_id] = task = replace(task, canvas=canvas)
                self._mixes.update(task)

    def _canvas_like(self, task: MixTask) -> Canvas:
        """Return the stage in the size the task has: an encoder goes on with the same one."""
        return self._stage_canvas((task.canvas.width_px, task.canvas.height_px))

    def _hear(self, entry: Entry) -> None:
        row = self.rows.get(entry.source)
        if row is not None and entry.name.startswith("mix_"):
            self.rows[entry.source] = row.heard(entry)
            self.changed.emit()


def _nothing() -> None:
    pass
