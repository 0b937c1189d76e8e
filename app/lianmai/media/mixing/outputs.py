"""The ways out of one mix: a push that is tried again when it fails, and a recording."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from lianmai.core.errors import OutputError, StreamError
from lianmai.core.journal import Value
from lianmai.core.mix.problems import MixCode
from lianmai.core.mix.task import MixTask
from lianmai.core.retry import PATIENT
from lianmai.core.stats import PublishStats
from lianmai.media.mixing.branch import Branch, Output
from lianmai.media.mixing.mix_loop import MixLoop
from lianmai.media.network.rtmp_output import RtmpOutput
from lianmai.media.recording.recorder import Recorder, check_free_space, make_folder
from lianmai.media.report import Report
from lianmai.media.worker import Stop, run_in_thread

TellState: TypeAlias = Callable[[MixCode, str], None]
"""Hears, in any thread, how the push fares, or the recording where nothing is pushed."""


class Outputs:
    """Keeps one push and one recording going, as `reconcile` was last told."""

    def __init__(self, name: str, folder: Path, tell_state: TellState, report: Report) -> None:
        self._name, self._folder = name, folder
        self._tell_state, self._report = tell_state, report
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._branches: dict[str, Branch] = {}
        self._recorder: Recorder | None = None
        self._connections = 0

    def stats(self, idle: PublishStats) -> PublishStats:
        """Return *idle* with what was sent in the last period added."""
        idle = replace(idle, reconnects=max(0, self._connections - 1))
        branches = dict(self._branches)
        branch = branches.get("push") or branches.get("file")
        return branch.outbox.stats(idle) if branch is not None else idle

    def recorded(self) -> dict[str, Value]:
        """Return how much the last recording has, nothing if there is none."""
        if self._recorder is None:
            return {}
        return {f"recorded_{name}": it for name, it in self._recorder.progress().items()}

    async def reconcile(self, task: MixTask, loop: MixLoop) -> None:
        """Push and record as *task* wants; begin again a recording that has failed."""
        wanted: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {}
        if task.url:
            wanted[task.url] = lambda: self._keep_pushing(task.url, loop)
        if task.record:
            tell = self._tell_state if not task.url else _silent
            wanted["file"] = lambda: self._record(loop, tell)
        over = [name for name, it in self._tasks.items() if name not in wanted or it.done()]
        await self._end(over)
        for name in wanted.keys() - self._tasks.keys():
            self._tasks[name] = asyncio.create_task(wanted[name]())

    async def stop(self) -> None:
        """End everything."""
        await self._end(list(self._tasks))

    async def _end(self, names: list[str]) -> None:
        tasks = [self._tasks.pop(name) for name in names]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep_pushing(self, url: str, loop: MixLoop) -> None:
        """Push until cancelled; a success makes the next waits short again."""
        while True:
            connections = self._connections
            for wait_s in PATIENT.waits():
                try:
                    await run_in_thread("push mix", partial(self._push, url, loop))
                except StreamError as error:
                    self._tell_state(MixCode.FAILED, str(error))
                await asyncio.sleep(wait_s)
                if self._connections > connections:
                    break

    async def _record(self, loop: MixLoop, tell_state: TellState) -> None:
        """Write until cancelled, or until that is impossible."""
        self._recorder = recorder = Recorder(self._folder, self._name, self._report)
        reason = "stopped"
        try:
            await run_in_thread("record mix", partial(self._write, recorder, loop, tell_state))
        except OutputError as error:
            reason = str(error)
            tell_state(MixCode.FAILED, reason)
        finally:
            self._report("recording_ended", {**recorder.progress(), "reason": reason})

    def _push(self, url: str, loop: MixLoop, stop: Stop) -> None:
        with RtmpOutput(url, loop.plan.encoding) as output:
            self._connections += 1
            self._tell_state(MixCode.RUNNING, "")
            self._forward("push", output, loop, stop)

    def _write(self, recorder: Recorder, loop: MixLoop, tell_state: TellState, stop: Stop) -> None:
        make_folder(self._folder)
        check_free_space(self._folder)
        tell_state(MixCode.RUNNING, "")
        try:
            self._forward("file", recorder, loop, stop)
        finally:
            recorder.close()

    def _forward(self, name: str, output: Output, loop: MixLoop, stop: Stop) -> None:
        branch = self._branches[name] = Branch()
        loop.add(branch)
        try:
            branch.forward(output, loop.plan.encoding, stop)
        finally:
            loop.remove(branch)
            if self._branches.get(name) is branch:  # a thread that hung may end after its successor
                del self._branches[name]


def _silent(_code: MixCode, _reason: str) -> None:
    """Tell nobody: the push is what the task's state is about."""
