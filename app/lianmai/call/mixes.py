"""All mix tasks of one place: adds, updates, removes them, and tells how each fares."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from lianmai.call.call import Call
from lianmai.call.kept import cancelled
from lianmai.call.reporting import report_to
from lianmai.call.url_streams import UrlStreams
from lianmai.core.journal import Journal
from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.task import MOST_TASKS, MixTask
from lianmai.core.sentences import sentence
from lianmai.core.stats import PERIOD_S
from lianmai.media.mixing.members import Find, Found, MemberState
from lianmai.media.mixing.mix import Mix

LOOK_AROUND_S = 0.25
NEWCOMERS_S = 2.0
"""How long a member may take to appear before it is called absent."""


@dataclass
class _Running:
    """A mix, its task once it has one, and what was last told about its members."""

    mix: Mix
    since_s: float
    work: asyncio.Task[None] | None = None
    told: dict[str, tuple[MemberState, str]] = field(default_factory=dict)


class Mixes:
    """Wishes go in (`add`, `update`, `remove`); `run` keeps an eye on them until cancelled.

    Everything happens on the event loop's thread. *find* gives the stream of a member of the room,
    *folder* is where tasks with ``record`` write. The journal gets, under the name of the task:
    ``mix_state`` {code 505, 506 or 511, target, reason}, ``mix_problem`` {code, item, reason},
    ``mix_input`` {uid, state, reason} whenever a member's state changes, ``mix_stats`` every two
    seconds.
    """

    def __init__(self, find: Find, journal: Journal, folder: Path = Path()) -> None:
        self._find, self._journal, self._folder = find, journal, folder
        self._running: dict[str, _Running] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._urls = UrlStreams()
        self._wishes = asyncio.Event()

    @property
    def tasks(self) -> dict[str, MixTask]:
        """What is wished for, by task id."""
        return {task_id: running.mix.task for task_id, running in self._running.items()}

    def add(self, task: MixTask) -> None:
        """Begin *task*.

        Raises:
            MixProblem: If there is one of that name, or as many as there may be.
        """
        if task.task_id in self._running:
            reason = sentence(
                "task {task_id!r} is there already: update or remove it.", task_id=task.task_id
            )
            raise MixProblem(ProblemCode.TAKEN, "taskId", reason)
        if len(self._running) >= MOST_TASKS:
            reason = sentence(
                "there may be {most_tasks} tasks at a time: remove one before {task_id!r}.",
                most_tasks=MOST_TASKS,
                task_id=task.task_id,
            )
            raise MixProblem(ProblemCode.TOO_MANY, "taskId", reason)

        def find(uid: str) -> Found | None:
            url = mix.task.inputs.get(uid)
            return self._urls.found(url) if url else self._find(uid)

        mix = Mix(task, find, report_to(self._journal, task.task_id), self._folder)
        self._running[task.task_id] = _Running(mix, _now_s())
        self._wishes.set()

    def update(self, task: MixTask) -> None:
        """Replace everything said before about *task*; its connection stays.

        Raises:
            MixProblem: If there is none of that name.
        """
        running = self._known(task.task_id)
        running.mix.update(task)
        running.since_s = _now_s()
        self._wishes.set()

    def remove(self, task_id: str) -> None:
        """End a task.

        Raises:
            MixProblem: If there is none of that name.
        """
        running = self._known(task_id)
        del self._running[task_id]
        if running.work is not None:
            running.work.cancel()
            self._ending.add(running.work)
        self._wishes.set()

    async def run(self) -> None:
        """Follow members as they come and go, and write numbers, until cancelled."""
        numbers_s = _now_s() + PERIOD_S
        try:
            while True:
                self._sweep()
                self._play_urls()
                for task_id, running in self._running.items():
                    self._look_after(task_id, running)
                if _now_s() >= numbers_s:
                    numbers_s += PERIOD_S
                    self._write_numbers()
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_AROUND_S):
                        await self._wishes.wait()
                self._wishes.clear()
        finally:
            work = [it.work for it in self._running.values() if it.work is not None]
            self._running.clear()
            await cancelled(*work, *self._ending)
            await self._urls.stop()
            await asyncio.sleep(0)  # for the last reports, which cross from threads

    def _known(self, task_id: str) -> _Running:
        if task_id not in self._running:
            known = ", ".join(self._running) or "none"
            reason = sentence(
                "there is no task {task_id!r}: there are {known}.", task_id=task_id, known=known
            )
            raise MixProblem(ProblemCode.UNKNOWN, "taskId", reason)
        return self._running[task_id]

    def _sweep(self) -> None:
        """Forget mixes that have ended; one that broke is a bug, and loud."""
        for task_id, running in list(self._running.items()):
            if running.work is not None and running.work.done():
                del self._running[task_id]
                self._ending.add(running.work)
        over = {work for work in self._ending if work.done()}
        self._ending -= over
        for work in over:
            if not work.cancelled():
                work.result()

    def _look_after(self, task_id: str, running: _Running) -> None:
        if running.work is None:
            running.work = asyncio.create_task(running.mix.run(), name=f"mix {task_id}")
        else:
            running.mix.look_around()
            self._tell_members(task_id, running)

    def _play_urls(self) -> None:
        """Play the addresses that tasks draw or let be heard."""
        wanted = set()
        for task in self.tasks.values():
            shown = {user.uid for user in task.canvas.users if user.push_video or user.push_audio}
            wanted |= {url for uid, url in task.inputs.items() if uid in shown}
        self._urls.reconcile(wanted)

    def _tell_members(self, task_id: str, running: _Running) -> None:
        """Tell what has changed; whoever is not there yet may still be on the way."""
        states = running.mix.states()
        running.told = {uid: told for uid, told in running.told.items() if uid in states}
        for uid, state in states.items():
            is_early = state[0] == "absent" and _now_s() - running.since_s < NEWCOMERS_S
            told: tuple[MemberState, str] = ("waiting", "") if is_early else state
            if running.told.get(uid) != told:
                running.told[uid] = told
                self._journal.add(task_id, "mix_input", uid=uid, state=told[0], reason=told[1])

    def _write_numbers(self) -> None:
        for task_id, running in self._running.items():
            self._journal.add(task_id, "mix_stats", **running.mix.stats())


def streams_of(call: Call) -> Find:
    """Return what finds the streams of *call*, its own too: by uid, or by a stream's whole name."""

    def find(uid: str) -> Found | None:
        if uid == call.room.uid:
            return Found(call.capture.taps, call.sending.problem)
        for stream_id, receiving in call.streams.items():
            if uid in (str(stream_id), stream_id.uid if stream_id.slot == "main" else None):
                return Found(receiving.player.taps, receiving.problem)
        return None

    return find


def _now_s() -> float:
    return asyncio.get_running_loop().time()
