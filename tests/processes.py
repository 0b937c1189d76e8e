"""Real processes in tests: start them, read their JSON lines, and always see them end.

with lianmai_process("serve", "--port", "0") as server:
    url = server.next_where("ready")["ws"]
    ...
    assert server.interrupt() == 0
"""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any

EVENT_S = 10.0
END_S = 5.0
SURVIVORS_S = 2.0  # for children whose parent has ended
_MAX_LINES = 10_000  # kept of what a process prints; a test that needs more reads along
_POLL_S = 0.01


class RunningProcess:
    """A process whose standard output is read line by line; made by `running`."""

    def __init__(self, command: list[str], env: Mapping[str, str], *, hears: bool = False) -> None:
        self._popen = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if hears else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONFAULTHANDLER": "1", **env},
            # A group of its own: whoever is left in it afterwards was left behind.
            start_new_session=True,
        )
        self._lines: queue.Queue[str | None] = queue.Queue(_MAX_LINES)
        self._errors: deque[str] = deque(maxlen=1000)
        self._readers = [
            threading.Thread(target=self._read_stdout, name=f"stdout of {self.pid}"),
            threading.Thread(target=self._read_stderr, name=f"stderr of {self.pid}"),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """The process id, which is also its group's."""
        return self._popen.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._popen.poll() is None

    @property
    def stderr(self) -> str:
        """The last 1000 lines of standard error so far; all of them after `wait`."""
        return "".join(self._errors)

    def next_line(self, timeout_s: float = EVENT_S) -> str:
        """Return the next line of standard output, without its end."""
        try:
            line = self._lines.get(timeout=max(timeout_s, 0))
        except queue.Empty:
            raise self._failure(f"printed no line for {timeout_s:.1f} s") from None
        if line is None:
            self._lines.put(None)  # the end stays the end
            raise self._failure(f"ended with code {self.wait()}")
        return line.rstrip("\n")

    def next_where(self, key: str, value: object = True, timeout_s: float = EVENT_S) -> Any:
        """Return the next JSON object whose *key* has this *value*; those before it are dropped.

        Raises:
            AssertionError: If it does not come in time, the process ends, or a line is no JSON
                object. The message has what was printed meanwhile.
        """
        deadline = time.monotonic() + timeout_s
        passed: deque[str] = deque(maxlen=20)
        try:
            while True:
                passed.append(line := self.next_line(deadline - time.monotonic()))
                record = json.loads(line)
                if record.get(key) == value:
                    return record
        except (AssertionError, ValueError, AttributeError) as error:
            last = "\n".join(passed)
            raise AssertionError(f"waiting for {key}={value!r}: {error}\n{last}") from error

    def next_event(self, name: str, timeout_s: float = EVENT_S) -> Any:
        """Return the next ``{"event": name, ...}``, as `next_where` does."""
        return self.next_where("event", name, timeout_s)

    def say(self, record: object) -> None:
        """Send *record* as a line of JSON; for a process that *hears*."""
        assert self._popen.stdin is not None, "start it with hears=True"
        self._popen.stdin.write(json.dumps(record) + "\n")
        self._popen.stdin.flush()

    def wait(self, timeout_s: float = END_S) -> int:
        """Return the exit code (-N: killed by signal N); all output has been read then."""
        try:
            code = self._popen.wait(timeout_s)
        except subprocess.TimeoutExpired:
            raise self._failure(f"did not end within {timeout_s:.1f} s") from None
        for reader in self._readers:
            reader.join(END_S)
        return code

    def interrupt(self, timeout_s: float = END_S) -> int:
        """Send what Ctrl-C sends and return the exit code."""
        self._popen.send_signal(signal.SIGINT)
        return self.wait(timeout_s)

    def kill(self) -> None:
        """End it without a chance to clean up, as a crash would."""
        self._popen.kill()
        self.wait()

    def close(self) -> None:
        """End it if it runs, and what it started.

        Raises:
            AssertionError: If processes of its group outlive it by more than 2 s.
        """
        try:
            self._end()
            survived = not _has_ended(self.pid, time.monotonic() + SURVIVORS_S)
        finally:
            _signal_group(self.pid, signal.SIGKILL)
            _has_ended(self.pid, time.monotonic() + END_S)
            self._release()
        if survived:
            raise self._failure("left processes of its group behind")

    def _end(self) -> None:
        if self.is_running:
            self._popen.terminate()
        try:
            self._popen.wait(END_S)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait(END_S)

    def _release(self) -> None:
        for reader in self._readers:
            reader.join(END_S)
        for pipe in (self._popen.stdin, self._popen.stdout, self._popen.stderr):
            if pipe is not None:
                pipe.close()

    def _read_stdout(self) -> None:
        """Queue each line, and None after the last; what does not fit is dropped."""
        for line in _lines_of(self._popen.stdout):
            if self._lines.qsize() < _MAX_LINES - 1:
                self._lines.put(line)
        self._lines.put(None)

    def _read_stderr(self) -> None:
        self._errors.extend(_lines_of(self._popen.stderr))

    def _failure(self, what: str) -> AssertionError:
        return AssertionError(f"{self._popen.args!r} {what}")


@contextmanager
def running(
    *command: str, env: Mapping[str, str] | None = None, hears: bool = False
) -> Iterator[RunningProcess]:
    """Run *command* for the length of the block; *env* is added to this process's environment.

    One that *hears* has a standard input that stays open, see `RunningProcess.say`.
    Whatever fails in the block is told together with the end of standard error.
    """
    process = RunningProcess([*command], env or {}, hears=hears)
    try:
        yield process
    except BaseException as error:
        error.add_note(f"Standard error of {[*command]}:\n{process.stderr[-4000:]}")
        raise
    finally:
        process.close()


@contextmanager
def lianmai_process(
    *arguments: str, env: Mapping[str, str] | None = None, hears: bool = False
) -> Iterator[RunningProcess]:
    """Run the real command line, ``lianmai *arguments``, for the length of the block."""
    with running(sys.executable, "-m", "lianmai", *arguments, env=env, hears=hears) as process:
        yield process


def _lines_of(pipe: IO[str] | None) -> Iterator[str]:
    assert pipe is not None
    yield from pipe


def _signal_group(group: int, number: int) -> bool:
    """Signal the processes of *group*; False when there are none."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


def _has_ended(group: int, deadline: float) -> bool:
    """Wait until *group* is empty, reaping orphans this process adopted; False when time is up."""
    while _signal_group(group, 0):
        with suppress(ChildProcessError):
            os.waitpid(-group, os.WNOHANG)
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_S)
    return True
