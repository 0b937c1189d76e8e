"""How late the Qt thread is: a timer that measures its own delay."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot

PERIOD_MS = 20
RECENT = 250
"""Beats that count as recent: five seconds."""
LONGEST_MS = 2000
"""Beats that are later count as this late."""


@dataclass(frozen=True)
class Lateness:
    """How late beats came, in ms: the worst of the last seconds, and of all time.

    *p999_ms* is what 999 of 1000 beats of all time did not exceed, in whole ms.
    """

    recent_ms: float = 0.0
    worst_ms: float = 0.0
    p999_ms: float = 0.0


class Heartbeat(QObject):
    """Beats every `PERIOD_MS` while started and notes how late each beat is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._beat)
        self._recent_ms: deque[float] = deque(maxlen=RECENT)
        self._worst_ms = 0.0
        self._counts = [0] * LONGEST_MS  # beats by how many ms late they were
        self._last_s = 0.0

    def start(self) -> None:
        """Begin to measure, forgetting what was."""
        self._recent_ms.clear()
        self._worst_ms = 0.0
        self._counts = [0] * LONGEST_MS
        self._last_s = perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Measure no more; the numbers stay."""
        self._timer.stop()

    def lateness(self) -> Lateness:
        """Return how late the beats were."""
        return Lateness(max(self._recent_ms, default=0.0), self._worst_ms, self._p999_ms())

    @Slot()
    def _beat(self) -> None:
        now_s = perf_counter()
        late_ms = max(0.0, (now_s - self._last_s) * 1000 - PERIOD_MS)
        self._last_s = now_s
        self._recent_ms.append(late_ms)
        self._worst_ms = max(self._worst_ms, late_ms)
        self._counts[min(ceil(late_ms), LONGEST_MS - 1)] += 1

    def _p999_ms(self) -> float:
        beats_left = sum(self._counts) // 1000
        for late_ms in reversed(range(LONGEST_MS)):
            if (beats_left := beats_left - self._counts[late_ms]) < 0:
                return float(late_ms)
        return 0.0
