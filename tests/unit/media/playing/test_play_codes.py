"""What makes a live-player speak: real servers and streams, good and bad."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from lianmai.call.receiving import Receiving
from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.errors import StreamError
from lianmai.core.journal import Value
from lianmai.core.messages import Address, Op, StreamId
from lianmai.core.retry import Backoff
from lianmai.media.playing.player import Player
from tests.impostors import Talk, impostor, nobody, shakes_hands, web
from tests.throttle import throttle
from tests.unit.media.flv_station import FlvStation, Listener
from tests.unit.media.playing.test_play_bad_input import damaged
from tests.unit.media.receiving import Relay, needs_free_interpreter, publishing, run, until
from tests.unit.media.scenes import Scene, tags_of
from tests.unit.media.telling import Told
from tests.unit.media.watching import TILE, plays

Script = Callable[[Listener], Awaitable[None]]


def player() -> tuple[Player, Told]:
    """Return a player of tile size and what its page is told."""
    told = Told(LivePlayer())
    playing = Player(report=told)
    playing.set_picture_size(*TILE)
    return playing, told


def codes_of(script: Script, until_code: int | None = None) -> list[Value]:
    """Return the codes that a station running *script* causes, all or up to *until_code*."""
    playing, told = player()

    async def scenario() -> None:
        async with FlvStation(script) as station:
            pulling = asyncio.create_task(playing.pull(station.url()))
            if until_code is not None:
                await until(lambda: until_code in told.codes)
                pulling.cancel()
            with suppress(StreamError, asyncio.CancelledError):
                await pulling

    run(scenario())
    return told.codes


def _untold(_state: str, _problem: str) -> None:
    pass


async def kept(url: str, told: Told, playing: Player, done: Callable[[], bool]) -> None:
    """Keep *playing* from *url*, with the phone's three attempts and a tenth of its patience."""

    async def ask(_op: Op[Address]) -> Address:
        return Address(url=url)

    backoff = Backoff(first_s=0.03, factor=1.0, longest_s=0.03, attempts=3)
    stream = StreamId("alice", "main")
    receiving = Receiving(stream, playing, ask, _untold, backoff=backoff, report=told)
    keeping = asyncio.create_task(receiving.run())
    await until(done)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)


def test_a_stream_over_rtmp(relay: Relay) -> None:
    async def scenario() -> None:
        playing, told = player()
        async with publishing(relay, "pattern,tone") as push:
            await until(lambda: "push_connected" in push.reports.names())
            pulling = asyncio.create_task(playing.pull(push.rtmp))
            await until(lambda: {2026, 2032} <= set(told.codes))
            pulling.cancel()
            await asyncio.gather(pulling, return_exceptions=True)
        without_sound = [code for code in told.codes if code != 2026]
        assert without_sound == [2001, 2002, 2008, 2009, 2003, 2004, 2032]

    run(scenario())


def test_the_publishers_end_over_rtmp(relay: Relay) -> None:
    async def scenario() -> None:
        playing, told = player()
        async with publishing(relay, "pattern") as push:
            await until(lambda: "push_connected" in push.reports.names())
            pulling = asyncio.create_task(playing.pull(push.rtmp))
            await until(lambda: 2004 in told.codes)
        await pulling
        assert told.codes[-1] == 2006

    run(scenario())


def test_a_stream_over_http_flv() -> None:
    codes = codes_of(plays(Scene(each_s=0.3)))
    assert codes == [2001, 2008, 2009, 2003, 2004, 2032]


def test_another_size_is_told() -> None:
    async def turns(listener: Listener) -> None:
        await plays(Scene(("red",), each_s=0.3))(listener)
        await listener.play(tags_of(Scene(("blue",), each_s=0.3, width_px=180, height_px=320)))

    assert codes_of(turns).count(2009) == 2


@needs_free_interpreter
@pytest.mark.parametrize(("talk", "code"), [(web, 3003), (shakes_hands, 3004)])
def test_a_server_that_is_none(talk: Talk, code: int) -> None:
    async def scenario() -> None:
        playing, told = player()
        async with impostor(talk) as port:
            with pytest.raises(StreamError):
                await playing.pull(f"rtmp://127.0.0.1:{port}/live/alice")
        assert told.codes == [code]

    run(scenario())


def test_a_name_without_an_address() -> None:
    async def scenario() -> None:
        playing, told = player()
        with pytest.raises(StreamError):
            await playing.pull("rtmp://nobody.invalid/live/alice")
        assert told.codes == [3001]

    run(scenario())


@pytest.mark.parametrize("scheme", ["rtmp", "http"])
def test_nobody_listens_and_the_player_gives_up(scheme: str) -> None:
    async def scenario() -> None:
        playing, told = player()
        with nobody() as port:
            url = f"{scheme}://127.0.0.1:{port}/live/alice"
            await kept(url, told, playing, lambda: -2301 in told.codes)
        refused = [3002] if scheme == "rtmp" else []
        assert told.codes == [*[*refused, 2103] * 3, *refused, -2301]

    run(scenario())


def test_a_connection_that_is_reset(relay: Relay) -> None:
    async def scenario() -> None:
        playing, told = player()
        async with publishing(relay, "pattern") as push, throttle(relay.rtmp_port) as network:
            await until(lambda: "push_connected" in push.reports.names())
            url = push.rtmp.replace(str(relay.rtmp_port), str(network.port))
            pulling = asyncio.create_task(playing.pull(url))
            await until(lambda: 2004 in told.codes)
            network.cut()
            with pytest.raises(StreamError):
                await pulling
        assert told.codes[-1] == 3005

    run(scenario())


def test_a_stall_empties_the_buffer_and_its_end_fills_it() -> None:
    playing, told = player()
    playing.set_attributes(PlayerAttributes(mode="RTC"))

    async def scenario() -> None:
        script = plays(Scene(each_s=6.0))
        async with FlvStation(script) as station, throttle(station.port, answers=True) as network:
            url = station.url().replace(str(station.port), str(network.port))
            pulling = asyncio.create_task(playing.pull(url))
            await until(lambda: 2004 in told.codes)
            network.bytes_per_s = 0.0
            await until(lambda: 2007 in told.codes)
            await asyncio.sleep(1.0)  # longer than a picture may be away
            network.bytes_per_s = float("inf")
            await until(lambda: {2104, 2105} <= set(told.codes) and told.codes.count(2004) == 2)
            pulling.cancel()
            await asyncio.gather(pulling, return_exceptions=True)
        flow = [code for code in told.codes if code in (2004, 2007)]
        assert flow == [2004, 2007, 2004]

    run(scenario())


@pytest.mark.parametrize(("kind", "code"), [(9, 2101), (8, 2102)])
def test_noise_in_a_packet(kind: int, code: int) -> None:
    scene = Scene(("red", "green"), each_s=0.3, key_frame_every_s=0.3, has_sound=True)
    tags = [
        damaged(tag) if tag.kind == kind and 100 < tag.time_ms < 200 else tag
        for tag in tags_of(scene)
    ]

    async def script(listener: Listener) -> None:
        await listener.begin()
        await listener.play(tags)

    assert codes_of(script).count(code) == 1


def test_missing_pictures() -> None:
    tags = [tag for tag in tags_of(Scene(each_s=3.0)) if not 500 < tag.time_ms < 1900]

    async def script(listener: Listener) -> None:
        await listener.begin()
        await listener.play(tags, is_live=False)

    assert 2107 in codes_of(script)
