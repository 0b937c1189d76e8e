"""Work that a button starts and that takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from lianmai.core.errors import LianmaiError
from lianmai.ui.words import translated


class Jobs:
    """Runs coroutines on the event loop; *failed* is called with one sentence when one fails."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_busy(self) -> bool:
        """Whether something is still being done."""
        return bool(self._tasks)

    def start(self, job: Coroutine[None, None, None]) -> None:
        """Run *job*; returns at once."""
        task = asyncio.get_running_loop().create_task(self._run(job), name="verify")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        """Wait for nothing any more."""
        for task in self._tasks:
            task.cancel()

    async def _run(self, job: Coroutine[None, None, None]) -> None:
        try:
            await job
        except LianmaiError as error:
            self._failed(translated(str(error)))
