"""What a mix costs: milliseconds for each picture, and ticks that were missed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from lianmai.core.journal import Value
from lianmai.core.stats import Meter


class Workload:
    """The mix's thread notes, any thread reads. *late* counts ticks that came too late."""

    def __init__(self) -> None:
        self.late = 0
        self._composing, self._encoding, self._pictures = Meter(), Meter(), Meter()
        self._lock = threading.Lock()

    @contextmanager
    def composing(self) -> Iterator[None]:
        """Measure the drawing of a picture."""
        start_s = time.perf_counter()
        yield
        self._note(self._composing, start_s)
        with self._lock:
            self._pictures.add(1, time.monotonic())

    @contextmanager
    def encoding(self) -> Iterator[None]:
        """Measure the encoding of a picture."""
        start_s = time.perf_counter()
        yield
        self._note(self._encoding, start_s)

    def read(self, now_s: float) -> dict[str, Value]:
        """Return what was late so far, and the means of the last period in ms."""
        with self._lock:
            pictures = self._pictures.per_second(now_s)
            parts = {"compose_ms": self._composing, "encode_ms": self._encoding}
            means = {
                name: round(meter.per_second(now_s) * 1000 / pictures, 2) if pictures else 0.0
                for name, meter in parts.items()
            }
        return {"late": self.late, **means}

    def _note(self, meter: Meter, start_s: float) -> None:
        with self._lock:
            meter.add(time.perf_counter() - start_s, time.monotonic())
