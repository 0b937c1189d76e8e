"""A push from capture to the pixels and samples at the other end, over real sockets."""

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.source import Size, parse_source
from lianmai.core.stamp import latency_ms
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Platform
from lianmai.media.capturing.sources.pattern import square_place
from lianmai.media.network import rtmp_output
from lianmai.media.picture.planes import Pixels
from lianmai.media.publishing.publisher import Publisher
from tests.unit.media.capturing.sources.films import film
from tests.unit.media.receiving import (
    SMALL,
    Received,
    Relay,
    needs_free_interpreter,
    publishing,
    receive,
    relay_process,
    run,
    seconds,
    until,
)
from tests.unit.media.watching import Reports

KEY = "key=5ecret"


def white_from(received: Received, size: Size) -> list[float]:
    """Return when the square turned white."""
    square = square_place(size)
    shades = [(seen.time_s, float(seen.luma[square].mean())) for seen in received.pictures]
    return [now for (_, before), (now, after) in pairwise(shades) if before < 120 < after]


@pytest.mark.slow
def test_picture_and_sound_arrive_together(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            received = await receive(push.flv, seconds(3.3))
        whites, beeps = white_from(received, SMALL.size), received.loud_from()
        assert len(whites) >= 3
        for white_s in whites[:3]:
            assert min(abs(white_s - beep_s) for beep_s in beeps) < 0.010
        steps = [b.time_s - a.time_s for a, b in pairwise(received.pictures)]
        assert np.median(steps) == pytest.approx(1 / 15, abs=0.002)

    run(scenario())


def test_the_stamp_tells_sender_and_moment(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", stamp_sender=42) as push:
            received = await receive(push.flv, seconds(1))
        # The first pictures come from the relay's memory, the last are live.
        latest = received.pictures[-1]
        assert latest.stamp is not None
        assert latest.stamp.sender == 42
        assert 0 <= latency_ms(latest.stamp, latest.unix_ms) < 1000
        assert all(seen.stamp is not None for seen in received.pictures)

    run(scenario())


def test_a_push_describes_itself_in_numbers(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: push.publisher.stats().audio_kbps > 0)
            await asyncio.sleep(1)
            stats = push.publisher.stats()
            assert (stats.width_px, stats.height_px) == (320, 180)
            assert 5 < stats.video_kbps < 1000
            assert 1 < stats.audio_kbps < 100
            assert (stats.dropped, stats.reconnects) == (0, 0)
            assert stats.queue_ms < 900
        pushed = [name for name in push.reports.names() if not name.startswith(("source", "capt"))]
        assert pushed == [
            "push_started",
            "push_connected",
            "encoder_started",
            "push_begun",
            "push_ended",
        ]
        assert push.reports.fields("encoder_started") == {
            "width_px": 320,
            "height_px": 180,
            "kbps": 800,
        }

    run(scenario())


@pytest.mark.slow
def test_a_muted_microphone_is_silence_and_the_track_stays(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            push.capture.microphone_on = False
            muted = await receive(push.flv, seconds(2.2))
            push.capture.microphone_on = True
            heard = await receive(push.flv, lambda it: it.loudness(0) > 0.2)
        assert len(muted.sounds) > 60
        assert muted.loudness(0) < 0.01
        assert heard.loud_from()

    run(scenario())


@pytest.mark.slow
def test_the_camera_off_is_black_and_back_on_begins_with_a_key_frame(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", stamp_sender=1) as push:
            receiving = asyncio.create_task(
                receive(push.flv, lambda it: bool(it.pictures) and it.pictures[-1].time_s > 4)
            )
            await until(lambda: push.publisher.stats().fps > 5)
            push.capture.camera_on = False
            await asyncio.sleep(1.6)
            push.capture.camera_on = True
            received = await receiving
        dark = [seen for seen in received.pictures if seen.brightness < 30]
        assert 5 <= len(dark) <= 10
        assert dark[0].is_key
        back = next(seen for seen in received.pictures if seen.time_s > dark[-1].time_s)
        assert back.is_key
        assert back.brightness > 60

    run(scenario())


@pytest.mark.slow
def test_a_stream_begun_with_the_camera_off_can_be_played(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            push.capture.camera_on = False
            received = await receive(push.flv, lambda it: len(it.pictures) >= 3)
        assert max(seen.brightness for seen in received.pictures[1:]) < 30
        assert received.pictures[-1].time_s - received.pictures[-2].time_s > 0.15

    run(scenario())


def test_without_a_camera_the_first_picture_is_there_at_once(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "camera,tone", platform=Platform(list)) as push:
            received = await receive(push.flv, lambda it: bool(it.pictures))
            assert push.capture.error.startswith("No camera was found")
        assert received.pictures[0].time_s < 1.0

    run(scenario())


def test_a_change_of_source_does_not_break_the_stream(tmp_path: Path, relay: Relay) -> None:
    path = film(tmp_path / "light.mp4", ("light",), each_s=0.5, size=(120, 160))

    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            receiving = asyncio.create_task(
                receive(push.flv, lambda it: any(middle(seen.luma) > 190 for seen in it.pictures))
            )
            await until(lambda: push.publisher.stats().fps > 5)
            push.capture.set_source(parse_source(f"file:{path}"))
            received = await receiving
            assert not push.pushing.done()
        newest = received.pictures[-1]
        assert newest.luma.shape == (180, 320)
        assert newest.luma[90, 20] < 40  # bars beside the upright film
        assert push.reports.names().count("push_connected") == 1

    def middle(luma: Pixels) -> float:
        return float(luma[80:100, 150:170].mean())

    run(scenario())


@pytest.mark.slow
def test_a_film_brings_its_own_sound(tmp_path: Path, relay: Relay) -> None:
    path = film(tmp_path / "hum.mp4", ("dark",), each_s=0.5)

    async def scenario() -> None:
        async with publishing(relay, f"file:{path}") as push:
            received = await receive(push.flv, seconds(2.5))
        # All of it hums, across several restarts, but for the moment it took to open.
        later = [s for time_s, s in received.sounds if time_s > received.sounds[0][0] + 0.7]
        loudness = [float(np.abs(samples).max()) for samples in later]
        assert sum(level > 0.1 for level in loudness) > 0.95 * len(loudness)

    run(scenario())


def test_a_source_without_sound_is_pushed_as_picture_alone(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "none,tone") as push:
            received = await receive(push.flv, seconds(1.2))
            assert received.pictures == []
            assert received.loud_from()
            push.capture.set_source(parse_source("pattern"))
            with pytest.raises(StreamError, match="start again to carry a picture"):
                await push.pushing

    run(scenario())


@pytest.mark.slow
def test_a_picture_that_goes_away_leaves_a_card(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: push.publisher.stats().fps > 5)
            push.capture.set_source(parse_source("none,tone"))
            received = await receive(
                push.flv, lambda it: len(it.pictures) > 2 and it.pictures[-1].brightness < 65
            )
        assert received.pictures[-1].brightness == pytest.approx(60, abs=5)

    run(scenario())


# --- what can go wrong ----------------------------------------------------------------------


async def failure_of(url: str, source: str = "pattern") -> tuple[str, Reports]:
    """Push to *url* and return the sentence it fails with."""
    reports = Reports()
    capture = Capture(parse_source(source), SMALL, report=reports)
    publisher = Publisher(capture, SMALL, report=reports)
    capturing = asyncio.create_task(capture.run())
    try:
        with pytest.raises(StreamError) as caught:
            await publisher.push(url)
    finally:
        capturing.cancel()
        with suppress(asyncio.CancelledError):
            await capturing
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "5ecret" not in sentence + str(reports.lines)
    return sentence, reports


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_refused_connection_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    async def scenario() -> None:
        port = free_port()
        sentence, reports = await failure_of(f"rtmp://127.0.0.1:{port}/live/me?{KEY}")
        assert sentence == (
            f"Nobody answers at 127.0.0.1:{port}: start the server or check the address."
        )
        assert reports.fields("push_ended") == {"reason": sentence, "cause": "refused"}

    run(scenario())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("url", ["", "me", "/tmp/me.flv", "http://127.0.0.1/me", "rtmp://"])
def test_what_is_no_rtmp_address_is_not_opened(url: str) -> None:
    async def scenario() -> None:
        sentence, _ = await failure_of(url + f"?{KEY}")
        assert "rtmp://" in sentence

    run(scenario())


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def failure_at(talk: Talk) -> str:
    """Push to a server that does what *talk* says."""
    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        sentence, _ = await failure_of(f"rtmp://127.0.0.1:{port}/live/me?{KEY}")
    return sentence


@needs_free_interpreter
def test_a_silent_server_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtmp_output, "OPEN_S", 0.5)

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async def scenario() -> None:
        assert "does not answer" in await failure_at(silent)

    run(scenario())


@needs_free_interpreter
def test_a_push_to_a_silent_server_can_be_cancelled() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async def scenario() -> None:
        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            capture = Capture(parse_source("pattern"), SMALL)
            push = asyncio.create_task(
                Publisher(capture, SMALL).push(f"rtmp://127.0.0.1:{port}/live/me")
            )
            await asyncio.sleep(0.2)
            started_s = time.monotonic()
            push.cancel()
            with pytest.raises(asyncio.CancelledError):
                await push
            assert time.monotonic() - started_s < 2
            server.close_clients()

    run(scenario())


@needs_free_interpreter
def test_a_server_that_speaks_something_else_is_named() -> None:
    async def http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 200)
        writer.close()

    async def scenario() -> None:
        assert "cannot be reached over RTMP" in await failure_at(http)

    run(scenario())


def test_a_name_in_use_is_refused_and_the_first_stream_lives(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: push.publisher.stats().fps > 5)
            sentence, _ = await failure_of(f"{push.rtmp}?{KEY}")
            assert "refuses the stream" in sentence
            assert not push.pushing.done()

    run(scenario())


def test_a_wrong_application_is_refused(relay: Relay) -> None:
    async def scenario() -> None:
        sentence, _ = await failure_of(f"rtmp://127.0.0.1:{relay.rtmp_port}/nothing/me?{KEY}")
        assert "check the application" in sentence

    run(scenario())


def test_a_server_that_dies_is_an_error() -> None:
    async def scenario() -> None:
        with relay_process() as mortal:
            async with publishing(mortal, "pattern") as push:
                await until(lambda: push.publisher.stats().fps > 5)
                mortal.process.kill()
                with pytest.raises(StreamError, match=r"broke: check the network and the server"):
                    await push.pushing
                assert push.publisher.stats().fps == 0

    run(scenario())


def test_the_next_push_counts_as_a_reconnect(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: push.publisher.stats().fps > 1)
            push.pushing.cancel()
            await asyncio.wait([push.pushing])
            again = asyncio.create_task(push.publisher.push(push.rtmp))
            await until(lambda: push.publisher.stats().fps > 1)
            assert push.publisher.stats().reconnects == 1
            again.cancel()
            await asyncio.wait([again])

    run(scenario())


def test_ending_a_push_is_quick(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: push.publisher.stats().fps > 5)
            started_s = time.monotonic()
            push.pushing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await push.pushing
            assert time.monotonic() - started_s < 1

    run(scenario())


def test_nothing_is_not_pushed() -> None:
    async def scenario() -> None:
        with pytest.raises(StreamError, match=r"^There is nothing to send"):
            await Publisher(Capture(parse_source("none"), SMALL), SMALL).push("rtmp://a/b/c")

    run(scenario())


def test_full_hd_is_pushed_as_well(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", Encoding(Size(1920, 1080, 30))) as push:
            received = await receive(push.flv, seconds(0.5))
        assert received.pictures[-1].luma.shape == (1080, 1920)

    run(scenario())
