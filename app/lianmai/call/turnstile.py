"""Lets streams begin one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

WIDTH = 1
LONGEST_S = 0.3
"""A stream that is slow to begin keeps the others waiting no longer than this."""


class Turnstile:
    """Admits `WIDTH` at once.

    Thirty streams that begin in the same moment, each with a thread and two seconds of media to
    decode, kept the window's thread waiting for up to a second.
    """

    def __init__(self, width: int = WIDTH, longest_s: float = LONGEST_S) -> None:
        self._places = asyncio.Semaphore(width)
        self._longest_s = longest_s

    async def enter(self) -> Callable[[], None]:
        """Wait for a turn; return what gives it up, which also happens by itself after a while."""
        await self._places.acquire()
        is_inside = True

        def leave() -> None:
            nonlocal is_inside
            if is_inside:
                is_inside = False
                self._places.release()
                timer.cancel()

        timer = asyncio.get_running_loop().call_later(self._longest_s, leave)
        return leave
