"""Peers of the room server that are nothing but a connection and a few requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from lianmai.core.messages import Join, Leave, Op, RotateUrl
from lianmai.core.rpc import Answer, Refusal, decode_incoming, encode_request

ANSWER_S = 10.0
_AT_ONCE = 10


class Visitor:
    """A member that asks and otherwise listens to nothing."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._last_id = 0

    async def ask(self, op: Op[Any]) -> Answer | Refusal:
        """Return the room's answer to *op*; events before it are dropped.

        Raises:
            TimeoutError: If there is none within `ANSWER_S`.
        """
        self._last_id += 1
        await self._connection.send(encode_request(self._last_id, op), text=True)
        async with asyncio.timeout(ANSWER_S):
            while True:
                incoming = decode_incoming(await self._connection.recv(decode=False))
                if isinstance(incoming, Answer | Refusal) and incoming.id == self._last_id:
                    return incoming

    async def listen(self, duration_s: float) -> None:
        """Drop what comes for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(duration_s):
                while True:
                    await self._connection.recv(decode=False)


@asynccontextmanager
async def visiting(ws: str, room: str, uid: str) -> AsyncIterator[Visitor]:
    """Be a member of *room* for the length of the block.

    Raises:
        ConnectionRefusedError: If the room refuses.
    """
    async with connect(ws, compression=None) as connection:
        visitor = Visitor(connection)
        answer = await visitor.ask(Join(room, uid))
        if isinstance(answer, Refusal):
            raise ConnectionRefusedError(f"{uid} may not join {room}: {answer.reason}")
        yield visitor
        with suppress(ConnectionClosed):
            await visitor.ask(Leave())


async def come_and_go(ws: str, count: int) -> None:
    """Join and leave *count* times, ten at a time in five rooms."""
    free = asyncio.Semaphore(_AT_ONCE)

    async def visit(number: int) -> None:
        async with free, visiting(ws, f"cycle-{number % 5}", f"visitor-{number}"):
            pass

    await asyncio.gather(*(visit(number) for number in range(count)))


async def rotate(ws: str, room: str, uids: list[str], every_s: float) -> None:
    """As the host of *room*, replace the address of one member's stream after the other.

    Runs until cancelled. Members that are away just now are passed over.
    """
    async with visiting(ws, room, "host") as host:
        turn = 0
        while True:
            await host.listen(every_s)
            await host.ask(RotateUrl(uids[turn % len(uids)]))
            turn += 1
