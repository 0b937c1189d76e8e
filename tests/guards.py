"""Guards around every test: what a test starts, it ends.

A pytest plugin. Each guard notes what is there before a test and fails the test for what is new
afterwards: threads, asyncio tasks, processes. Rubbish is collected before the verdict, so an
unclosed socket or a never awaited coroutine is blamed on the test that left it, not on a later one.
"""

import asyncio
import ctypes
import functools
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

Thing = TypeVar("Thing")

GRACE_S = 1.0  # for what was told to end and is on its way
TASK_GRACE_S = 0.5
_POLL_S = 0.01
_PROC = Path("/proc")
_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def pytest_configure() -> None:
    """Adopt orphans, so that a child that leaves its own children behind is found out."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def pytest_collection_finish() -> None:
    """Take imported code out of the collector's sight: a collection after each test costs 1 ms."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread, a task or a process behind."""
    threads, processes = set(threading.enumerate()), set(child_processes())
    left_tasks: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio.Runner, "close", _checking_close(left_tasks))
        yield
    gc.collect()
    left_threads = _still_there(lambda: [_describe(it) for it in _own_threads() - threads])
    left_processes = _end(_still_there(lambda: _living_children(processes)))
    left = {"threads": left_threads, "tasks": left_tasks, "processes": left_processes}
    if verdict := [f"left {kind} behind: {', '.join(it)}" for kind, it in left.items() if it]:
        pytest.fail("; ".join(verdict), pytrace=False)


def child_processes() -> dict[int, str]:
    """Return the state letter (proc(5), stat) of each child of this process; Linux only.

    Adopted orphans count. "Z" is a child that has ended and whose exit nobody asked for yet.
    """
    if sys.platform != "linux" or not _has_children():
        return {}
    states = {pid: _child_state(pid) for pid in _all_processes()}
    return {pid: state for pid, state in states.items() if state}


def open_descriptors(pid: int | None = None) -> dict[int, str]:
    """Return what each open file descriptor of *pid* (None: this process) stands for; Linux only.

    Sockets read ``socket:[inode]``, files their path. Compare before and after::

        before = open_descriptors()
        ...
        assert open_descriptors() == before
    """
    found: dict[int, str] = {}
    for link in (_PROC / str(pid or os.getpid()) / "fd").iterdir():
        try:
            found[int(link.name)] = str(link.readlink())
        except FileNotFoundError:  # the descriptor that lists the directory
            continue
    return found


def _checking_close(left: list[str]) -> Callable[[asyncio.Runner], None]:
    """Return a ``Runner.close`` that first adds the tasks it would cancel to *left*."""
    close = asyncio.Runner.close

    @functools.wraps(close)
    def checked_close(runner: asyncio.Runner) -> None:
        try:
            loop = runner.get_loop()
        except RuntimeError:  # closed before
            return
        if asyncio.all_tasks(loop):
            loop.run_until_complete(_settle())
        left.extend(repr(task) for task in asyncio.all_tasks(loop))
        close(runner)

    return checked_close


async def _settle() -> None:
    """Let tasks that were told to end do so."""
    if others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others, timeout=TASK_GRACE_S)


def _own_threads() -> set[threading.Thread]:
    """Return the threads Python started.

    Threads of Qt or FFmpeg that once called Python stay listed as dummies on Python 3.11; they
    belong to their library and cannot be joined.
    """
    return {it for it in threading.enumerate() if not isinstance(it, threading._DummyThread)}


def _describe(thread: threading.Thread) -> str:
    return f"{thread.name}{' (daemon)' if thread.daemon else ''}"


def _still_there(look: Callable[[], Sequence[Thing]]) -> Sequence[Thing]:
    """Return what *look* still sees when the grace is over; at once when it sees nothing."""
    deadline = time.monotonic() + GRACE_S
    while (left := look()) and time.monotonic() < deadline:
        time.sleep(_POLL_S)
    return left


def _has_children() -> bool:
    """Tell without a walk through /proc, as most tests have none."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _living_children(known: set[int]) -> list[int]:
    """Return the children beyond the *known* ones; those that have ended are reaped.

    An orphan has nobody else to ask for its exit. A child whose owner forgot to ask still fails
    the test: subprocess and asyncio warn about it.
    """
    new = {pid: state for pid, state in child_processes().items() if pid not in known}
    for pid in (pid for pid, state in new.items() if state == "Z"):
        os.waitpid(pid, os.WNOHANG)
    return sorted(pid for pid, state in new.items() if state != "Z")


def _all_processes() -> list[int]:
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdecimal()]


def _child_state(pid: int) -> str:
    """Return the state letter of *pid* (proc(5), stat), or nothing if it is no child of ours."""
    try:
        after_name = (_PROC / str(pid) / "stat").read_text("utf-8", "replace").rpartition(")")[2]
    except OSError:  # ended meanwhile
        return ""
    state, parent, *_ = after_name.split()
    return state if int(parent) == os.getpid() else ""


def _command(pid: int) -> str:
    try:
        words = (_PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return "ended"
    return b" ".join(words).decode("utf-8", "replace").strip()[:200]


def _end(pids: Sequence[int]) -> list[str]:
    """Kill what a test left, so that the tests after it start clean, and say what it was."""
    commands = [f"{pid} ({_command(pid)})" for pid in pids]
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return commands
