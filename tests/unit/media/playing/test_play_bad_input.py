"""What bad input does to a player: one clear sentence, and nothing else stops."""

import asyncio
import random
import socket
import time
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from lianmai.core.errors import StreamError
from lianmai.media.flv.reader import VIDEO, Tag
from lianmai.media.playing.player import Player
from tests.unit.media.flv_station import FlvStation, Listener, until
from tests.unit.media.scenes import FLV_HEADER, Scene, tags_of
from tests.unit.media.watching import Reports, in_order, plays, run, watched

Script = Callable[[Listener], Awaitable[None]]
KEY = "?key=s3cret"


async def failure_of(script: Script, player: Player | None = None) -> str:
    """Pull from a station that runs *script*; return the sentence with which that fails."""
    async with FlvStation(script) as station:
        with pytest.raises(StreamError) as caught:
            await (player or Player()).pull(station.url() + KEY)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))
    return str(caught.value)


def answers(status: str, body: bytes = b"") -> Script:
    async def script(listener: Listener) -> None:
        await listener.answer(status, body)

    return script


@pytest.mark.parametrize("scheme", ["http", "rtmp"])
def test_a_refused_connection_is_said_at_once(scheme: str) -> None:
    async def scenario() -> None:
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            url = f"{scheme}://127.0.0.1:{unused.getsockname()[1]}/live/alice{KEY}"
            with pytest.raises(StreamError, match="check that the server runs") as caught:
                await Player().pull(url)
        assert "s3cret" not in "".join(traceback.format_exception(caught.value))

    run(scenario())


@pytest.mark.parametrize("url", ["file:///etc/hostname", "alice", "concat:a|b", ""])
def test_a_url_that_is_no_stream_is_not_opened(url: str) -> None:
    async def scenario() -> None:
        with pytest.raises(StreamError, match="use a URL of rtmp, rtmps, http, https"):
            await Player().pull(url)

    run(scenario())


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("403 Forbidden", "its key is wrong or expired"),
        ("401 Unauthorized", "its key is wrong or expired"),
        ("404 Not Found", "the peer may not be sending yet"),
        ("503 Service Unavailable", "try again later"),
    ],
)
def test_a_server_that_refuses_is_understood(status: str, sentence: str) -> None:
    async def scenario() -> None:
        assert sentence in await failure_of(answers(status))

    run(scenario())


def test_a_page_instead_of_a_stream_is_called_no_stream() -> None:
    async def scenario() -> None:
        sentence = await failure_of(answers("200 OK", b"<html><body>hello</body></html>"))
        assert "no FLV stream: check the URL" in sentence

    run(scenario())


@pytest.mark.slow
def test_a_silent_server_is_given_up_after_five_seconds() -> None:
    async def scenario() -> None:
        async def says_nothing(listener: Listener) -> None:
            await asyncio.sleep(20)

        start_s = time.monotonic()
        assert "within 5 s: the peer may not be sending yet" in await failure_of(says_nothing)
        assert time.monotonic() - start_s < 8

    run(scenario())


@pytest.mark.slow
def test_a_stream_that_never_starts_is_given_up() -> None:
    async def scenario() -> None:
        async def only_promises(listener: Listener) -> None:
            await listener.begin()
            await asyncio.sleep(20)

        assert "within 3 s: the peer may not be sending yet" in await failure_of(only_promises)

    run(scenario())


@pytest.mark.slow
def test_a_stream_that_falls_silent_is_reported_and_then_given_up() -> None:
    async def scenario() -> None:
        reports = Reports()

        async def stops(listener: Listener) -> None:
            await plays(Scene(each_s=0.3))(listener)
            await asyncio.sleep(20)

        assert "sent nothing for 3 s" in await failure_of(stops, Player(report=reports))
        assert reports.names()[-3:] == ["stalled", "buffer_empty", "pull_ended"]
        assert reports.fields("pull_ended")["cause"] == "no_data"

    run(scenario())


def test_cancelling_a_pull_that_waits_for_media_takes_a_second_at_most() -> None:
    async def scenario() -> None:
        async def says_nothing(listener: Listener) -> None:
            await asyncio.sleep(20)

        async with FlvStation(says_nothing) as station:
            pulling = asyncio.create_task(Player().pull(station.url()))
            await until(lambda: station.listeners)
            start_s = time.monotonic()
            pulling.cancel()
            with pytest.raises(asyncio.CancelledError):
                await pulling
            assert time.monotonic() - start_s < 1.5

    run(scenario())


def test_a_stream_without_sound_is_shown() -> None:
    async def scenario() -> None:
        player, seen = watched()
        async with FlvStation(plays(Scene(("green",), each_s=0.3))) as station:
            await player.pull(station.url())
        assert (in_order(seen), player.has_picture, player.has_sound) == (["green"], True, False)

    run(scenario())


def test_a_stream_without_video_is_heard() -> None:
    async def scenario() -> None:
        player, seen = watched()
        async with FlvStation(plays(Scene((), each_s=0.5, has_sound=True))) as station:
            await player.pull(station.url())
        assert (seen, player.has_picture, player.has_sound) == ([], False, True)
        assert player.stats().volume > 30

    run(scenario())


def test_a_size_that_changes_is_followed_and_reported() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)

        async def turns(listener: Listener) -> None:
            await plays(Scene(("red",), each_s=0.3))(listener)
            await listener.play(tags_of(Scene(("blue",), each_s=0.3, width_px=180, height_px=320)))

        async with FlvStation(turns) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "blue"]
        sizes = [fields for name, fields in reports.lines if name == "size_changed"]
        assert sizes == [
            {"width_px": 320, "height_px": 180},
            {"width_px": 180, "height_px": 320},
        ]
        assert player.picture_size_px == (180, 320)
        assert player.stats().corrupt == 0

    run(scenario())


def damaged(tag: Tag) -> Tag:
    """Return *tag* with its coded picture replaced by noise; what the container says stays."""
    return replace(tag, body=tag.body[:5] + random.Random(1).randbytes(len(tag.body) - 5))


def test_garbage_inside_packets_costs_pictures_up_to_the_next_key_frame() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        colours = ("red", "green", "blue")
        tags = tags_of(Scene(colours, each_s=0.5, key_frame_every_s=0.5, has_sound=True))
        noisy = [
            damaged(tag) if tag.kind == VIDEO and 600 < tag.time_ms < 700 else tag for tag in tags
        ]

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(noisy)

        async with FlvStation(script) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "green", "blue"]
        assert reports.names().count("garbage") == 1
        assert player.stats().corrupt >= 1
        assert reports.fields("pull_ended") == {"reason": "ended", "cause": "ended"}

    run(scenario())


def test_garbage_between_packets_is_skipped_and_reported_once() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)

        async def script(listener: Listener) -> None:
            await plays(Scene(("red",), each_s=0.3))(listener)
            for seed in range(3):
                await listener.send(random.Random(seed).randbytes(5000))
            await listener.play(tags_of(Scene(("blue",), each_s=0.3)))

        async with FlvStation(script) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "blue"]
        assert reports.names().count("garbage") == 1

    run(scenario())


def test_noise_in_the_sound_leaves_the_picture_alone() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        tags = [
            damaged(tag) if tag.kind != VIDEO and tag.time_ms > 100 else tag
            for tag in tags_of(Scene(("red", "green"), each_s=0.3, has_sound=True))
        ]

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags)

        async with FlvStation(script) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "green"]
        assert reports.names().count("garbage") == 1

    run(scenario())


def test_a_picture_in_an_unknown_codec_is_named() -> None:
    async def scenario() -> None:
        screen_video = Tag(VIDEO, 0, bytes([0x13]) + bytes(40))

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play([screen_video])
            await asyncio.sleep(20)

        assert "its picture is coded as '3', ask the peer for H.264" in await failure_of(script)

    run(scenario())


def test_an_unknown_sound_leaves_the_picture_alone() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        speex = [Tag(8, time_ms, bytes([0xB2]) + bytes(40)) for time_ms in range(0, 300, 20)]
        tags = sorted((*tags_of(Scene(each_s=0.3)), *speex), key=lambda tag: tag.time_ms)

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags)

        async with FlvStation(script) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red"]
        assert reports.fields("garbage") == {"reason": "sound coded as '11'"}

    run(scenario())


def test_a_connection_that_breaks_says_so() -> None:
    async def scenario() -> None:
        player, seen = watched()

        async def breaks(listener: Listener) -> None:
            await plays(Scene(each_s=0.3))(listener)
            await until(lambda: seen)
            listener.reset()

        assert "broke (Connection reset by peer): pull it again" in await failure_of(breaks, player)

    run(scenario())


def test_a_server_that_dies_ends_its_streams_and_no_other() -> None:
    async def scenario() -> None:
        (dying, seen_dying), (living, seen_living) = watched(), watched()
        async with FlvStation(plays(Scene(("green",), each_s=3))) as good:
            other = asyncio.create_task(living.pull(good.url()))
            async with FlvStation(plays(Scene(("red",), each_s=3))) as bad:
                pulling = asyncio.create_task(dying.pull(bad.url()))
                await until(lambda: seen_dying and seen_living)
            await pulling
            count = len(seen_living)
            await until(lambda: len(seen_living) > count + 5)
            other.cancel()
            await asyncio.gather(other, return_exceptions=True)
        assert in_order(seen_living) == ["green"]

    run(scenario())


def test_a_flood_of_garbage_ends_the_pull_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lianmai.media.playing.pull.NOTHING_DECODED_S", 0.5)

    async def scenario() -> None:
        async def floods(listener: Listener) -> None:
            await listener.answer(body=FLV_HEADER)
            noise = random.Random(7)
            for _ in range(200):
                await listener.send(noise.randbytes(2000))
                await asyncio.sleep(0.01)

        assert "could be decoded for" in await failure_of(floods)

    run(scenario())
