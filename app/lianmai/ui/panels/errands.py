"""Requests a panel makes of the room: stated by a click, done by the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from lianmai.core.errors import LianmaiError
from lianmai.core.messages import Op, Result
from lianmai.ui.panels.call_view import CallView
from lianmai.ui.words import translated


class Errands:
    """Runs requests; *refused* is called with one sentence when the room says no."""

    def __init__(self, call: CallView, refused: Callable[[str], None]) -> None:
        self._call = call
        self._refused = refused
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, op: Op[Result]) -> None:
        """Send *op*; returns at once."""
        task = asyncio.get_running_loop().create_task(self._run(op), name="panel request")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        """Wait for no answer any more."""
        for task in self._tasks:
            task.cancel()

    async def _run(self, op: Op[Result]) -> None:
        try:
            await self._call.request(op)
        except LianmaiError as error:
            self._refused(translated(str(error)))
