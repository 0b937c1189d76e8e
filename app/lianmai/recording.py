"""Streams into files, without a window: progress as JSON lines on standard output."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lianmai.console import DONE, FAILED, complain, first_of, print_line, run_to_exit_code
from lianmai.core.errors import LianmaiError
from lianmai.core.journal import Value
from lianmai.core.redact import redact
from lianmai.core.stats import PERIOD_S
from lianmai.media.network.stream_input import without_key
from lianmai.media.recording.recorder import make_folder
from lianmai.media.recording.recording import Recording
from lianmai.media.report import Report
from lianmai.stopping import until_told_to_stop


@dataclass(frozen=True)
class RecordOptions:
    """Record *urls* into *folder*, for *seconds*, until they end or until interrupted."""

    urls: tuple[str, ...]
    folder: Path
    seconds: float | None = None
    until_stdin_closes: bool = False


def run_record(options: RecordOptions) -> int:
    """Record, printing what happens; return the exit code."""
    return run_to_exit_code(lambda: _record(options))


async def _record(options: RecordOptions) -> int:
    make_folder(options.folder)
    with until_told_to_stop(until_stdin_closes=options.until_stdin_closes) as told:
        tasks = [asyncio.create_task(_one(url, options.folder)) for url in options.urls]
        await first_of(told, asyncio.gather(*tasks), seconds=options.seconds)
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks)
        return told.result() if told.done() else max(outcomes)


async def _one(url: str, folder: Path) -> int:
    """Record *url*; whatever goes wrong with it stays here."""
    name = without_key(url)

    def report(event: str, fields: Mapping[str, Value]) -> None:
        print_line({"event": event, "time": round(time.time(), 3), "stream": name, **fields})

    label = name.rpartition("/")[2].removesuffix(".flv")
    recording = Recording(url, folder, label, report)
    telling = asyncio.create_task(_tell_progress(recording, report))
    reason = ""
    try:
        await recording.run()
        reason = "ended"
    except asyncio.CancelledError:
        reason = "stopped"
        if not recording.files:
            complain(f"Nothing came from {name!r}: check that somebody sends it.")
    except LianmaiError as error:
        reason = redact(str(error))
        complain(error)
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling
        report("recording_ended", {**recording.progress(), "reason": reason})
    return DONE if reason in ("ended", "stopped") and recording.files else FAILED


async def _tell_progress(recording: Recording, report: Report) -> None:
    while True:
        await asyncio.sleep(PERIOD_S)
        report("stats", {"kind": "recording", **recording.progress()})
