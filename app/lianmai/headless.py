"""The call without a window: events and numbers as JSON lines on standard output."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from lianmai.call import Call, CallSettings, obey
from lianmai.call.components import ME
from lianmai.call.recordings import Recordings
from lianmai.console import DONE, FAILED, complain, print_line, run_to_exit_code, take_lines
from lianmai.core.errors import LianmaiError
from lianmai.core.journal import Entry
from lianmai.core.lines import line_of
from lianmai.core.redact import redact
from lianmai.media.capturing.devices import list_devices
from lianmai.media.playing.probe import probe
from lianmai.media.recording.recorder import make_folder
from lianmai.stopping import until_told_to_stop

DUPLICATE = "Somebody joined the room with the same user id: choose another with --user."
REMOVED = "The room removed this peer: ask whoever runs it before joining again."


@dataclass(frozen=True)
class JoinOptions:
    """*count* calls with these *settings*, for *seconds* or until interrupted.

    With *control* every line of standard input is an order to all of them. The streams of the
    others go into the folder *record*, if there is one.
    """

    settings: CallSettings
    count: int = 1
    seconds: float | None = None
    until_stdin_closes: bool = False
    control: bool = False
    record: Path | None = None


def run_join(options: JoinOptions) -> int:
    """Visit a room, printing what happens; return the exit code."""
    return run_to_exit_code(lambda: _join(options))


def run_probe(url: str, seconds: float) -> int:
    """Pull one stream for *seconds*, print what was found as one JSON object."""

    async def measure() -> int:
        report = await probe(url, seconds)
        print_line(asdict(report))
        return FAILED if report.problem else DONE

    return run_to_exit_code(measure)


def run_devices() -> int:
    """Print every camera, microphone and screen, one JSON object a line."""
    for device in list_devices():
        print_line(asdict(device))
    return DONE


async def _join(options: JoinOptions) -> int:
    calls = [Call(settings) for settings in _each(options.settings, options.count)]

    def leave(_told: object = None) -> None:
        for call in calls:
            call.leave()

    outlet = _Outlet(leave)
    for call in calls:
        call.journal.listen(partial(outlet.put, call))
    ends_with_stdin = options.until_stdin_closes and not options.control
    with until_told_to_stop(until_stdin_closes=ends_with_stdin) as told:
        told.add_done_callback(leave)
        if options.seconds is not None:
            asyncio.get_running_loop().call_later(options.seconds, leave)
        if options.control:
            end = leave if options.until_stdin_closes else _nothing
            take_lines(lambda line: _order(calls, line), end)
        async with _recording(calls[0], options.record):
            outcomes = await asyncio.gather(*(_visit(call) for call in calls))
    if outlet.error is not None:
        raise outlet.error
    return told.result() if told.done() else max(outcomes)


@asynccontextmanager
async def _recording(call: Call, folder: Path | None) -> AsyncIterator[None]:
    """Record what the others of *call* send, for as long as the block lasts."""
    if folder is None:
        yield
        return
    make_folder(folder)
    recording = asyncio.create_task(Recordings(call, folder, everybody=True).run())
    try:
        yield
    finally:
        recording.cancel()
        with suppress(asyncio.CancelledError):
            await recording


class _Outlet:
    """Prints what calls write; once that is impossible they have to end."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self.error: OSError | None = None
        self._leave = leave

    def put(self, call: Call, entry: Entry) -> None:
        """Print *entry* of *call*."""
        if self.error is None:
            try:
                print_line(line_of(entry, call.settings.uid))
            except OSError as error:
                self.error = error
                self._leave()


def _order(calls: list[Call], line: bytes) -> None:
    """Let every call obey; what is wrong with an order is an entry of its journal."""
    for call in calls:
        try:
            obey(call, line)
        except LianmaiError as error:
            call.journal.add(ME, "order_failed", reason=redact(str(error)))


def _nothing() -> None:
    pass


async def _visit(call: Call) -> int:
    try:
        await call.run()
    except LianmaiError as error:
        call.journal.add("room", "error", reason=redact(str(error)))
        complain(error)
        return FAILED
    if removal := _removal(call):
        complain(removal)
        return FAILED
    return DONE


def _removal(call: Call) -> str:
    """Return why the room threw us out; empty when it did not."""
    for entry in reversed(call.journal.entries):
        if entry.name == "kicked":
            return DUPLICATE if entry.fields["reason"] == "duplicate" else REMOVED
    return ""


def _each(settings: CallSettings, count: int) -> list[CallSettings]:
    """Return settings for *count* peers, numbered when there are several."""
    if count == 1 or not settings.uid:
        return [settings] * count
    return [replace(settings, uid=f"{settings.uid}-{n}") for n in range(1, count + 1)]
