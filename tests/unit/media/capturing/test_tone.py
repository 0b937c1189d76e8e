"""The beep."""

import numpy as np

from lianmai.media.capturing.tone import BEEP_HZ, BEEP_S, silence, tone

RATE = 48_000


def test_it_beeps_for_50_ms_from_every_whole_second_of_the_clock() -> None:
    heard = np.concatenate([tone(start, 1000) for start in range(7 * RATE, 9 * RATE, 1000)])
    for second in (0, RATE):
        beep = heard[second : second + round(BEEP_S * RATE)]
        assert np.abs(beep).max() > 0.4
        assert not heard[second + len(beep) : second + RATE].any()


def test_the_beep_is_1_khz() -> None:
    beep = tone(0, round(BEEP_S * RATE))
    spectrum = np.abs(np.fft.rfft(beep))
    assert int(spectrum.argmax()) / BEEP_S == BEEP_HZ


def test_a_block_across_a_second_is_seamless() -> None:
    across = tone(3 * RATE - 500, 1024)
    assert (across == np.concatenate([tone(3 * RATE - 500, 500), tone(3 * RATE, 524)])).all()


def test_silence_is_silent() -> None:
    assert len(silence(5, 1024)) == 1024
    assert not silence(5, 1024).any()
