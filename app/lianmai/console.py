"""What the faces without a window share: JSON lines on standard output, and an exit code."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

from lianmai.core.errors import LianmaiError
from lianmai.core.redact import redact

DONE, FAILED = 0, 1
LONGEST_LINE = 64 * 1024
"""Of standard input; the rest of a longer one is ignored."""


def print_line(line: object) -> None:
    """Print *line* as one line of JSON, at once."""
    print(json.dumps(line, ensure_ascii=False), flush=True)


def complain(error: Exception | str) -> None:
    """Print *error* on standard error, without its secrets."""
    print(redact(str(error)), file=sys.stderr, flush=True)


def run_to_exit_code(main: Callable[[], Awaitable[int]]) -> int:
    """Run *main* to its exit code; a sentence on standard error when it fails."""

    async def guarded() -> int:
        try:
            return await main()
        except LianmaiError as error:
            complain(error)
            return FAILED

    try:
        return asyncio.run(guarded())
    except BrokenPipeError:  # whoever read the lines has gone
        return DONE


def take_lines(take: Callable[[bytes], None], end: Callable[[], None]) -> None:
    """Call *take* on this event loop with each line of standard input, then *end*.

    Reading waits until a line has been taken, so that no more than one ever does.
    """
    loop = asyncio.get_running_loop()

    def hand_over(act: Callable[[], None]) -> None:
        done = threading.Event()

        def run() -> None:
            try:
                act()
            finally:
                done.set()

        loop.call_soon_threadsafe(run)
        done.wait()

    def read() -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody takes anything any more
            for line in _lines(sys.stdin.fileno()):
                hand_over(lambda line=line: take(line))  # type: ignore[misc]  # bound at once
            hand_over(end)

    threading.Thread(target=read, name="stdin", daemon=True).start()


def _lines(number: int) -> Iterator[bytes]:
    """Yield the lines of a descriptor, the ends of too long ones cut off.

    Not through sys.stdin: its lock, held by a daemon thread, would break the program's exit.
    """
    waiting = b""
    with suppress(OSError):
        while piece := os.read(number, 4096):
            *lines, waiting = (waiting + piece).split(b"\n")
            yield from (line[:LONGEST_LINE] for line in lines if line.strip())
            waiting = waiting[: LONGEST_LINE + 1]
    if waiting.strip():
        yield waiting[:LONGEST_LINE]


async def first_of(*futures: asyncio.Future[Any], seconds: float | None) -> None:
    """Wait for one of *futures*, *seconds* at most; leave the others as they are."""
    await asyncio.wait(futures, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
