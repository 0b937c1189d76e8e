"""What makes a live-pusher speak: real sources, servers and networks, good and bad."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av
import pytest

from lianmai.call.sending import Sending
from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.journal import Value
from lianmai.core.messages import Address, Op
from lianmai.core.retry import Backoff
from lianmai.core.source import Size, parse_source
from lianmai.media.capture import Capture
from lianmai.media.devices import Device, Kind, Platform
from lianmai.media.feed import capture_clock
from lianmai.media.picture_line import Shot
from lianmai.media.publisher import Publisher
from tests.impostors import Talk, impostor, nobody, shakes_hands, web
from tests.throttle import throttle
from tests.unit.media.receiving import Relay, needs_free_interpreter, run, until
from tests.unit.media.telling import Told

SIZE = Size(320, 180, 15)
NOISE = "nullsrc=size=240x136:rate=15,geq=random(1)*255:128:128,realtime"
TONE = "sine=frequency=440:sample_rate=48000,arealtime"
NO_DEVICES = Platform(list)


def devices(**addresses: str) -> Platform:
    """Return a machine with one device of each kind, made by FFmpeg's generators."""
    kinds: tuple[Kind, ...] = ("camera", "mic")
    found = [Device(it, it, it, addresses[it], "lavfi") for it in kinds if it in addresses]
    return Platform(lambda: found)


WHOLE = devices(camera="testsrc2=size=320x180:rate=15,realtime", mic=TONE)


@dataclass
class Side:
    """One's own side of a call and what its page is told."""

    told: Told
    capture: Capture
    publisher: Publisher


@asynccontextmanager
async def capturing(
    source: str = "camera,mic",
    platform: Platform = WHOLE,
    attributes: PusherAttributes | None = None,
) -> AsyncIterator[Side]:
    """Capture *source* during the block."""
    told, encoding = Told(LivePusher(attributes)), Encoding(SIZE)
    capture = Capture(
        parse_source(source), encoding, report=told, platform=platform, attributes=attributes
    )
    publisher = Publisher(capture, encoding, report=told, attributes=attributes)
    job = asyncio.create_task(capture.run())
    try:
        yield Side(told, capture, publisher)
    finally:
        job.cancel()
        await asyncio.gather(job, return_exceptions=True)


@asynccontextmanager
async def pushing(side: Side, url: str) -> AsyncIterator[asyncio.Task[None]]:
    """Push to *url* during the block, from when media flows."""
    push = asyncio.create_task(side.publisher.push(url))
    try:
        await until(lambda: 1002 in side.told.codes or push.done())
        yield push
    finally:
        push.cancel()
        await asyncio.gather(push, return_exceptions=True)


def codes_to(url: str, source: str = "pattern") -> list[Value]:
    """Return the codes of a push to *url* that fails."""

    async def scenario() -> None:
        async with capturing(source) as side:
            found.append(side.told)
            with pytest.raises(StreamError):
                await side.publisher.push(url)

    found: list[Told] = []
    run(scenario())
    return [code for code in found[0].codes if code not in (1003, 1007)]


def test_a_push_from_camera_and_microphone(relay: Relay) -> None:
    async def scenario() -> None:
        async with capturing() as side:
            async with pushing(side, relay.new_stream()[0]):
                await until(lambda: {1008, 2027} <= set(side.told.codes))
            captured = [code for code in side.told.codes if code in (1003, 1007)]
            network = [code for code in side.told.codes if code not in (1003, 1007, 2027)]
            assert captured == [1003, 1007]
            assert network[:3] == [1005, 1006, 1001]
            assert [code for code in network[3:-1] if code != 1002] == [1008, 1005, 1006]
            assert 1002 in network
            assert network[-1] == 2029

    run(scenario())


@needs_free_interpreter
@pytest.mark.parametrize(("talk", "code"), [(web, 3003), (shakes_hands, 3004)])
def test_a_server_that_is_none(talk: Talk, code: int) -> None:
    async def scenario() -> None:
        async with impostor(talk) as port, capturing("pattern") as side:
            with pytest.raises(StreamError):
                await side.publisher.push(f"rtmp://127.0.0.1:{port}/live/x")
            assert side.told.codes[-1] == code

    run(scenario())


def test_a_name_without_an_address() -> None:
    assert codes_to("rtmp://nobody.invalid/live/x") == [1005, 1006, 3001]


def test_an_address_in_use(relay: Relay) -> None:
    async def scenario() -> None:
        rtmp, _ = relay.new_stream()
        async with capturing("pattern") as first, capturing("pattern") as second:
            async with pushing(first, rtmp):
                with pytest.raises(StreamError):
                    await second.publisher.push(rtmp)
            network = [code for code in second.told.codes if code not in (1003, 1007)]
            assert network == [1005, 1006, 1001, 3004]

    run(scenario())


def test_nobody_listens_and_the_pusher_gives_up() -> None:
    async def scenario() -> None:
        async def ask(_op: Op[Address]) -> Address:
            return Address(url=f"rtmp://127.0.0.1:{port}/live/x")

        backoff = Backoff(first_s=0.03, factor=1.0, longest_s=0.03, attempts=3)
        with nobody() as port:
            async with capturing("pattern") as side, asyncio.TaskGroup() as group:
                sending = Sending(side.publisher, ask, _untold, backoff, side.told)
                sending.reconcile("video", group)
                await until(lambda: -1307 in side.told.codes)
                sending.stop()
        network = [code for code in side.told.codes if code not in (1003, 1007)]
        assert network == [1005, 1006, *[3002, 1102] * 3, 3002, -1307]

    run(scenario())


def test_a_connection_that_is_reset(relay: Relay) -> None:
    async def scenario() -> None:
        rtmp, _ = relay.new_stream()
        async with throttle(relay.rtmp_port) as network, capturing("pattern") as side:
            url = rtmp.replace(str(relay.rtmp_port), str(network.port))
            async with pushing(side, url) as push:
                network.cut()
                with pytest.raises(StreamError):
                    await push
            assert side.told.codes[-1] == 3005

    run(scenario())


@needs_free_interpreter
def test_a_slow_network_is_told_and_answered_with_less(relay: Relay) -> None:
    call = PusherAttributes(video_width=480, video_height=270, min_bitrate=100, max_bitrate=600)

    async def scenario() -> None:
        rtmp, _ = relay.new_stream()
        noisy = devices(camera=NOISE)
        async with throttle(relay.rtmp_port) as network, capturing("camera", noisy, call) as side:
            async with pushing(side, rtmp.replace(str(relay.rtmp_port), str(network.port))):
                await until(lambda: side.publisher.stats().fps > 10)
                assert side.told.codes.count(1006) == 2
                network.bytes_per_s = 27_000
                await until(lambda: 1101 in side.told.codes)
                await until(lambda: side.told.codes.count(1006) > 2)
                await until(lambda: side.told.codes.count(1005) > 2)
            assert side.told.codes.count(1008) == 1

    run(scenario())


@pytest.mark.parametrize(("source", "code"), [("camera,silence", -1301), ("none,mic", -1302)])
def test_a_device_that_is_not_there(source: str, code: int) -> None:
    assert first_code(source, NO_DEVICES) == code


@pytest.mark.parametrize(
    ("source", "platform", "code"),
    [("camera,silence", devices(camera=TONE), -1305), ("none,mic", devices(mic=NOISE), -1306)],
)
def test_a_device_of_another_kind(source: str, platform: Platform, code: int) -> None:
    assert first_code(source, platform) == code


def test_a_camera_that_is_taken_away() -> None:
    short = devices(camera="testsrc2=size=160x120:rate=50:duration=0.2,realtime")
    assert codes_up_to(-1301, "camera,silence", short)[:3] == [1003, 1007, -1301]


def first_code(source: str, platform: Platform) -> Value:
    """Return the first code that capturing *source* causes."""

    async def scenario() -> None:
        async with capturing(source, platform) as side:
            await until(lambda: bool(side.told.codes))
            found.append(side.told.codes[0])

    found: list[Value] = []
    run(scenario())
    return found[0]


def codes_up_to(code: int, source: str, platform: Platform) -> list[Value]:
    """Return the codes that capturing *source* causes, up to *code*."""

    async def scenario() -> None:
        async with capturing(source, platform) as side:
            await until(lambda: code in side.told.codes)
            found.extend(side.told.codes)

    found: list[Value] = []
    run(scenario())
    return found


def odd_shot() -> Shot:
    """Return a picture that H.264 with halved colours cannot have: its sides are odd."""
    return Shot(av.VideoFrame(161, 91, "yuv420p"), capture_clock(), scene=-1)


@pytest.mark.parametrize(("count", "codes"), [(1, [1104]), (3, [1104, 1104, -1303])])
def test_pictures_that_cannot_be_encoded(relay: Relay, count: int, codes: list[int]) -> None:
    async def scenario() -> None:
        async with capturing("image:missing.png") as side:
            async with pushing(side, relay.new_stream()[0]):
                for index in range(count):
                    side.capture.shots.put(odd_shot())
                    await until(partial(has_said, side, codes, index + 1))
            assert [code for code in side.told.codes if code in codes] == codes

    run(scenario())


def has_said(side: Side, codes: list[int], count: int) -> bool:
    return sum(code in codes for code in side.told.codes) >= count


def test_sound_that_cannot_be_encoded(relay: Relay) -> None:
    broken = devices(mic="aevalsrc=0/0:sample_rate=48000,arealtime")

    async def scenario() -> None:
        async with capturing("none,mic", broken) as side:
            async with pushing(side, relay.new_stream()[0]) as push:
                with pytest.raises(StreamError):
                    await push
            assert -1304 in side.told.codes

    run(scenario())


def test_music_that_is_not_there(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with capturing("pattern") as side:
            side.capture.music.play(str(tmp_path / "missing.mp3"))
            await until(lambda: 10003 in side.told.codes)
            error = next(event for event in side.told.events if event.name == "error")
            assert error.fields["errCode"] == 10003
            assert "missing.mp3" in str(error.fields["errMsg"])

    run(scenario())


def test_a_waiting_image_that_is_not_there() -> None:
    waiting = PusherAttributes(waiting_image="/nowhere/waiting.png")

    async def scenario() -> None:
        async with capturing("pattern", attributes=waiting) as side:
            await until(lambda: 10004 in side.told.codes)
            error = next(event for event in side.told.events if event.name == "error")
            assert error.fields["errCode"] == 10004

    run(scenario())


def _untold(_state: str, _problem: str) -> None:
    pass
