"""Shows held pictures when they are due; one thread serves all players."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from typing import TypeAlias

Show: TypeAlias = Callable[[], None]

MOST_HELD = 1024
"""Beyond that the most urgent are shown early: memory matters more than a few milliseconds."""
IDLE_S = 0.3


class Presenter:
    """Calls back at given times, in their order, from a thread of its own.

    The thread starts with the first wish and ends after `IDLE_S` without one, so a presenter
    needs no closing.
    """

    def __init__(self) -> None:
        self._held: list[tuple[float, int, Show]] = []
        self._count = 0
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def show_at(self, due_s: float, show: Show) -> None:
        """Call *show* when ``time.monotonic()`` reaches *due_s*; any thread may ask."""
        with self._changed:
            self._count += 1
            heapq.heappush(self._held, (due_s, self._count, show))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="presenter", daemon=True)
                self._thread.start()
            if self._held[0][1] == self._count or len(self._held) > MOST_HELD:
                self._changed.notify()

    def _run(self) -> None:
        try:
            while (show := self._next()) is not None:
                show()
        finally:  # a callback that fails takes this thread with it, not the pictures after it
            with self._changed:
                if self._thread is threading.current_thread():
                    self._thread = None

    def _next(self) -> Show | None:
        """Wait for the next due callback; ``None`` when it is time to go."""
        idle_from_s = time.monotonic()
        with self._changed:
            while True:
                now_s = time.monotonic()
                due_s = self._held[0][0] if self._held else idle_from_s + IDLE_S
                if len(self._held) <= MOST_HELD and now_s < due_s:
                    self._changed.wait(due_s - now_s)
                elif self._held:
                    return heapq.heappop(self._held)[2]
                else:
                    self._thread = None
                    return None
