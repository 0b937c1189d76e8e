"""Commands of ours in processes of their own, which never outlive the one that started them.

The parent holds the child's standard input open; when it closes, by `Child.stop` or because the
parent is gone for whatever reason, the child ends by itself. That works on every system.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from lianmai.core.errors import LinkError
from lianmai.media.worker import LONGEST_LOOK_S, Stop, run_in_thread

START_S = 15.0
STOP_S = 2.0
KEPT_LINES = 20
LONGEST_LINE = 64 * 1024


class Child:
    """A ``lianmai`` command running in another process.

    What it prints on standard error is kept, the last `KEPT_LINES` lines of it, to explain a
    failure; after the first line, standard output goes unread into *on_line*.
    """

    def __init__(self, *arguments: str, on_line: Callable[[str], None] | None = None) -> None:
        self.arguments = arguments
        self._on_line = on_line
        self._process: subprocess.Popen[str] | None = None
        self._complaints: deque[str] = deque(maxlen=KEPT_LINES)
        self._first_line = ""
        self._has_spoken = threading.Event()
        self._readers: list[threading.Thread] = []

    @property
    def pid(self) -> int:
        """The process id, 0 before `start`."""
        return self._process.pid if self._process else 0

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    async def start(self) -> dict[str, Any]:
        """Start the command and return its first line, which is JSON.

        Raises:
            LinkError: If it ends or stays silent instead; says what it complained about.
        """
        await run_in_thread(f"start {self.arguments[0]}", self._start)
        try:
            ready = json.loads(self._first_line)
        except ValueError:
            await self.stop()
            raise LinkError(self._failure()) from None
        return dict(ready)

    async def stop(self) -> None:
        """End the process: ask first, insist after `STOP_S` seconds."""
        if self._process is not None:
            await run_in_thread(f"stop {self.arguments[0]}", self._end)

    def _start(self, stop: Stop) -> None:
        """Start the process and wait for its first line."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "lianmai", *self.arguments, "--until-stdin-closes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C is for the parent, which then stops its children
        )
        self._read(self._process.stdout, self._hear)
        self._read(self._process.stderr, self._complaints.append)
        for _ in range(int(START_S / LONGEST_LOOK_S)):
            if stop.is_set() or self._has_spoken.wait(LONGEST_LOOK_S):
                return

    def _read(self, stream: IO[str] | None, take: Callable[[str], object]) -> None:
        assert stream is not None, "every stream of the child is a pipe"

        def read() -> None:
            with stream:
                while line := stream.readline(LONGEST_LINE):
                    take(line.rstrip("\n"))
            self._has_spoken.set()

        reader = threading.Thread(target=read, name=f"read {self.arguments[0]}", daemon=True)
        self._readers.append(reader)
        reader.start()

    def _hear(self, line: str) -> None:
        if not self._has_spoken.is_set():
            self._first_line = line
            self._has_spoken.set()
        elif self._on_line is not None:
            self._on_line(line)

    def _end(self, _stop: Stop) -> None:
        process = self._process
        assert process is not None, "only a started child is ended"
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        for insist in (process.terminate, process.kill):
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_S)
                break
            insist()
        process.wait()
        for reader in self._readers:
            reader.join()

    def _failure(self) -> str:
        reason = self._complaints[-1] if self._complaints else f"no answer within {START_S:g} s"
        return f"The command `lianmai {self.arguments[0]}` did not start: {reason}"
