"""What makes the live-pusher of a call speak: real servers, networks, devices and files."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import av
import pytest

from lianmai.call import Call
from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.personality import Situation
from lianmai.core.encoding import Encoding
from lianmai.core.retry import Backoff
from lianmai.core.source import Size, parse_source
from lianmai.media.capturing import source_keeper
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.capturing.picture_line import Shot
from lianmai.server.serve import ServeOptions, room_server
from tests.impostors import Talk, busy, impostor, nobody, shakes_hands, web
from tests.throttle import throttle
from tests.unit.call.visiting import USUAL, calling, codes, has_said, network_codes, until
from tests.unit.media.receiving import needs_free_interpreter

pytestmark = needs_free_interpreter
LIKE_A_PHONE = replace(USUAL, like="android")


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a phone's attempts follow each other a hundred times faster."""
    backoff = Backoff(first_s=0.03, factor=1.0, longest_s=0.03, attempts=3)
    monkeypatch.setattr("lianmai.call.call.PHONE", backoff)
    monkeypatch.setattr("lianmai.media.network.rtmp_output.OPEN_S", 1.0)
    monkeypatch.setattr("lianmai.media.network.failed_step.LOOK_S", 0.3)


async def told_in_vain(port: int, host: str = "127.0.0.1") -> list[int]:
    """Return what a page is told of a stream that never begins, up to the end of patience."""
    async with calling(port, LIKE_A_PHONE, host) as call:
        await until(lambda: has_said(call, -1307))
        assert call.live_pusher.phase == "failed"
        return network_codes(call)


@pytest.mark.usefixtures("impatience")
def test_3001_1102_minus_1307_a_host_without_an_address() -> None:
    told = asyncio.run(told_in_vain(1935, "nobody.invalid"))
    assert told == [1005, 1006, *[3001, 1102] * 3, 3001, -1307]


@pytest.mark.usefixtures("impatience")
def test_3002_nobody_listens() -> None:
    with nobody() as port:
        told = asyncio.run(told_in_vain(port))
    assert told == [1005, 1006, *[3002, 1102] * 3, 3002, -1307]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="full queues differ elsewhere")
@pytest.mark.usefixtures("impatience")
def test_3002_nobody_answers() -> None:
    with busy() as port:
        told = asyncio.run(told_in_vain(port))
    assert told == [1005, 1006, *[3002, 1102] * 3, 3002, -1307]


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize(("talk", "code"), [(web, 3003), (shakes_hands, 3004)])
def test_3003_3004_a_server_that_is_none(talk: Talk, code: int) -> None:
    async def scenario() -> None:
        async with impostor(talk) as port:
            told = await told_in_vain(port)
        assert told == [1005, 1006, *[code, 1102] * 3, code, -1307]

    asyncio.run(scenario())


def test_3004_a_name_that_is_taken() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, calling(server.relay.rtmp_port) as first:
            await until(lambda: has_said(first, 1002))
            async with calling(server.relay.rtmp_port) as second:
                await until(lambda: has_said(second, 1102))
                assert network_codes(second)[:5] == [1005, 1006, 1001, 3004, 1102]

    asyncio.run(scenario())


def test_1001_1002_1003_1005_1006_1007_1008_a_stream_begins() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, calling(server.relay.rtmp_port) as call:
            await until(lambda: has_said(call, 1002, 1007))
            assert network_codes(call) == [1005, 1006, 1001, 1008, 1005, 1006, 1002]
            assert [code for code in codes(call) if code in (1003, 1007)] == [1003, 1007]

    asyncio.run(scenario())


def test_3005_1102_a_reset_connection_is_made_again() -> None:
    async def scenario() -> None:
        async with (
            room_server(ServeOptions()) as server,
            throttle(server.relay.rtmp_port) as network,
            calling(network.port) as call,
        ):
            await until(lambda: has_said(call, 1002))
            network.cut()
            await until(lambda: codes(call).count(1002) == 2)
            begun = network_codes(call).index(1002)
            assert network_codes(call)[begun:] == [1002, 3005, 1102, 1001, 1002]

    asyncio.run(scenario())


@pytest.mark.slow
def test_1101_1006_1005_a_slow_network_costs_bitrate_and_size() -> None:
    async def scenario() -> None:
        settings = replace(USUAL, pusher=PusherAttributes(mode="RTC"))
        async with (
            room_server(ServeOptions()) as server,
            throttle(server.relay.rtmp_port) as network,
            calling(network.port, settings) as call,
        ):
            await until(lambda: has_said(call, 1002))
            known = len(codes(call))
            network.bytes_per_s = 4_000
            await until(lambda: {1101, 1006, 1005} <= set(codes(call)[known:]))

    asyncio.run(scenario())


def test_1104_one_picture_that_cannot_be_encoded() -> None:
    strange = av.VideoFrame(160, 120, "rgbaf32be")  # which cannot be converted to anything

    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, calling(server.relay.rtmp_port) as call:
            await until(lambda: has_said(call, 1002))
            call.camera_on = False  # so that no other picture takes its place
            await asyncio.sleep(0.2)
            call.capture.shots.put(Shot(strange, capture_clock(), 0))
            await until(lambda: has_said(call, 1104))
            call.camera_on = True
            await until(lambda: call.publish_stats().fps > 5)
            assert codes(call).count(1002) == 1

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("encoding", "code"),
    [
        (Encoding(Size(160, 120), video_kbps=3_000_000), -1303),
        (Encoding(Size(160, 120), sound_rate_hz=12_345), -1304),
    ],
)
def test_minus_1303_1304_an_encoder_that_refuses_its_settings(
    encoding: Encoding, code: int
) -> None:
    async def scenario() -> None:
        settings = replace(USUAL, encoding=encoding)
        async with (
            room_server(ServeOptions()) as server,
            calling(server.relay.rtmp_port, settings) as call,
        ):
            await until(lambda: "cannot be encoded" in call.sending.problem)
            assert has_said(call, code)

    asyncio.run(scenario())


def errors(call: Call) -> list[Any]:
    return [e.fields["errCode"] for e in call.journal.entries if e.name == "error"]


@pytest.mark.parametrize(
    ("situation", "code"), [("camera_refused", 10001), ("microphone_refused", 10002)]
)
def test_10001_10002_the_user_refuses_a_device(situation: Situation, code: int) -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, calling(server.relay.rtmp_port) as call:
            await until(lambda: has_said(call, 1002))
            call.meet(situation)
            await until(lambda: has_said(call, code))
            assert errors(call) == [code]
            assert call.sending.state == "publishing"

    asyncio.run(scenario())


def test_10003_music_that_is_not_there() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, calling(server.relay.rtmp_port) as call:
            await until(lambda: has_said(call, 1002))
            call.capture.music.play("/nowhere/song.mp3")
            await until(lambda: has_said(call, 10003))
            assert errors(call) == [10003]
            assert call.sending.state == "publishing"

    asyncio.run(scenario())


def test_10004_a_waiting_image_that_is_not_there() -> None:
    async def scenario() -> None:
        settings = replace(USUAL, pusher=PusherAttributes(waiting_image="/nowhere/image.png"))
        async with (
            room_server(ServeOptions()) as server,
            calling(server.relay.rtmp_port, settings) as call,
        ):
            await until(lambda: has_said(call, 10004, 1002))
            assert errors(call) == [10004]

    asyncio.run(scenario())


def sources_say(source: str, *wanted: int) -> None:
    """Capture *source*, published nowhere, until all of *wanted* have been said."""

    async def scenario() -> None:
        settings = replace(USUAL, uid="", room="", source=parse_source(source))
        async with calling(1, settings) as call:
            await until(lambda: has_said(call, *wanted))

    asyncio.run(scenario())


def test_minus_1301_1302_devices_that_are_not_there() -> None:
    sources_say("camera:no such camera,mic:no such microphone", -1301, -1302)


def test_minus_1305_a_file_that_holds_no_picture() -> None:
    sources_say(f"file:{__file__}", -1305)


@pytest.fixture
def own_devices(monkeypatch: pytest.MonkeyPatch) -> list[Device]:
    """Return the devices of the machine that calls see; tests add theirs."""
    devices: list[Device] = []
    platform = Platform(lambda: devices)
    monkeypatch.setattr("lianmai.call.call.Capture", partial(Capture, platform=platform))
    return devices


def test_minus_1306_a_microphone_in_a_form_of_its_own(own_devices: list[Device]) -> None:
    own_devices.append(Device("mic", "odd", "Odd", "anullsrc=channel_layout=nonsense", "lavfi"))
    sources_say("none,mic", -1306)


@pytest.fixture
def mute_pipe(tmp_path: Path) -> Iterator[Path]:
    """Give a pipe through which nothing comes."""
    path = tmp_path / "microphone"
    os.mkfifo(path)
    with ExitStack() as stack:
        stack.callback(os.close, os.open(path, os.O_RDWR))
        yield path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_minus_1311_a_microphone_without_a_sound(
    own_devices: list[Device], mute_pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_keeper, "HUNG_S", 0.3)
    own_devices.append(Device("mic", "mute", "Mute", str(mute_pipe), "s16le"))
    sources_say("none,mic", -1311)
