"""Sound at another speed: shorter or longer, as high as before, without clicks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.playing.stretch import Stretch
from lianmai.media.sound.ring import Sound

RATE_HZ = 48_000
SECONDS = 3


def tone(pitch_hz: float) -> Sound:
    wave = 0.5 * np.sin(2 * np.pi * pitch_hz * np.arange(SECONDS * RATE_HZ) / RATE_HZ)
    return np.column_stack((wave, wave)).astype(np.float32)


def stretched(sound: Sound, speed: float, piece: int = 1024) -> Sound:
    stretch = Stretch()
    return np.concatenate(
        [stretch.feed(sound[at : at + piece], speed) for at in range(0, len(sound), piece)]
    )


def pitch_hz(sound: Sound) -> float:
    spectrum = np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound))))
    return float(np.fft.rfftfreq(len(sound), 1 / RATE_HZ)[spectrum.argmax()])


@pytest.mark.parametrize("speed", [0.9, 1.05, 1.2])
@pytest.mark.parametrize("hz", [110, 440, 1000])
def test_the_length_changes_and_the_pitch_stays(speed: float, hz: float) -> None:
    sound = tone(hz)
    heard = stretched(sound, speed)
    assert len(sound) / len(heard) == pytest.approx(speed, rel=0.01)
    assert pitch_hz(heard) == pytest.approx(hz, rel=0.005)
    loudest_step = np.abs(np.diff(sound[:, 0])).max()
    assert np.abs(np.diff(heard[:, 0])).max() < 1.2 * loudest_step


def test_at_the_usual_speed_sound_is_handed_on_as_it_is() -> None:
    sound = tone(440)
    assert Stretch().feed(sound, 1.0) is sound


def test_back_at_the_usual_speed_nothing_is_missing() -> None:
    stretch = Stretch()
    sound = tone(440)
    faster = [stretch.feed(sound[at : at + 500], 1.2) for at in range(0, 48_000, 500)]
    rest = stretch.feed(sound[48_000:], 1.0)
    joined = np.concatenate((*faster, rest))
    assert stretch.held_back == 0
    assert np.abs(np.diff(joined[:, 0])).max() < 1.2 * np.abs(np.diff(sound[:, 0])).max()
    np.testing.assert_array_equal(joined[-90_000:], sound[-90_000:])


@given(st.lists(st.tuples(st.integers(0, 3000), st.sampled_from([0.9, 1.0, 1.1, 1.2]))))
def test_any_pieces_at_any_speed_are_never_held_back_for_long(
    pieces: list[tuple[int, float]],
) -> None:
    stretch, noise = Stretch(), np.random.default_rng(1)
    for count, speed in pieces:
        heard = stretch.feed(noise.standard_normal((count, 2)).astype(np.float32), speed)
        assert heard.shape[1] == 2
        assert stretch.held_back < 0.03 * RATE_HZ
