"""Mix tasks without a window: a stand-in for a vendor's mixing service, told by JSON lines."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lianmai.call import Call, CallSettings
from lianmai.call.mixes import Mixes, streams_of
from lianmai.console import (
    DONE,
    FAILED,
    complain,
    first_of,
    print_line,
    run_to_exit_code,
    take_lines,
)
from lianmai.core.journal import Entry, Journal
from lianmai.core.lines import line_of
from lianmai.core.mix.files import tasks_in
from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.reading import decoded, read_task
from lianmai.core.redact import redact
from lianmai.stopping import until_told_to_stop

_USAGE = (
    'write {"op": "mix_add" or "mix_update", "task": {...}} or'
    ' {"op": "mix_remove", "task_id": "..."}.'
)


@dataclass(frozen=True)
class MixOptions:
    """Run the tasks in *files* for *seconds* or until interrupted.

    Members come from the room in *settings*, if there is one. With *control*, further requests
    are read from standard input. Tasks with ``record`` write into *folder*.
    """

    files: tuple[Path, ...]
    settings: CallSettings | None = None
    seconds: float | None = None
    control: bool = False
    folder: Path = Path()
    until_stdin_closes: bool = False


def run_mix(options: MixOptions) -> int:
    """Mix, printing what happens; return the exit code."""
    return run_to_exit_code(lambda: _mix(options))


async def _mix(options: MixOptions) -> int:
    call = Call(options.settings) if options.settings is not None else None
    journal = call.journal if call is not None else Journal(time.time)
    mixes = Mixes(streams_of(call) if call else lambda _: None, journal, options.folder)
    desk = _Desk(mixes, journal)
    with until_told_to_stop(until_stdin_closes=options.until_stdin_closes) as told:
        for path in options.files:
            desk.open(path)
        if options.control:
            take_lines(desk.obey, lambda: None)
        elif not mixes.tasks:
            return desk.exit_code  # nothing to do, and nobody who could give any
        work = [asyncio.create_task(mixes.run())]
        if call is not None:
            work.append(asyncio.create_task(call.run()))
        try:
            await first_of(told, desk.unheard, *work, seconds=options.seconds)
            is_cut_short = any(it.done() for it in work)
        finally:
            await _end(call, work)
        if told.done():
            return told.result()
        return FAILED if is_cut_short else desk.exit_code


async def _end(call: Call | None, work: list[asyncio.Task[None]]) -> None:
    """End the mixes, then the visit they live on; raise what went wrong with either."""
    mixing, *visiting = work
    mixing.cancel()
    await asyncio.wait({mixing})
    if call is not None:
        call.leave()
    await asyncio.gather(*visiting)
    if not mixing.cancelled():
        mixing.result()


class _Desk:
    """Takes requests and prints what becomes of them; a request that is refused is an event.

    *unheard* is done when nobody reads any more what is printed.
    """

    def __init__(self, mixes: Mixes, journal: Journal) -> None:
        self.exit_code = DONE
        self.unheard: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._mixes, self._journal = mixes, journal
        journal.listen(self._print)

    def open(self, path: Path) -> None:
        """Add the tasks in the file at *path*."""
        try:
            tasks = tasks_in(path)
        except MixProblem as error:
            self._refuse(str(error))
            return
        for task in tasks:
            self._attempt(partial(self._mixes.add, task))

    def obey(self, line: bytes) -> None:
        """Do what *line* says: ``{"op": "mix_add", "task": {...}}`` and the like."""
        self._attempt(partial(self._obey, line))

    def _obey(self, line: bytes) -> None:
        match decoded(line.decode("utf-8", "replace")):
            case {"op": "mix_add", "task": task}:
                self._mixes.add(read_task(task))
            case {"op": "mix_update", "task": task}:
                self._mixes.update(read_task(task))
            case {"op": "mix_remove", "task_id": str() as task_id}:
                self._mixes.remove(task_id)
            case _:
                raise MixProblem(ProblemCode.MALFORMED, "", _USAGE)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except MixProblem as error:
            self._refuse(str(error), int(error.code))

    def _refuse(self, reason: str, code: int = ProblemCode.MALFORMED) -> None:
        self.exit_code = FAILED
        self._journal.add("room", "mix_refused", code=int(code), reason=redact(reason))
        complain(reason)

    def _print(self, entry: Entry) -> None:
        """Print what is about mixes, and what happens in the room; not each player's numbers."""
        is_of_mix = entry.name.startswith("mix_") or entry.name.startswith("recording_")
        if not is_of_mix and entry.source != "room":
            return
        line = line_of(entry, "")
        del line["self"]
        if "stream" in line:
            line["task_id"] = line.pop("stream")
        try:
            print_line(line)
        except OSError:
            if not self.unheard.done():
                self.unheard.set_result(None)
