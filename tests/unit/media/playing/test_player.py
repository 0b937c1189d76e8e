"""What a player shows, through real connections on loopback."""

import asyncio
import gc
import time
import weakref

import pytest

from lianmai.media.playing.player import Player
from tests.unit.media.flv_station import FlvStation, Listener, until
from tests.unit.media.scenes import Scene, colour_name, tags_of
from tests.unit.media.watching import (
    TILE,
    Reports,
    in_order,
    play_stamped,
    plays,
    run,
    watched,
)


def test_a_stream_is_shown_in_its_order_and_ends_with_its_publisher() -> None:
    async def scenario() -> None:
        player, seen = watched()
        async with FlvStation(plays(Scene(("red", "green", "blue"), each_s=0.25))) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["red", "green", "blue"]
        assert player.picture_size_px == (320, 180)

    run(scenario())


def test_pictures_are_as_large_as_the_tile_and_keep_their_aspect() -> None:
    async def scenario() -> None:
        sizes: set[tuple[int, int]] = set()
        player = Player()
        player.set_picture_size(200, 200)
        async with FlvStation(plays(Scene(each_s=0.3))) as station:
            await player.pull(station.url())
        picture = player.pictures.take()
        assert picture is not None
        sizes.add((picture.width, picture.height))
        assert (sizes, picture.format.name) == ({(200, 112)}, "bgra")

    run(scenario())


def test_a_tile_nobody_looks_at_is_counted_but_not_scaled() -> None:
    async def scenario() -> None:
        player = Player()
        async with FlvStation(plays(Scene(each_s=0.5))) as station:
            await player.pull(station.url())
        stats = player.stats()
        assert player.pictures.take() is None
        assert (stats.width_px, stats.height_px, stats.dropped) == (320, 180, 0)
        assert stats.fps > 10
        assert colour_name(stats.mean_rgb) == "red"

    run(scenario())


def test_the_taker_is_woken_once_for_pictures_it_has_not_taken_yet() -> None:
    async def scenario() -> None:
        wakes: list[float] = []
        player = Player(wake=lambda: wakes.append(time.monotonic()))
        player.set_picture_size(*TILE)
        async with FlvStation(plays(Scene(each_s=0.3))) as station:
            await player.pull(station.url())
        assert len(wakes) == 1
        assert player.stats().dropped > 5

    run(scenario())


def test_the_picture_comes_at_once_even_if_its_publisher_sends_no_sound() -> None:
    """A player that waits to learn what else is in the stream would take seconds."""

    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)

        async def first_picture_only(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags_of(Scene(each_s=0.1))[:2])
            await until(lambda: seen)

        async with FlvStation(first_picture_only) as station:
            await player.pull(station.url())
        assert reports.names() == [
            "pull_started",
            "pull_connected",
            "decoder_started",
            "size_changed",
            "first_key_frame",
            "first_picture",
            "buffer_filled",
            "first_shown",
            "pull_ended",
        ]
        assert reports.fields("pull_connected") == {"protocol": "http-flv"}
        assert reports.fields("pull_ended") == {"reason": "ended", "cause": "ended"}

    run(scenario())


def test_a_camera_turned_on_late_is_seen() -> None:
    async def scenario() -> None:
        player, seen = watched()

        async def sound_then_both(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags_of(Scene((), each_s=0.5, has_sound=True)))
            await until(lambda: player.has_sound)
            assert not player.has_picture
            await listener.play(tags_of(Scene(("blue",), each_s=0.3, has_sound=True)))

        async with FlvStation(sound_then_both) as station:
            await player.pull(station.url())
        assert in_order(seen) == ["blue"]
        assert player.has_sound

    run(scenario())


def test_a_newer_pull_takes_over_with_its_first_picture_and_the_older_ends() -> None:
    async def scenario() -> None:
        player, seen = watched()
        may_show = asyncio.Event()

        async def script(listener: Listener) -> None:
            await listener.begin()
            if "new" in listener.path:
                await may_show.wait()
                await listener.play(tags_of(Scene(("green",), each_s=0.5)))
            else:
                await listener.play(tags_of(Scene(("red",), each_s=5)))

        async with FlvStation(script) as station:
            old = asyncio.create_task(player.pull(station.url("old")))
            await until(lambda: "red" in seen)
            new = asyncio.create_task(player.pull(station.url("new")))
            await until(lambda: station.listeners == 2)
            count = len(seen)
            await until(lambda: len(seen) > count + 5)
            assert in_order(seen) == ["red"]  # no gap: the old one is shown meanwhile
            may_show.set()
            await old
            await until(lambda: "green" in seen)
            await new
        assert in_order(seen) == ["red", "green"]

    run(scenario())


def test_a_newer_pull_without_a_picture_takes_over_with_its_sound() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, _ = watched(report=reports)
        async with FlvStation(plays(Scene((), each_s=4, has_sound=True))) as station:
            old = asyncio.create_task(player.pull(station.url("old")))
            await until(lambda: player.has_sound)
            new = asyncio.create_task(player.pull(station.url("new")))
            await old
            assert reports.fields("pull_ended") == {"reason": "replaced", "cause": "replaced"}
            assert player.has_sound
            new.cancel()
            await asyncio.gather(new, return_exceptions=True)

    run(scenario())


def test_a_cancelled_pull_ends_at_once_and_shows_nothing_more() -> None:
    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        async with FlvStation(plays(Scene(each_s=5))) as station:
            pulling = asyncio.create_task(player.pull(station.url()))
            await until(lambda: seen)
            pulling.cancel()
            with pytest.raises(asyncio.CancelledError):
                await pulling
            count = len(seen)
            await until(lambda: not station.listeners)
            assert len(seen) == count
        assert reports.fields("pull_ended") == {"reason": "cancelled", "cause": "cancelled"}

    run(scenario())


@pytest.mark.slow
def test_what_piled_up_during_a_stall_is_worked_off_at_once() -> None:
    """The way is blocked for 1.2 s; afterwards pictures are as fresh as before."""

    async def scenario() -> None:
        reports = Reports()
        player, _ = watched(report=reports)

        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(each_s=4.0), sender=1, pause=(0.5, 1.2))

        async with FlvStation(script) as station:
            await player.pull(station.url())
        stats = player.stats()  # of the last 2 s, that is after the stall
        assert stats.latency_ms is not None
        assert stats.latency_ms < 150
        assert stats.dropped > 10
        assert stats.stalls == 1
        told = reports.names()[reports.names().index("stalled") :]
        assert told[:2] == ["stalled", "buffer_empty"]
        assert sorted(told[2:-1]) == ["arrival_lag", "buffer_filled", "picture_gap", "resumed"]
        assert reports.fields("resumed")["seconds"] == pytest.approx(1.2, abs=0.3)

    run(scenario())


def test_latency_and_sender_are_read_from_the_stamp() -> None:
    async def scenario() -> None:
        late_s = 0.5

        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(each_s=1.0), sender=42, late_s=late_s)

        async with FlvStation(script) as station:
            player, _ = watched()
            await player.pull(station.url())
        stats = player.stats()
        assert stats.sender == 42
        assert stats.latency_ms == pytest.approx(late_s * 1000, abs=100)
        assert stats.latency_ms is not None
        assert stats.latency_p95_ms is not None
        assert stats.latency_p95_ms >= stats.latency_ms

    run(scenario())


def test_numbers_are_measured_from_the_packets() -> None:
    async def scenario() -> None:
        scene = Scene(each_s=1.2, key_frame_every_s=0.4, is_beeping=True)
        player, _ = watched()
        async with FlvStation(plays(scene)) as station:
            await player.pull(station.url())
        stats = player.stats()
        sent_kbit = sum(len(tag.body) for tag in tags_of(scene)) * 8 / 1000
        assert stats.fps == pytest.approx(30, rel=0.2)
        assert stats.kbps == pytest.approx(sent_kbit / 1.2, rel=0.2)
        assert stats.key_frame_interval_s == pytest.approx(0.4, abs=0.05)
        assert stats.volume == pytest.approx(50, abs=15)
        assert stats.first_picture_ms is not None
        assert 0 < stats.first_picture_ms < 5000
        assert stats.corrupt == stats.stalls == 0

    run(scenario())


def test_a_player_that_is_dropped_frees_its_pictures_at_once() -> None:
    """Frames are large: they must not wait for the garbage collector."""

    async def watched_until_its_end() -> weakref.ref[Player]:
        player = Player()
        player.set_picture_size(*TILE)
        async with FlvStation(plays(Scene(each_s=0.2))) as station:
            await player.pull(station.url())
        return weakref.ref(player)

    async def scenario() -> None:
        gc.disable()
        try:
            dropped = await watched_until_its_end()
            await until(lambda: dropped() is None)
        finally:
            gc.enable()

    run(scenario())
