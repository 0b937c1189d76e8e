"""Sound as it arrives at the other end: its quality, its effects and the music in it."""

import asyncio
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes, attributes_from
from lianmai.media.capturing.sources.pattern import square_place
from tests.unit.media.receiving import SMALL, Push, Received, Relay, publishing, receive, run, until
from tests.unit.media.tunes import spectrum, tune

pytestmark = pytest.mark.slow
IN_TIME_S = 0.040


def attributes(**values: object) -> PusherAttributes:
    size: dict[str, object] = {"video-width": 320, "video-height": 180}
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return attributes_from(PusherAttributes, size | named)


def whites(received: Received) -> list[float]:
    """Return when the pattern's square turned white; it beeps then."""
    square = square_place(SMALL.size)
    shades = [(seen.time_s, float(seen.luma[square].mean())) for seen in received.pictures]
    return [now for (_, before), (now, after) in pairwise(shades) if before < 120 < after]


def lag_s(received: Received) -> float:
    """Return how far the worst beep is from its picture."""
    beeps = received.loud_from(0.2)
    pairs = [min((beep - white for beep in beeps), key=abs) for white in whites(received)[:2]]
    assert len(pairs) == 2
    return max(pairs, key=abs)


async def three_and_a_half_seconds(push: Push) -> Received:
    return await receive(push.flv, lambda it: bool(it.sounds) and it.sounds[-1][0] > 3.5)


def test_sound_of_low_quality_is_16_khz_and_in_time(relay: Relay) -> None:
    async def scenario() -> None:
        wish = attributes(audio_quality="low")
        async with publishing(relay, "pattern", attributes=wish) as push:
            received = await three_and_a_half_seconds(push)
            assert push.publisher.stats().audio_kbps < 25
        assert received.sound_rate_hz == 16_000
        assert abs(lag_s(received)) < IN_TIME_S

    run(scenario())


def test_sound_of_high_quality_is_48_khz(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", attributes=attributes()) as push:
            received = await receive(push.flv, lambda it: len(it.sounds) > 10)
        assert received.sound_rate_hz == 48_000

    run(scenario())


def test_every_effect_at_once_stays_with_its_picture(relay: Relay) -> None:
    async def scenario() -> None:
        wish = attributes(enable_ans=True, enable_agc=True, voice_changer_type=1)
        async with publishing(relay, "pattern", attributes=wish) as push:
            received = await three_and_a_half_seconds(push)
            assert push.publisher.stats().dropped == 0
        assert abs(lag_s(received)) < IN_TIME_S

    run(scenario())


def loudness(received: Received, pitch_hz: int, from_s: float, to_s: float) -> float:
    """Return how loud that pitch is at its loudest between two times, 1.0 for full scale."""
    parts = [samples for time_s, samples in received.sounds if from_s <= time_s < to_s]
    sound = np.concatenate(parts)
    pieces = [sound[at : at + 4800] for at in range(0, len(sound) - 4800, 2400)]
    return float(max(spectrum(piece)[pitch_hz] for piece in pieces))


def test_music_is_heard_with_the_microphone_and_without_it(relay: Relay, tmp_path: Path) -> None:
    path = tune(tmp_path / "music.wav", 4.0, (500,))

    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            push.capture.music.play(str(path))
            receiving = asyncio.create_task(three_and_a_half_seconds(push))
            await until(lambda: "music_progress" in push.reports.names())  # after a second of it
            push.capture.microphone_on = False
            received = await receiving
            await until(lambda: "music_ended" in push.reports.names())
        assert loudness(received, 1000, 0.0, 1.1) > 0.2
        assert loudness(received, 500, 0.0, 1.1) > 0.4
        assert loudness(received, 1000, 1.9, 3.4) < 0.02
        assert loudness(received, 500, 1.9, 3.4) > 0.4
        assert push.reports.fields("music_progress")["duration_ms"] == 4000

    run(scenario())


def test_music_that_cannot_be_played_disturbs_nothing(relay: Relay, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            push.capture.music.play(str(tmp_path / "missing.mp3"))
            await until(lambda: "music_failed" in push.reports.names())
            assert "missing.mp3" in str(push.reports.fields("music_failed")["reason"])
            received = await receive(push.flv, lambda it: it.loudness(0) > 0.2)
            assert received.pictures
            assert not push.pushing.done()

    run(scenario())


def test_the_loudness_of_the_microphone_is_known(relay: Relay, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern") as push:
            await until(lambda: 45 <= push.capture.volume <= 55)  # the beep
            push.capture.microphone_on = False
            push.capture.music.play(str(tune(tmp_path / "music.wav", 4.0)))
            await until(lambda: push.capture.volume == 0)

    run(scenario())
