"""The relay's open connections: how many there are, and how all of them are ended."""

import asyncio
from typing import Protocol


class Connection(Protocol):
    """Something with a socket that can be hurried."""

    def tick(self, now_s: float) -> None:
        """Close if a peer lets us wait too long; called once a second."""

    def close(self) -> None:
        """Send what is left, then hang up."""

    def abort(self) -> None:
        """Hang up at once."""


class Connections:
    """Counts connections against a bound and waits for the last one to go."""

    def __init__(self, maximum: int) -> None:
        self._maximum = maximum
        self._open: set[Connection] = set()
        self._empty = asyncio.Event()
        self._empty.set()

    def add(self, connection: Connection) -> bool:
        """Count *connection* in, unless there are too many: then it is to hang up."""
        if len(self._open) >= self._maximum:
            return False
        self._open.add(connection)
        self._empty.clear()
        return True

    def remove(self, connection: Connection) -> None:
        """Forget *connection*, which may be unknown."""
        self._open.discard(connection)
        if not self._open:
            self._empty.set()

    def tick(self, now_s: float) -> None:
        """Let every connection look at the clock."""
        for connection in list(self._open):
            connection.tick(now_s)

    async def finish(self, grace_s: float) -> None:
        """Close all; hang up on those that are not gone after *grace_s*."""
        for connection in list(self._open):
            connection.close()
        try:
            async with asyncio.timeout(grace_s):
                await self._empty.wait()
        except TimeoutError:
            for connection in list(self._open):
                connection.abort()
            await self._empty.wait()
