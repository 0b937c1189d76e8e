"""What the room decides, the relay does: keys, kicks and rotations with a real stream."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from lianmai.core.messages import (
    Join,
    Kick,
    Op,
    Publish,
    RoomJoined,
    RotateUrl,
    Subscribe,
    UrlChanged,
)
from lianmai.rooms import open_room
from lianmai.server.hub.limits import Limits
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from tests.unit.rooms.visits import Visit, any_visit, run


@asynccontextmanager
async def visit(server: RoomServer, uid: str) -> AsyncIterator[Visit]:
    async with any_visit(open_room(server.urls("127.0.0.1")["ws"], Join("lobby", uid))) as found:
        await found.until(RoomJoined)
        yield found


@asynccontextmanager
async def pushing(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Push a small test picture with ffmpeg."""
    command = [
        *("ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=10"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-f", "flv", url),
    ]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def read_some(response: aiohttp.ClientResponse) -> None:
    """Read until there has been a picture or two."""
    await response.content.readexactly(2000)


async def read_to_end(response: aiohttp.ClientResponse) -> None:
    async for _ in response.content.iter_chunked(65536):
        pass


def ends_the_stream(op: Op[Any]) -> None:
    """Let ann push and bob pull; *op*, by the host, must end both."""

    async def scenario() -> None:
        async with (
            room_server(ServeOptions(secret="secret", limits=Limits(overlap_s=0.2))) as server,
            visit(server, "host") as host,
            visit(server, "ann") as ann,
            aiohttp.ClientSession() as session,
        ):
            push = await ann.room.request(Publish())
            pull = await host.room.request(Subscribe("ann"))
            async with pushing(push.url) as ffmpeg, session.get(pull.flv_url) as response:
                assert response.status == 200
                await read_some(response)
                await host.room.request(op)
                await read_to_end(response)
                await ffmpeg.wait()
            async with session.get(pull.flv_url) as response:
                assert response.status == 403

    run(scenario())


def test_kicking_a_peer_ends_its_stream_and_its_key() -> None:
    ends_the_stream(Kick("ann"))


def test_rotating_an_address_ends_the_old_stream_and_its_key() -> None:
    ends_the_stream(RotateUrl("ann"))


def test_a_player_can_wait_at_the_new_address_while_the_old_one_plays() -> None:
    async def scenario() -> None:
        async with (
            room_server(ServeOptions(secret="secret")) as server,
            visit(server, "ann") as ann,
            visit(server, "bob") as bob,
            aiohttp.ClientSession() as session,
        ):
            push = await ann.room.request(Publish())
            pull = await bob.room.request(Subscribe("ann"))
            async with pushing(push.url), session.get(pull.flv_url) as old:
                await read_some(old)
                await ann.room.request(RotateUrl("ann"))
                push_anew = (await ann.until(UrlChanged)).address
                pull_anew = (await bob.until(UrlChanged)).address
                waiting = asyncio.create_task(first_bytes(session, pull_anew.flv_url))
                await read_some(old)
                async with pushing(push_anew.url):
                    await read_some(old)
                    assert (await waiting).startswith(b"FLV")

    run(scenario())


async def first_bytes(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        return await response.content.readexactly(100)
