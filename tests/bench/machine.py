"""What processes cost, read from /proc; Linux only."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What processes used: *cpu_percent* of one core, memory in MB of 10^6 bytes.

    *pss_mb* shares pages used by several processes out among them and can be added up;
    *rss_mb* counts them in each.
    """

    cpu_percent: float
    pss_mb: float
    rss_mb: float
    threads: int
    descriptors: int


def tree(pid: int) -> list[int]:
    """Return *pid* and all its descendants."""
    parents = _parents()
    found = [pid]
    for parent in found:  # grows while it is walked
        found += [child for child, its_parent in parents.items() if its_parent == parent]
    return found


def cpu_s(pids: Iterable[int]) -> float:
    """Return the processor time that *pids* have used, children waited for included."""
    return sum(_cpu_s(pid) for pid in pids)


class CostMeter:
    """Measures some processes and their descendants from its making until `read`."""

    def __init__(self, roots: Iterable[int]) -> None:
        self._roots = [*roots]
        self._start_s = time.monotonic()
        self._cpu_s = cpu_s(self._pids())

    def read(self) -> Cost:
        """Return the processor time since the start, and everything else as it is now."""
        pids = self._pids()
        elapsed_s = time.monotonic() - self._start_s
        return Cost(
            cpu_percent=(cpu_s(pids) - self._cpu_s) / max(elapsed_s, 1e-9) * 100,
            pss_mb=sum(_memory_mb(pid, "Pss") for pid in pids),
            rss_mb=sum(_memory_mb(pid, "Rss") for pid in pids),
            threads=sum(_count(pid, "task") for pid in pids),
            descriptors=sum(_count(pid, "fd") for pid in pids),
        )

    def _pids(self) -> list[int]:
        return [pid for root in self._roots for pid in tree(root)]


def socket_count(pid: int) -> int:
    """Return how many sockets *pid* and its descendants hold."""
    return sum(link.startswith("socket:") for each in tree(pid) for link in _links(each))


@contextmanager
def punctual() -> Iterator[bool]:
    """Run before all others inside the block, where the system allows it; yields whether it does.

    An observer that waits for the processor behind those it observes would add its own lateness
    to theirs. Processes started inside do not inherit this.
    """
    before, own = os.sched_getscheduler(0), 0
    try:
        os.sched_setscheduler(own, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(1))
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        # Only the privileged may take the flag away again, so it stays.
        flags = before | os.SCHED_RESET_ON_FORK
        os.sched_setscheduler(own, flags, os.sched_param(0))


def description() -> dict[str, object]:
    """Say on what was measured."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "cores": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "load_average": [round(it, 2) for it in os.getloadavg()],
    }


def _parents() -> dict[int, int]:
    parents = {}
    for entry in _PROC.iterdir():
        if entry.name.isdecimal() and (fields := _stat(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    return parents


def _stat(pid: int) -> list[str]:
    """Return the fields of proc(5) stat after the command's name, nothing if *pid* has ended."""
    try:
        text = (_PROC / str(pid) / "stat").read_text("utf-8", "replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def _cpu_s(pid: int) -> float:
    fields = _stat(pid)
    # utime, stime, cutime, cstime: fields 14 to 17 of proc(5) stat
    return sum(map(int, fields[11:15])) / _TICKS_PER_S if fields else 0.0


def _memory_mb(pid: int, name: str) -> float:
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def _count(pid: int, folder: str) -> int:
    try:
        return sum(1 for _ in (_PROC / str(pid) / folder).iterdir())
    except OSError:
        return 0


def _links(pid: int) -> Iterator[str]:
    with suppress(OSError):
        for link in (_PROC / str(pid) / "fd").iterdir():
            with suppress(OSError):
                yield str(link.readlink())


def _processor() -> str:
    with suppress(OSError):
        for line in (_PROC / "cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
