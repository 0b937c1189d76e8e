"""Playing like a phone: media is kept between min-cache and max-cache, measured by the stamp."""

import asyncio
import statistics
from collections.abc import Iterable

import numpy as np
import pytest

from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.errors import StreamError
from lianmai.media.flv.reader import Tag
from lianmai.media.playing.player import Player
from lianmai.media.sound.mixer import Mixer
from tests.throttle import throttle
from tests.unit.media.flv_station import FlvStation, Listener, until
from tests.unit.media.playing.test_play_sync import Eye, offsets_ms, output
from tests.unit.media.scenes import RATE_HZ, Scene, tags_of
from tests.unit.media.watching import TILE, Reports, in_order, play_stamped, plays, run, watched

RTC = PlayerAttributes(mode="RTC")
LEAST_MS, MOST_MS = 200, 800
SLACK_MS = 60
"""For encoding, decoding and a busy machine."""


async def latencies_ms(player: Player, pulling: asyncio.Task[None]) -> list[float]:
    """Return the latency, over the last two seconds, of each half second until the pull ends."""
    found = []
    while not pulling.done():
        await asyncio.wait([pulling], timeout=0.5)
        if (latency_ms := player.stats().latency_ms) is not None:
            found.append(latency_ms)
    await pulling
    return found


@pytest.mark.slow
@pytest.mark.parametrize("has_sound", [False, True])
def test_the_delay_lies_in_the_cache_range(has_sound: bool) -> None:
    async def scenario() -> None:
        reports, mixer = Reports(), Mixer()
        player, _ = watched(report=reports, sound=mixer.add())
        player.set_attributes(RTC)

        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(each_s=3.0, has_sound=has_sound), sender=1)

        with output(mixer):
            async with FlvStation(script) as station:
                pulling = asyncio.create_task(player.pull(station.url()))
                found = await latencies_ms(player, pulling)
        assert LEAST_MS - 20 < found[-1] < LEAST_MS + 100 + SLACK_MS
        names = reports.names()
        assert names.index("first_key_frame") < names.index("buffer_filled")
        assert names.index("buffer_filled") < names.index("first_shown")
        assert "buffer_empty" not in names

    run(scenario())


@pytest.mark.slow
def test_a_stall_of_the_network_is_told_and_its_delay_worked_off() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, _ = watched(report=reports)
        player.set_attributes(RTC)

        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(each_s=7.0), sender=1)

        async with FlvStation(script) as station, throttle(station.port, answers=True) as network:
            url = station.url().replace(str(station.port), str(network.port))
            pulling = asyncio.create_task(player.pull(url))
            await until(lambda: "first_shown" in reports.names())
            await asyncio.sleep(0.5)
            network.bytes_per_s = 0.0
            await until(lambda: "buffer_empty" in reports.names())
            await asyncio.sleep(0.8)
            network.bytes_per_s = float("inf")
            found = await latencies_ms(player, pulling)
        assert max(found) > MOST_MS
        assert LEAST_MS < found[-1] < MOST_MS + SLACK_MS
        names = reports.names()
        assert names.count("buffer_empty") == 1
        assert names.count("buffer_filled") == 2
        assert player.stats().corrupt == 0

    run(scenario())


@pytest.mark.slow
def test_while_it_catches_up_sound_is_faster_but_not_higher_and_the_picture_follows() -> None:
    """A server begins with what it has kept: that is 0.9 s of delay at first."""

    async def scenario() -> None:
        mixer, eye = Mixer(), Eye()
        player = Player(sound=mixer.add(), wake=lambda: eye.look(player))
        player.set_picture_size(*TILE)
        player.set_attributes(PlayerAttributes(min_cache=0.2, max_cache=2.0))
        tags = tags_of(Scene(("black",) * 6, is_beeping=True))

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(kept(tags, 900), is_live=False)
            await listener.play(early(tags, 900))

        with output(mixer) as card:
            async with FlvStation(script) as station:
                await player.pull(station.url())
        apart_s = statistics.median(np.diff(card.beeps_s()[:5]))
        assert 0.8 < apart_s < 0.95  # a second of the stream, faster
        heard = np.concatenate([block[:, 0] for _, block in card.heard]).astype(float)
        spectrum = np.abs(np.fft.rfft(heard))
        assert np.fft.rfftfreq(len(heard), 1 / RATE_HZ)[spectrum.argmax()] == pytest.approx(
            1000, abs=10
        )
        assert statistics.median(map(abs, offsets_ms(eye, card))) < 60

    run(scenario())


def kept(tags: Iterable[Tag], until_ms: int) -> list[Tag]:
    return [tag for tag in tags if tag.time_ms < until_ms]


def early(tags: Iterable[Tag], from_ms: int) -> list[Tag]:
    """Return what follows, at times that count from its beginning."""
    return [
        Tag(tag.kind, tag.time_ms - from_ms, tag.body) for tag in tags if tag.time_ms >= from_ms
    ]


def test_what_is_held_when_the_stream_ends_is_played_to_its_end() -> None:
    async def scenario() -> None:
        player, seen = watched()
        player.set_attributes(PlayerAttributes(min_cache=0.6, max_cache=1.0))
        async with FlvStation(plays(Scene(("red", "green", "blue"), each_s=0.25))) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "green", "blue"]
        assert len(seen) > 15

    run(scenario())


def test_a_cancelled_pull_plays_nothing_of_what_it_holds() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        player.set_attributes(PlayerAttributes(min_cache=5, max_cache=6))

        async def stays(listener: Listener) -> None:
            await plays(Scene(each_s=2), is_live=False)(listener)
            await asyncio.sleep(20)

        async with FlvStation(stays) as station:
            pulling = asyncio.create_task(player.pull(station.url()))
            await until(lambda: "size_changed" in reports.names())
            pulling.cancel()
            await asyncio.gather(pulling, return_exceptions=True)
        assert reports.fields("pull_ended")["cause"] == "cancelled"
        assert seen == []

    run(scenario())


def test_what_cannot_be_decoded_ends_a_held_pull_too() -> None:
    async def scenario() -> None:
        player, _ = watched()
        player.set_attributes(PlayerAttributes(min_cache=0.2, max_cache=0.4))

        async def sends_an_unknown_codec(listener: Listener) -> None:
            await listener.begin()
            for at_ms in range(0, 3000, 100):
                await listener.play([Tag(9, 0, b"\x1d\x00\x00\x00\x00")])
                await asyncio.sleep(at_ms and 0.03)

        async with FlvStation(sends_an_unknown_codec) as station:
            with pytest.raises(StreamError, match=r"ask the peer for H\.264"):
                await player.pull(station.url())

    run(scenario())


@pytest.mark.slow
def test_a_changed_range_counts_at_once() -> None:
    async def scenario() -> None:
        player, _ = watched()
        player.set_attributes(PlayerAttributes(min_cache=0.6, max_cache=1.5))

        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(each_s=5.5), sender=1)

        async with FlvStation(script) as station:
            pulling = asyncio.create_task(player.pull(station.url()))
            await until(lambda: (player.stats().latency_ms or 0) > 500)
            player.set_attributes(RTC)
            found = await latencies_ms(player, pulling)
        assert found[-1] < 450

    run(scenario())
