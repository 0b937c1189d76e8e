"""One mix: follows its task and tells how it fares."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import StreamError
from lianmai.core.journal import Value
from lianmai.core.mix.problems import MixCode, MixProblem
from lianmai.core.mix.task import MixTask
from lianmai.core.redact import push_target, redact
from lianmai.core.stats import PublishStats
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.mixing.composer import Composer
from lianmai.media.mixing.members import Find, Members, MemberState
from lianmai.media.mixing.mix_loop import MixLoop, Plan
from lianmai.media.mixing.outputs import Outputs
from lianmai.media.mixing.pictures import read_pictures
from lianmai.media.publishing.encoder import BLOCK
from lianmai.media.report import Report
from lianmai.media.sound.mixer import Mixer
from lianmai.media.worker import run_in_thread


class Mix:
    """Runs *task*; `update` replaces it live. On the event loop's thread, *report* on any.

    It reports ``mix_state`` {code, target, reason} and ``mix_problem`` {code, item, reason}. What
    is recorded goes into *folder*.
    """

    def __init__(self, task: MixTask, find: Find, report: Report, folder: Path) -> None:
        self.task = task
        self._report, self._folder = report, folder
        self._mixer = Mixer(capture_clock)
        # A block is mixed when it has been heard, not when it is about to be.
        self._mixer.output_latency_s = -BLOCK / SAMPLE_RATE_HZ
        self._members = Members(self._mixer, find)
        self._changed = asyncio.Event()
        self._loop: MixLoop | None = None
        self._outputs = Outputs(task.task_id, folder, self._tell_state, report)

    def update(self, task: MixTask) -> None:
        """Go on as *task* says; what is connected stays connected."""
        self.task = task
        self._changed.set()

    def look_around(self) -> None:
        """Find members anew: they come, go and change connections."""
        self._members.reconcile(self.task.canvas.users)

    def states(self) -> dict[str, tuple[MemberState, str]]:
        """Return for each member how it fares, and why when that is not well."""
        return self._members.states(capture_clock())

    def stats(self) -> dict[str, Value]:
        """Return the numbers of the last period."""
        size = self.task.encoding.size
        idle = PublishStats(width_px=size.width_px, height_px=size.height_px)
        work = self._loop.workload.read(capture_clock()) if self._loop is not None else {}
        return {**self._outputs.stats(idle).fields(), **work, **self._outputs.recorded()}

    async def run(self) -> None:
        """Mix until cancelled; whatever goes wrong stays here."""
        try:
            self._loop = loop = MixLoop(await self._plan(), self._mixer, self._members.picture)
            async with asyncio.TaskGroup() as group:
                group.create_task(run_in_thread("mix", loop.run))
                group.create_task(self._follow(loop))
        except* StreamError as failed:
            self._tell_state(MixCode.FAILED, str(failed.exceptions[0]))
        finally:
            self._members.stop()
            self._tell_state(MixCode.ENDED, "")

    async def _follow(self, loop: MixLoop) -> None:
        try:
            while True:
                self.look_around()
                await self._outputs.reconcile(self.task, loop)
                await self._changed.wait()
                loop.plan = await self._plan()
        finally:
            await self._outputs.stop()

    async def _plan(self) -> Plan:
        """Return what to draw, and tell what of the task cannot be."""
        self._changed.clear()
        task = self.task
        pictures, problems = await run_in_thread("pictures", lambda _: read_pictures(task.canvas))
        for problem in (*task.problems, *problems):
            self._tell_problem(problem)
        composer = Composer(task.canvas, pictures)
        return Plan(composer, task.encoding, task.settings, task.extra_info)

    def _tell_state(self, code: MixCode, reason: str) -> None:
        target = push_target(self.task.url) if self.task.url else str(self._folder)
        self._report("mix_state", {"code": int(code), "target": target, "reason": redact(reason)})

    def _tell_problem(self, problem: MixProblem) -> None:
        item, reason = redact(problem.item), redact(str(problem))
        self._report("mix_problem", {"code": int(problem.code), "item": item, "reason": reason})
