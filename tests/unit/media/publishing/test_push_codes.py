"""What makes a live-pusher speak without a call around it: odd devices and odd pictures."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import av
import pytest

from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.encoding import Encoding
from lianmai.core.journal import Value
from lianmai.core.source import Size, parse_source
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Kind, Platform
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.publishing.publisher import Publisher
from tests.unit.media.receiving import Relay, run, until
from tests.unit.media.telling import Told

SIZE = Size(320, 180, 15)
NOISE = "nullsrc=size=240x136:rate=15,geq=random(1)*255:128:128,realtime"
TONE = "sine=frequency=440:sample_rate=48000,arealtime"


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
async def capturing(source: str = "camera,mic", platform: Platform = WHOLE) -> AsyncIterator[Side]:
    """Capture *source* during the block."""
    told, encoding = Told(LivePusher()), Encoding(SIZE)
    capture = Capture(parse_source(source), encoding, report=told, platform=platform)
    publisher = Publisher(capture, encoding, report=told)
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


@pytest.mark.parametrize(
    ("source", "platform", "code"),
    [("camera,silence", devices(camera=TONE), -1305), ("none,mic", devices(mic=NOISE), -1306)],
)
def test_a_device_of_another_kind(source: str, platform: Platform, code: int) -> None:
    assert first_code(source, platform) == code


def first_code(source: str, platform: Platform) -> Value:
    """Return the first code that capturing *source* causes."""

    async def scenario() -> None:
        async with capturing(source, platform) as side:
            await until(lambda: bool(side.told.codes))
            found.append(side.told.codes[0])

    found: list[Value] = []
    run(scenario())
    return found[0]


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
