"""What keeps a stream going has in common: a state to show, patience, and a way to ask again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import ClassVar, Literal, TypeAlias

from lianmai.core.messages import Address, Op
from lianmai.core.retry import Backoff
from lianmai.media.report import Report

StreamState: TypeAlias = Literal[
    "idle", "requesting", "publishing", "playing", "retrying", "failed"
]
Ask: TypeAlias = Callable[[Op[Address]], Awaitable[Address]]
"""Sends a request to the room."""
Tell: TypeAlias = Callable[[StreamState, str], None]
"""Hears a stream's state and its problem."""


class KeptStream:
    """A stream that is tried again when it fails, until patience runs out or somebody asks.

    *problem* is one sentence while something is wrong, else empty. *tell* is called with both
    after every change, *report* with every failure. A success renews patience.
    """

    FLOWING: ClassVar[StreamState]

    def __init__(self, ask: Ask, tell: Tell, backoff: Backoff, report: Report) -> None:
        self.state: StreamState = "idle"
        self.problem = ""
        self.reconnects = 0
        self._ask = ask
        self._tell = tell
        self._backoff = backoff
        self._report = report
        self._wake = asyncio.Event()
        self._renew_patience()

    def started(self) -> None:
        """Note that media flows: all is well, and patience is renewed."""
        self._renew_patience()
        self._set(self.FLOWING)

    def retry(self) -> None:
        """Try again at once, also after giving up."""
        self._renew_patience()
        self._wake.set()

    async def _pause(self, problem: str) -> None:
        """Wait before the next attempt; when patience has run out, until somebody asks."""
        self._wake.clear()
        wait_s = next(self._waits, None)
        self._failures += 1
        if wait_s is None:
            self._report("gave_up", {"reason": problem})
            self._set("failed", problem)
        else:
            said = {"attempt": self._failures, "wait_s": wait_s}
            self._report("retrying", {**said, "reason": problem})
            self._set("retrying", problem)
        with suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                await self._wake.wait()
        self.reconnects += 1

    def _renew_patience(self) -> None:
        self._waits = self._backoff.waits()
        self._failures = 0

    def _set(self, state: StreamState, problem: str = "") -> None:
        if (state, problem) != (self.state, self.problem):
            self.state, self.problem = state, problem
            self._tell(state, problem)


async def cancelled(*tasks: asyncio.Task[None]) -> None:
    """Cancel *tasks* and wait until they have ended; what they raise no longer matters."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
