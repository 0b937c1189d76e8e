"""One file of a recording, as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RecordedFile:
    """A file of *label*'s stream; *ended_s* is ``None`` while it is written. Unix times."""

    path: Path
    label: str
    started_s: float
    ended_s: float | None = None

    def seconds(self, now_s: float) -> float:
        """Return how long it is, or has been written so far."""
        return max(0.0, (self.ended_s if self.ended_s is not None else now_s) - self.started_s)

    def byte_count(self) -> int:
        """Return how large it is now; 0 when it is gone."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def size_words(byte_count: float) -> str:
    """Return a size as people say it."""
    for unit in ("B", "kB", "MB"):
        if byte_count < 1000:
            return f"{byte_count:.0f} {unit}" if unit != "MB" else f"{byte_count:.1f} MB"
        byte_count /= 1000
    return f"{byte_count:.1f} GB"


def time_words(seconds: float) -> str:
    """Return a time as minutes and seconds, with hours when there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
