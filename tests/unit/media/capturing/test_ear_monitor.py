"""Own sound, heard by whoever sends it."""

import numpy as np

from lianmai.media.capturing.ear_monitor import EarMonitor
from lianmai.media.capturing.feed import Samples
from lianmai.media.sound.mixer import Mixer
from lianmai.media.tap import Taps
from tests.unit.media.tunes import pitch_hz, sine

RATE = 48_000
BLOCK = 480


def played(taps: Taps, mixer: Mixer) -> Samples:
    """Send a second of sound, and return what the output plays meanwhile."""
    said = sine(400, 1.0)
    blocks = []
    for at in range(0, RATE, BLOCK):
        taps.hear(np.repeat(said[at : at + BLOCK, np.newaxis], 2, axis=1), at / RATE)
        blocks.append(np.frombuffer(mixer.pull(BLOCK), np.int16)[::2])
    return (np.concatenate(blocks) / 32767).astype(np.float32)


def test_what_is_sent_is_heard_while_it_is_on() -> None:
    taps, mixer = Taps(), Mixer()
    ear = EarMonitor(taps, mixer)
    assert not played(taps, mixer).any()
    ear.is_on = True
    heard = played(taps, mixer)
    assert pitch_hz(heard[RATE // 2 :]) == 400
    assert np.abs(heard).max() > 0.4
    ear.is_on = False
    assert not played(taps, mixer).any()
    assert not taps  # costs nothing any more


def test_without_an_output_nothing_is_tapped() -> None:
    taps = Taps()
    ear = EarMonitor(taps, None)
    ear.is_on = True
    assert not ear.is_on
    assert not taps
