"""What makes a program end: signals, and its starter going away."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from lianmai.interrupts import INTERRUPTED


@contextmanager
def until_told_to_stop(*, until_stdin_closes: bool) -> Iterator[asyncio.Future[int]]:
    """Give a future that becomes the exit code when the program is to end.

    SIGINT gives `INTERRUPTED`; SIGTERM, and with *until_stdin_closes* the end of standard input,
    give 0: whoever started us with a pipe need not do anything to end us, it may even crash.
    """
    loop = asyncio.get_running_loop()
    told: asyncio.Future[int] = loop.create_future()

    def stop(exit_code: int) -> None:
        if not told.done():
            told.set_result(exit_code)

    def stop_from_elsewhere(exit_code: int) -> None:
        with suppress(RuntimeError):  # the loop is closed: it has ended by itself
            loop.call_soon_threadsafe(stop, exit_code)

    codes = {signal.SIGINT: INTERRUPTED, signal.SIGTERM: 0}
    before = {
        number: signal.signal(number, lambda *_, code=code: stop_from_elsewhere(code))
        for number, code in codes.items()
    }
    if until_stdin_closes:
        _call_when_stdin_closes(lambda: stop_from_elsewhere(0))
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _call_when_stdin_closes(callback: Callable[[], None]) -> None:
    """Call *callback* from a thread when standard input ends; that works on Windows too."""
    number = sys.stdin.fileno()

    def watch() -> None:
        # Not through sys.stdin: its lock, held by a daemon thread, would break the program's exit.
        with suppress(OSError):
            while os.read(number, 1024):
                pass
        callback()

    threading.Thread(target=watch, name="stdin-watch", daemon=True).start()
