"""The benchmark's own publisher, players and rooms work with the real server and window code."""

import asyncio
import sys

import pytest

from lianmai.core.messages import Address, Join, StreamAdded, Subscribe
from lianmai.rooms.signalling import OpenRoom
from tests.bench.pulling import arrivals
from tests.bench.servers import fed, lianmai_server
from tests.bench.staged_room import ROOM, staged_room
from tests.bench.visitors import come_and_go
from tests.processes import running


@pytest.mark.slow
def test_a_crowd_hears_when_each_picture_was_sent() -> None:
    with lianmai_server() as server, fed(server.push_urls(1), "128x72@10", recorded=True):
        options = ("--players", "6", "--probes", "2", "--settle", "0.2", "--seconds", "1.5")
        with running(
            sys.executable, "-m", "tests.bench.crowd", *options, *server.push_urls(1)
        ) as it:
            report = it.next_where("done", timeout_s=15)
            assert it.wait() == 0
    assert len(report["byte_counts"]) == 6
    assert min(report["byte_counts"]) > 1000
    assert len(report["delays_ms"]) >= 10
    assert all(0 <= delay_ms < 1500 for delay_ms in report["delays_ms"])


@pytest.mark.slow
def test_the_age_of_live_pictures_is_read_at_the_relays_output() -> None:
    with lianmai_server() as server, fed(server.push_urls(1), "640x360@15"):
        seen = arrivals(server.pull_urls(1)[0], 1.5)
    assert len(seen) >= 10
    assert all(0 <= it.latency_ms < 1500 for it in seen)


@pytest.mark.slow
def test_visitors_leave_the_server_as_it_was() -> None:
    with lianmai_server() as server:
        asyncio.run(come_and_go(server.ws, 30))
        assert server.process.is_running


def test_a_staged_room_shows_its_guest_any_address() -> None:
    address = Address("rtmp://127.0.0.1:1/live/x")

    async def visit() -> Address:
        added = asyncio.Event()
        guest = OpenRoom(ws, Join(ROOM, "guest"))
        run = asyncio.create_task(
            guest.run(lambda event: added.set() if isinstance(event, StreamAdded) else None)
        )
        await asyncio.to_thread(room.wait_for_guest)
        await asyncio.to_thread(room.show, "p", address)
        async with asyncio.timeout(5):
            await added.wait()
            given = await guest.request(Subscribe("p", "video"))
            guest.leave()
            await run
        return given

    with staged_room() as (room, ws):
        assert asyncio.run(visit()) == address
        assert room.asked_s("p") > 0
