"""Sound of any kind, brought to one."""

import av
import numpy as np
import pytest

from lianmai.media.sound.resampling import Resampler


def frame(rate_hz: int, layout: str, form: str = "s16", seconds: float = 0.1) -> av.AudioFrame:
    """Return a hum of 500 Hz."""
    count = round(rate_hz * seconds)
    wave = 0.5 * np.sin(2 * np.pi * 500 * np.arange(count) / rate_hz)
    channels = len(av.AudioLayout(layout).channels)
    if form == "s16":
        packed = np.repeat((wave * 32767).astype(np.int16), channels)[np.newaxis, :]
        sound = av.AudioFrame.from_ndarray(packed, form, layout)
    else:
        planes = np.tile(wave.astype(np.float32), (channels, 1))
        sound = av.AudioFrame.from_ndarray(planes, form, layout)
    sound.sample_rate = rate_hz
    return sound


@pytest.mark.parametrize(
    ("rate_hz", "layout", "form"),
    [
        (48_000, "mono", "s16"),
        (44_100, "stereo", "s16"),
        (8_000, "mono", "fltp"),
        (96_000, "5.1", "fltp"),
    ],
)
def test_it_comes_out_mono_at_the_encoders_rate(rate_hz: int, layout: str, form: str) -> None:
    resampler = Resampler("mono")
    samples = np.concatenate([resampler.resample(frame(rate_hz, layout, form)) for _ in range(10)])
    assert samples.dtype == np.float32
    assert samples.shape[1] == 1
    samples = samples[:, 0]
    assert len(samples) == pytest.approx(48_000, abs=3000)
    spectrum = np.abs(np.fft.rfft(samples))
    assert int(spectrum.argmax()) * 48_000 / len(samples) == pytest.approx(500, abs=5)


def test_one_channel_comes_out_on_both_sides() -> None:
    sound = Resampler("stereo").resample(frame(48_000, "mono"))
    assert sound.shape[1] == 2
    assert np.array_equal(sound[:, 0], sound[:, 1])
    assert np.abs(sound).max() > 0.2


def test_the_kind_of_sound_may_change_in_the_middle() -> None:
    resampler = Resampler("mono")
    before = resampler.resample(frame(44_100, "stereo"))
    after = resampler.resample(frame(16_000, "mono", "fltp"))
    assert np.abs(before).max() > 0.2
    assert np.abs(after).max() > 0.2
