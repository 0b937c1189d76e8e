"""Each number of a live-player's netstatus against an independent count, with its tolerance."""

import asyncio
import io
import statistics
from collections.abc import Callable, Coroutine
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest

from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.components.tables import status_fields
from lianmai.core.journal import Value
from lianmai.core.stats import PERIOD_S
from lianmai.media.flv.reader import AUDIO, VIDEO, FlvReader, Tag
from lianmai.media.playing.player import Player
from lianmai.media.sound.mixer import Mixer
from tests.throttle import throttle
from tests.unit.media.flv_station import FlvStation, Listener
from tests.unit.media.playing.test_play_sync import Eye, offsets_ms, output, seeing_player
from tests.unit.media.scenes import Scene, tags_of
from tests.unit.media.watching import play_stamped, run, watched

pytestmark = pytest.mark.slow
SECONDS = 3.6
SCENE = Scene(("black",) * 4, key_frame_every_s=0.5, is_beeping=True)

Script = Callable[[Listener], Coroutine[Any, Any, None]]


def paint_noise(frame: av.VideoFrame, time_s: float) -> None:
    """Fill the upper quarter with noise, so that there are bits to count."""
    plane = frame.planes[0]
    luma = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    part = luma[: frame.height // 4, : frame.width]
    part[:] = np.random.default_rng(round(time_s * 1000)).integers(16, 235, part.shape)


def kbps(tags: list[Tag], kind: int, seconds: float) -> float:
    """Return the bitrate of the media of *kind*, settings left out."""
    return sum(len(tag.body) for tag in tags if tag.kind == kind) * 8 / 1000 / seconds


def test_rates_are_those_of_what_was_sent_and_of_the_bytes_on_the_socket() -> None:
    async def scenario() -> None:
        tags = list(await asyncio.to_thread(tags_of, SCENE, paint_noise))
        mixer, eye = Mixer(), Eye()
        player = seeing_player(eye, mixer)

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags)

        with output(mixer) as card:
            async with (
                FlvStation(script) as station,
                throttle(station.port, answers=True) as network,
            ):
                url = station.url().replace(str(station.port), str(network.port))
                pulling = asyncio.create_task(player.pull(url))
                await asyncio.sleep(SECONDS - PERIOD_S)
                before = network.passed_bytes
                await asyncio.sleep(PERIOD_S)
                found, passed = player.stats().netstatus(), network.passed_bytes - before
                pulling.cancel()
                await asyncio.gather(pulling, return_exceptions=True)
        assert found["videoBitrate"] == pytest.approx(kbps(tags, VIDEO, 4), rel=0.15)
        assert found["audioBitrate"] == pytest.approx(kbps(tags, AUDIO, 4), rel=0.15)
        assert found["netSpeed"] == pytest.approx(passed * 8 / 1000 / PERIOD_S, rel=0.1)
        assert found["videoFPS"] == pytest.approx(SCENE.fps, abs=2)
        assert found["videoGOP"] == pytest.approx(SCENE.key_frame_every_s, abs=0.1)
        assert (found["videoWidth"], found["videoHeight"]) == (SCENE.width_px, SCENE.height_px)
        assert found["vDecCacheSize"] == 0
        assert found["avPlayInterval"] == pytest.approx(-offsets_ms(eye, card)[-1], abs=40)
        assert set(found) == {row.name for row in status_fields("live-player").values()} - {
            "netQualityLevel"
        }

    run(scenario())


def test_caches_are_what_lies_between_the_stamp_and_the_screen() -> None:
    async def scenario() -> None:
        mixer = Mixer()
        player, _ = watched(sound=mixer.add())
        player.set_attributes(PlayerAttributes(min_cache=0.5, max_cache=1.0))
        found: list[tuple[dict[str, Value], float]] = []

        async def script(listener: Listener) -> None:
            scene = Scene(each_s=4.0, has_sound=True)
            await play_stamped(listener, scene, sender=1)

        with output(mixer):
            async with FlvStation(script) as station:
                pulling = asyncio.create_task(player.pull(station.url()))
                while not pulling.done():
                    await asyncio.wait([pulling], timeout=0.1)
                    stats = player.stats()
                    if stats.latency_ms is not None and not pulling.done():
                        found.append((stats.netstatus(), stats.latency_ms))
        steady = found[15:-8]  # at the end there is nothing new to keep
        latency_ms = statistics.median(latency for _, latency in steady)
        assert 450 < latency_ms < 750
        numbers = [numbers for numbers, _ in steady]
        assert median(numbers, "videoCache") == pytest.approx(latency_ms, abs=100)
        assert median(numbers, "audioCache") == pytest.approx(latency_ms, abs=100)
        assert median(numbers, "vSumCacheSize") == pytest.approx(latency_ms / 1000 * 30, abs=4)
        threshold_s = numbers[-1]["audioCacheThreshold"]
        assert isinstance(threshold_s, float)
        assert latency_ms / 1000 - 0.1 < threshold_s < 0.7  # 0.5 and a fifth of it

    run(scenario())


async def netstatus_of(script: Script, seconds: float = 1.5) -> list[dict[str, Value]]:
    """Return what it was at several moments, beginning *seconds* after the start."""
    player = Player()
    async with FlvStation(script) as station:
        pulling = asyncio.create_task(player.pull(station.url()))
        await asyncio.sleep(seconds)
        found = []
        for _ in range(20):
            await asyncio.sleep(0.05)
            found.append(player.stats().netstatus())
        pulling.cancel()
        await asyncio.gather(pulling, return_exceptions=True)
    return found


def median(found: list[dict[str, Value]], field: str) -> float:
    return statistics.median(float(numbers[field] or 0) for numbers in found)


@pytest.mark.parametrize(("sound_late_ms", "odd_late_ms"), [(0, 0), (300, 40)])
def test_late_sound_and_uneven_arrival_are_measured(sound_late_ms: int, odd_late_ms: int) -> None:
    """Every other picture comes *odd_late_ms* late: that is the jitter of RFC 3550."""

    async def scenario() -> None:
        videos = [tag for tag in tags_of(SCENE) if tag.kind == VIDEO]
        sounds = [tag for tag in tags_of(SCENE) if tag.kind == AUDIO]
        odd_ms = [odd_late_ms * (index % 2) for index in range(len(videos))]
        due_ms = [(tag.time_ms + odd, tag) for odd, tag in zip(odd_ms, videos, strict=True)]
        due_ms += [(tag.time_ms + sound_late_ms, tag) for tag in sounds]

        async def script(listener: Listener) -> None:
            await listener.begin()
            loop = asyncio.get_running_loop()
            start_s = loop.time()
            for at_ms, tag in sorted(due_ms, key=lambda pair: pair[0]):
                await asyncio.sleep(max(0.0, start_s + at_ms / 1000 - loop.time()))
                await listener.play([tag], is_live=False)
                listener._shift_ms = 0

        found = await netstatus_of(script)
        assert median(found, "avRecvInterval") == pytest.approx(sound_late_ms, abs=70)
        assert median(found, "netJitter") == pytest.approx(odd_late_ms, abs=12)

    run(scenario())


def test_pictures_inside_the_decoder_are_those_it_must_reorder() -> None:
    async def scenario() -> None:
        tags = reordered_tags(bframes=2)

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags)
            await asyncio.sleep(5)

        [*_, found] = await netstatus_of(script, seconds=0.5)
        assert found["vDecCacheSize"] in (1, 2, 3)
        assert found["vSumCacheSize"] == found["vDecCacheSize"]

    run(scenario())


def reordered_tags(bframes: int) -> list[Tag]:
    """Return a second of H.264 in which each picture may build on *bframes* later ones."""
    file = io.BytesIO()
    with av.open(file, "w", format="flv", options={"flvflags": "no_duration_filesize"}) as out:
        stream = out.add_stream("libx264", rate=30, options={"bf": str(bframes), "b-adapt": "0"})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for index in range(30):
            frame = av.VideoFrame(320, 180, "yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, 30)
            paint_noise(frame, index / 30)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return [tag for tag in FlvReader().feed(file.getvalue()) if tag.kind == VIDEO]
