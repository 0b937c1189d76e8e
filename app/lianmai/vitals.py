"""What this process itself costs: memory, threads, open files, processor time."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import psutil

from lianmai.core.journal import Value


@dataclass(frozen=True)
class VitalSigns:
    """*cpu_percent* of one core since the last reading; *descriptors* are files and sockets."""

    rss_mb: float
    cpu_percent: float
    threads: int
    descriptors: int

    def fields(self) -> dict[str, Value]:
        """Return the numbers for the journal."""
        return {
            "rss_mb": round(self.rss_mb, 1),
            "cpu_percent": round(self.cpu_percent, 1),
            "threads": self.threads,
            "descriptors": self.descriptors,
        }


class Vitals:
    """Reads the signs of this process."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._process.cpu_percent()  # the first reading starts the clock and means nothing

    def read(self) -> VitalSigns:
        """Return the signs now."""
        process = self._process
        with process.oneshot():
            return VitalSigns(
                rss_mb=process.memory_info().rss / 1e6,
                cpu_percent=process.cpu_percent(),
                threads=process.num_threads(),
                descriptors=_descriptors(process),
            )


def _descriptors(process: psutil.Process) -> int:
    """Return how many files and sockets are open; Windows counts handles instead."""
    if sys.platform == "win32":
        return process.num_handles()
    return process.num_fds()
