"""A thousand peers in twenty rooms: how soon they are in, and how soon the others hear of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from lianmai.core.messages import Join, Message, SendMessage
from lianmai.core.rpc import Answer, Refusal, decode_incoming, encode_request
from tests.bench.figures import Spread, spread
from tests.bench.machine import Cost, CostMeter
from tests.bench.plan import Plan, say
from tests.bench.report import Result, Target
from tests.bench.servers import lianmai_server

ROOMS = 20
_JOINS_PER_S = 100
_MESSAGES_PER_S = 20
_ANSWER_S = 20.0


@dataclass
class Guest:
    """One peer: its connection, and what it has noticed."""

    connection: ClientConnection
    joined: asyncio.Event = field(default_factory=asyncio.Event)
    refusal: str = ""
    delays_ms: list[float] = field(default_factory=list)

    async def listen(self) -> None:
        """Take what the server sends until the connection closes."""
        with suppress(ConnectionClosed):
            while True:
                self._take(await self.connection.recv(decode=False))

    def _take(self, data: bytes) -> None:
        now_ns = time.monotonic_ns()
        # Most of what comes are the others' arrivals, which need no decoding here.
        if not self.joined.is_set() and isinstance(
            answer := decode_incoming(data), Answer | Refusal
        ):
            self.refusal = answer.reason if isinstance(answer, Refusal) else ""
            self.joined.set()
        elif b'"message"' in data[:60] and isinstance(event := decode_incoming(data), Message):
            self.delays_ms.append((now_ns - int(event.body)) / 1e6)


def signalling(plan: Plan) -> Result:
    """A thousand peers in twenty rooms on one server: joining, and telling all others."""
    peers = 200 if plan.is_quick else 1000
    say(f"signalling: {peers} peers in {ROOMS} rooms")
    with lianmai_server() as server:
        meter = CostMeter([server.process.pid])
        joins, fan_out, cost = asyncio.run(_visit(server.ws, peers, plan.watch_s, meter))
    row = {
        "join p50 ms": joins.p50,
        "join p95 ms": joins.p95,
        "fan-out p50 ms": fan_out.p50,
        "fan-out p95 ms": fan_out.p95,
        "RSS MB": cost.rss_mb,
        "CPU %": cost.cpu_percent,
    }
    return Result(
        "signalling",
        f"{peers} peers in {ROOMS} rooms",
        {"lianmai": row},
        [
            Target("join p95, ms", joins.p95, 50.0),
            Target("event fan-out p95, ms", fan_out.p95, 20.0),
            Target("server's memory (RSS), MB", cost.rss_mb, 150.0),
        ],
        [
            f"{_JOINS_PER_S} joins a second, then {_MESSAGES_PER_S} messages a second to one room.",
            "Join: from the request to the snapshot. Fan-out: from sending to each other member.",
            "Both include the time this one process needs to play all the peers.",
        ],
    )


async def _visit(
    ws: str, count: int, duration_s: float, meter: CostMeter
) -> tuple[Spread, Spread, Cost]:
    guests: list[Guest] = []
    async with asyncio.TaskGroup() as listeners:
        try:
            joins_ms = await _enter(ws, count, guests, listeners)
            await _chat(guests, duration_s)
            cost = meter.read()
        finally:
            await asyncio.gather(*(guest.connection.close() for guest in guests))
    delays_ms = [delay for guest in guests for delay in guest.delays_ms]
    return _known(joins_ms), _known(delays_ms), cost


async def _enter(
    ws: str, count: int, guests: list[Guest], listeners: asyncio.TaskGroup
) -> list[float]:
    """Have *count* guests join at an even pace and return how long each took, in ms."""

    async def enter(number: int) -> float:
        guest = Guest(await connect(ws, compression=None, ping_interval=None, max_queue=None))
        guests.append(guest)
        listeners.create_task(guest.listen())
        start_s = time.monotonic()
        join = Join(f"room-{number % ROOMS}", f"peer-{number}")
        await guest.connection.send(encode_request(1, join), text=True)
        await asyncio.wait_for(guest.joined.wait(), _ANSWER_S)
        if guest.refusal:
            raise ConnectionRefusedError(f"peer {number} was refused: {guest.refusal}")
        return (time.monotonic() - start_s) * 1000

    return await _paced([enter(number) for number in range(count)], _JOINS_PER_S)


async def _chat(guests: Sequence[Guest], duration_s: float) -> None:
    """Have one guest after the other tell its room the time."""

    async def tell(guest: Guest) -> None:
        request = encode_request(2, SendMessage(str(time.monotonic_ns())))
        await guest.connection.send(request, text=True)

    speakers = [guests[n % len(guests)] for n in range(int(duration_s * _MESSAGES_PER_S))]
    await _paced([tell(guest) for guest in speakers], _MESSAGES_PER_S)
    await asyncio.sleep(0.5)  # for the last ones to arrive


async def _paced(jobs: Sequence[Awaitable[float | None]], per_s: float) -> list[float]:
    """Start *jobs* at an even pace and return what they return."""

    async def at(delay_s: float, job: Awaitable[float | None]) -> float | None:
        await asyncio.sleep(delay_s)
        return await job

    results = await asyncio.gather(*(at(n / per_s, job) for n, job in enumerate(jobs)))
    return [it for it in results if it is not None]


def _known(values: Sequence[float]) -> Spread:
    found = spread(values)
    if found is None:
        raise ValueError("nothing was heard of the server")
    return found
