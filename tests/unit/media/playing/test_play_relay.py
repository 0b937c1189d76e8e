"""Playing from the project's own relay, fed by FFmpeg's command line."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from lianmai.core.errors import StreamError
from lianmai.core.grants import StreamKey, seal
from lianmai.media.playing.player import Player
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from tests.unit.media.flv_station import until
from tests.unit.media.watching import Reports, in_order, run, watched

SECRET = "a secret for tests"


@asynccontextmanager
async def pushing(url: str, colour: str) -> AsyncIterator[None]:
    """Let FFmpeg push a stream of one *colour* with a tone to *url* inside the block."""
    sources = f"-re -f lavfi -i color={colour}:size=320x180:rate=30 -re -f lavfi -i sine=1000"
    coding = "-c:v libx264 -preset ultrafast -tune zerolatency -g 30 -pix_fmt yuv420p -c:a aac"
    process = await asyncio.create_subprocess_exec(
        *f"ffmpeg -v error -nostdin {sources} {coding} -f flv".split(),
        url,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def urls(server: RoomServer, name: str) -> dict[str, str]:
    base = server.urls("127.0.0.1")
    return {"rtmp": f"{base['rtmp']}/{name}", "flv": f"{base['http']}/{name}.flv"}


def key(action: str, name: str, lasts_s: int = 60) -> str:
    grant = StreamKey(action, name, int(time.time()) + lasts_s)  # type: ignore[arg-type]
    return f"?key={seal(grant, SECRET)}"


@pytest.mark.slow
@pytest.mark.parametrize("protocol", ["rtmp", "flv"])
def test_picture_and_sound_come_through_the_relay(protocol: str) -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        async with room_server(ServeOptions()) as server:
            address = urls(server, "alice")
            async with pushing(address["rtmp"], "blue"):
                await asyncio.sleep(1.5)  # the stream is there before the player
                pulling = asyncio.create_task(player.pull(address[protocol]))
                await until(lambda: len(seen) > 10 and player.has_sound)
            await pulling  # the publisher is gone: the stream ends
        first_ms = reports.fields("first_picture")["ms"]
        assert isinstance(first_ms, int)
        assert first_ms < 1000
        assert in_order(seen) == ["blue"]
        assert player.stats().volume > 5
        assert reports.fields("pull_ended") == {"reason": "ended", "cause": "ended"}

    run(scenario())


@pytest.mark.slow
@pytest.mark.parametrize("protocol", ["rtmp", "flv"])
def test_a_publisher_that_is_not_there_yet_is_said_so(protocol: str) -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server:
            with pytest.raises(StreamError, match="the peer may not be sending yet"):
                await Player().pull(urls(server, "nobody")[protocol])

    run(scenario())


@pytest.mark.slow
@pytest.mark.parametrize("protocol", ["rtmp", "flv"])
def test_a_player_that_came_first_sees_the_publisher_that_comes_within_seconds(
    protocol: str,
) -> None:
    async def scenario() -> None:
        player, seen = watched()
        async with room_server(ServeOptions()) as server:
            address = urls(server, "alice")
            pulling = asyncio.create_task(player.pull(address[protocol]))
            await asyncio.sleep(0.5)
            async with pushing(address["rtmp"], "red"):
                await until(lambda: seen)
            await pulling
        assert in_order(seen) == ["red"]

    run(scenario())


@pytest.mark.parametrize("protocol", ["rtmp", "flv"])
@pytest.mark.parametrize(
    "bad_key", ["", "?key=forged", key("play", "bob"), key("play", "alice", -9)]
)
def test_a_wrong_or_expired_key_is_said_and_never_shown(protocol: str, bad_key: str) -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions(secret=SECRET)) as server:
            with pytest.raises(StreamError) as caught:
                await Player().pull(urls(server, "alice")[protocol] + bad_key)
        sentence = str(caught.value)
        assert re.search("key is wrong or expired, ask for a new URL", sentence)
        assert "?" not in sentence

    run(scenario())
