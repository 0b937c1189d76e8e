"""Own sound, muted or not, always there."""

import numpy as np

from lianmai.media.feed import Sound
from lianmai.media.sound_line import PATIENCE_S, SoundLine

RATE = 48_000
BLOCK = 480
LOUD = np.ones(BLOCK, np.float32)


def test_sound_is_not_read_before_it_was_heard() -> None:
    line = SoundLine("tone")
    assert line.read(RATE, BLOCK, now_s=1.0) is None
    assert line.read(RATE, BLOCK, now_s=1.01) is not None


def test_a_tone_needs_no_source() -> None:
    heard = SoundLine("tone").read(RATE, BLOCK, now_s=2.0)
    assert heard is not None
    assert heard.any()


def test_a_muted_microphone_gives_silence() -> None:
    line = SoundLine("mic")
    line.write(Sound(LOUD, 1.0))
    line.is_muted = True
    heard = line.read(RATE, BLOCK, now_s=1.01)
    assert heard is not None
    assert not heard.any()


def test_sound_of_a_device_is_waited_for_but_not_for_ever() -> None:
    line = SoundLine("mic")
    line.write(Sound(LOUD, 1.0))
    second = RATE + BLOCK
    assert line.read(second, BLOCK, now_s=1.03) is None
    heard = line.read(second, BLOCK, now_s=1.03 + PATIENCE_S)
    assert heard is not None
    assert not heard.any()
    line.write(Sound(LOUD, 1.0 + 0.01))
    later = line.read(second, BLOCK, now_s=1.04)
    assert later is not None
    assert later.all()


def test_a_missing_microphone_is_silence_at_once() -> None:
    line = SoundLine("mic")
    assert line.read(RATE, BLOCK, now_s=1.01) is not None
    line.write(Sound(LOUD, 1.0))
    line.cut()
    heard = line.read(RATE, BLOCK, now_s=1.01)
    assert heard is not None
    assert not heard.any()
