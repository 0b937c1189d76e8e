"""What a page may want of a player: less of it, a pause, a still picture, the texts in it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

import pytest

from lianmai.core.components.attributes import PlayerAttributes, with_attribute
from lianmai.core.components.sei import message_unit
from lianmai.media.flv.reader import VIDEO, Tag
from lianmai.media.mixing.intake import Intake
from lianmai.media.playing.player import Player
from lianmai.media.playing.wish import EAR_VOLUME
from lianmai.media.sound.mixer import Mixer
from tests.unit.media.flv_station import FlvStation, Listener, until
from tests.unit.media.scenes import Scene, tags_of
from tests.unit.media.watching import Reports, plays, run, watched

QUICK = PlayerAttributes(min_cache=0, max_cache=0.3)
LOUD = Scene(each_s=1.0, key_frame_every_s=0.25, has_sound=True)


class Heard:
    """Pulls a mixer in step with the clock and knows how loud it was lately."""

    def __init__(self, mixer: Mixer) -> None:
        self.peak = 0.0
        self._mixer = mixer

    async def listen(self) -> None:
        while True:
            block = memoryview(self._mixer.pull(480)).cast("h")
            self.peak = max(map(abs, block)) / 32767
            await asyncio.sleep(0.01)


@asynccontextmanager
async def playing(
    attributes: PlayerAttributes | None = QUICK,
) -> AsyncIterator[tuple[Player, list[str], Heard, Reports]]:
    """Play `LOUD` again and again for the length of the block."""
    mixer, reports = Mixer(), Reports()
    player, seen = watched(sound=mixer.add(), report=reports)
    player.set_attributes(attributes)
    heard = Heard(mixer)

    async def script(listener: Listener) -> None:
        await listener.begin()
        for scene in cycle([LOUD]):
            await listener.play(tags_of(scene))

    async with FlvStation(script) as station:
        tasks = [
            asyncio.create_task(player.pull(station.url())),
            asyncio.create_task(heard.listen()),
        ]
        try:
            yield player, seen, heard, reports
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def grows(seen: list[str]) -> "asyncio.Future[None]":
    count = len(seen)
    return asyncio.ensure_future(until(lambda: len(seen) > count + 5))


@pytest.mark.parametrize("attributes", [None, QUICK])
def test_a_pause_lets_the_picture_stand_and_goes_on_at_the_newest(
    attributes: PlayerAttributes | None,
) -> None:
    async def scenario() -> None:
        async with playing(attributes) as (player, seen, heard, reports):
            await until(lambda: len(seen) > 5 and heard.peak > 0.3)
            player.pause()
            await until(lambda: heard.peak == 0.0)
            count = len(seen)
            await asyncio.sleep(1.0)
            assert (player.is_paused, heard.peak) == (True, 0.0)
            assert len(seen) <= count + 1
            assert player.stats().kbps > 100  # the connection stays
            player.resume()
            await grows(seen)
            await until(lambda: heard.peak > 0.3)
            assert "picture_gap" not in reports.names()

    run(scenario())


def test_muted_is_silent_and_goes_on_coming() -> None:
    async def scenario() -> None:
        async with playing() as (player, seen, heard, _):
            await until(lambda: heard.peak > 0.3)
            player.set_attributes(with_attribute(QUICK, "muted", True))
            await until(lambda: heard.peak == 0.0)
            await grows(seen)
            assert player.stats().volume > 30  # of what comes
            player.set_attributes(QUICK)
            await until(lambda: heard.peak > 0.3)

    run(scenario())


def test_an_unwanted_part_is_not_decoded_and_comes_back() -> None:
    async def scenario() -> None:
        async with playing() as (player, seen, heard, reports):
            await until(lambda: len(seen) > 3 and heard.peak > 0.3)
            player.set_attributes(with_attribute(QUICK, "mute-video", True))
            await until(lambda: player.stats().fps < 1)
            count = len(seen)
            stats = player.stats()
            assert stats.stream_fps == pytest.approx(30, abs=6)
            assert (stats.video_kbps > 10, heard.peak > 0.3, len(seen)) == (True, True, count)
            player.set_attributes(with_attribute(QUICK, "mute-audio", True))
            await grows(seen)
            await until(lambda: heard.peak == 0.0 and player.stats().volume == 0.0)
            assert player.stats().audio_kbps > 10
            assert player.stats().corrupt == 0
            assert "picture_gap" not in reports.names()

    run(scenario())


def test_at_the_ear_a_call_is_quieter() -> None:
    async def scenario() -> None:
        async with playing() as (player, _, heard, _):
            await until(lambda: heard.peak > 0.3)
            ear = with_attribute(QUICK, "sound-mode", "ear")
            player.set_attributes(ear)  # mode live: no call, no earpiece
            await asyncio.sleep(0.1)
            assert heard.peak == pytest.approx(0.5, abs=0.05)
            player.set_attributes(with_attribute(ear, "mode", "RTC"))
            await until(lambda: heard.peak == pytest.approx(0.5 * EAR_VOLUME, abs=0.02))

    run(scenario())


def test_a_snapshot_has_the_size_of_the_source() -> None:
    async def scenario() -> None:
        player, seen = watched()
        assert player.snapshot() is None
        async with FlvStation(plays(Scene(("blue",), each_s=0.2))) as station:
            await player.pull(station.url())
        snapshot = player.snapshot()
        assert snapshot is not None
        assert (snapshot.width, snapshot.height, snapshot.format.name) == (320, 180, "bgra")
        assert seen

    run(scenario())


@pytest.mark.parametrize("is_wanted", [True, False])
def test_texts_inside_pictures_are_told_when_wanted(is_wanted: bool) -> None:
    def with_text(tag: Tag) -> Tag:
        if tag.kind != VIDEO or tag.body[1] != 1:
            return tag
        return Tag(tag.kind, tag.time_ms, tag.body[:5] + message_unit("hello 你好") + tag.body[5:])

    async def scenario() -> None:
        reports = Reports()
        player, seen = watched(report=reports)
        if is_wanted:
            player.set_attributes(with_attribute(QUICK, "enable-recv-message", True))

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play([*map(with_text, tags_of(Scene(each_s=0.2)))])

        async with FlvStation(script) as station:
            await player.pull(station.url())
        texts = [fields["text"] for name, fields in reports.lines if name == "message"]
        assert texts == (["hello 你好"] * 6 if is_wanted else [])
        assert len(seen) >= 5
        assert player.stats().corrupt == 0

    run(scenario())


def test_whoever_listens_in_gets_what_is_muted_or_paused_here() -> None:
    async def scenario() -> None:
        async with playing() as (player, seen, heard, _):
            await until(lambda: bool(seen) and heard.peak > 0.1)
            player.set_attributes(PlayerAttributes(mute_video=True, mute_audio=True))
            intake = Intake()
            player.taps.add(intake)
            await until(lambda: intake.picture(time.monotonic()) is not None and heard.peak == 0)
            shown = len(seen)
            player.pause()
            before = intake.picture(time.monotonic())
            await until(lambda: intake.picture(time.monotonic()) is not before)
            assert len(seen) == shown

    run(scenario())
