"""Visits to rooms in tests: run beside the test, events written down."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from lianmai.core.errors import LianmaiError
from lianmai.core.messages import Event, Join, RoomJoined
from lianmai.core.retry import Backoff
from lianmai.rooms.connection import RoomConnection
from lianmai.rooms.dialling import Patience
from lianmai.rooms.signalling import OpenRoom

Kind = TypeVar("Kind", bound=Event)

HURRY = Patience(
    connect_s=0.3,
    answer_s=0.3,
    farewell_s=0.3,
    ping_every_s=0.1,
    pong_within_s=0.1,
    close_within_s=0.1,
)
SOON = Backoff(first_s=0.01, factor=2, longest_s=0.1, attempts=40)


def run(scenario: Coroutine[Any, Any, None]) -> None:
    """Run *scenario* within ten seconds."""

    async def limited() -> None:
        async with asyncio.timeout(10):
            await scenario

    asyncio.run(limited())


class Visit:
    """One visit: what it heard so far, and how it ends."""

    def __init__(self, room: RoomConnection) -> None:
        self.room = room
        self.events: list[Event] = []
        self._changed = asyncio.Event()
        self.task = asyncio.create_task(room.run(self._hear))

    def names(self) -> list[str]:
        """Return the kinds of events heard."""
        return [type(event).__name__ for event in self.events]

    async def until(self, kind: type[Kind], count: int = 1) -> Kind:
        """Wait for the *count*-th event of *kind*; a visit that ended before is an error."""
        while len(found := [it for it in self.events if isinstance(it, kind)]) < count:
            self._changed.clear()
            waiting = asyncio.create_task(self._changed.wait())
            try:
                await asyncio.wait({waiting, self.task}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waiting.cancel()
            if self.task.done() and not self._changed.is_set():
                self.task.result()
                raise AssertionError(f"the visit ended without {kind.__name__}: {self.events}")
        return found[count - 1]

    async def error(self) -> LianmaiError:
        """Return the error that ends the visit."""
        try:
            await self.task
        except LianmaiError as error:
            return error
        raise AssertionError(f"no error: {self.events}")

    def _hear(self, event: Event) -> None:
        self.events.append(event)
        self._changed.set()


@asynccontextmanager
async def visit(
    port: int, uid: str = "ann", *, patience: Patience = HURRY, backoff: Backoff = SOON
) -> AsyncIterator[Visit]:
    """Join a room on *port* as *uid*; the visit ends with the block at the latest."""
    join = Join("lobby", uid)
    async with any_visit(
        OpenRoom(f"ws://127.0.0.1:{port}", join, patience=patience, backoff=backoff)
    ) as found:
        await found.until(RoomJoined)
        yield found


@asynccontextmanager
async def any_visit(room: RoomConnection) -> AsyncIterator[Visit]:
    """Begin a visit that may fail."""
    found = Visit(room)
    try:
        yield found
    finally:
        found.task.cancel()
        with suppress(asyncio.CancelledError, LianmaiError):
            await found.task
