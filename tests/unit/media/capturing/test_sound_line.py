"""Own sound, muted or not, always there."""

from pathlib import Path

import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes, attributes_from
from lianmai.media.capturing.feed import Samples, Sound
from lianmai.media.capturing.music import Music
from lianmai.media.capturing.sound_line import PATIENCE_S, SoundLine
from tests.unit.media.tunes import sine, soon, spectrum, tune

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


class Line:
    """A sound line with a microphone that hears one loud note all the time, and its encoder."""

    def __init__(self, **values: object) -> None:
        self.music = Music()
        self.line = SoundLine("mic", self.music)
        self.position = self.heard = RATE
        self.set(**values)

    def set(self, **values: object) -> None:
        names = {name.replace("_", "-"): value for name, value in values.items()}
        self.line.set_attributes(attributes_from(PusherAttributes, names))

    def sent(self, length_s: float) -> Samples:
        blocks: list[Samples] = []
        for _ in range(round(length_s * RATE / BLOCK)):
            self.line.write(Sound(sine(400, BLOCK / RATE), self.heard / RATE))  # whole periods
            self.heard += BLOCK
            while (block := self._read()) is not None:
                blocks.append(block)
                self.position += BLOCK
        return np.concatenate(blocks)

    def _read(self) -> Samples | None:
        return self.line.read(self.position, BLOCK, self.heard / RATE)


@pytest.mark.parametrize("values", [{"muted": True}, {"enable_mic": False}])
def test_attributes_mute_the_microphone_too(values: dict[str, object]) -> None:
    assert not Line(**values).sent(0.2).any()


def test_muting_fades_and_unmuting_brings_nothing_of_what_was_said_meanwhile() -> None:
    line = Line(audio_reverb_type=3)
    loud = line.sent(1.0)
    line.line.is_muted = True
    muted = line.sent(3.0)
    line.set(audio_reverb_type=3, muted=True)
    line.line.is_muted = False
    muted = np.concatenate([muted, line.sent(0.5)])
    assert not muted[BLOCK:].any()
    assert np.abs(np.diff(np.concatenate([loud[-BLOCK:], muted]))).max() < 0.1  # no click
    line.set(audio_reverb_type=3)
    quiet = np.abs(line.sent(0.1))
    assert quiet[0] < 0.01  # neither an echo nor a click
    assert quiet.max() > 0.3


def test_the_level_is_that_of_the_microphone_as_it_is_sent() -> None:
    line = Line()
    line.sent(0.3)
    assert line.line.level == pytest.approx(0.5, abs=0.01)
    line.music.microphone_volume = 0.2
    line.sent(1.0)
    assert line.line.level == pytest.approx(0.1, abs=0.01)
    line.line.is_muted = True
    line.sent(2.0)
    assert line.line.level < 0.001


def test_the_volumes_of_music_and_microphone_make_the_mix(tmp_path: Path) -> None:
    line = Line()
    line.music.microphone_volume, line.music.volume = 0.4, 0.6
    line.music.play(str(tune(tmp_path / "music.wav", 2.0, (900,))))
    soon(lambda: spectrum(line.sent(0.1))[900] > 0.1)
    lines = spectrum(line.sent(0.5))
    assert lines[400] == pytest.approx(0.2, abs=0.01)
    assert lines[900] == pytest.approx(0.3, abs=0.01)
    line.line.is_muted = True
    line.sent(0.1)
    lines = spectrum(line.sent(0.5))
    assert lines[400] < 0.001
    assert lines[900] == pytest.approx(0.3, abs=0.01)
    line.line.is_silenced = True
    line.sent(0.1)
    assert not line.sent(0.1).any()
    line.music.stop()


def test_loud_music_and_a_loud_voice_do_not_clip(tmp_path: Path) -> None:
    line = Line()
    line.music.play(str(tune(tmp_path / "music.wav", 2.0, (430,))))
    soon(lambda: line.music.is_playing and np.abs(line.sent(0.2)).max() > 0.8)
    assert np.abs(line.sent(0.5)).max() < 1.0
    line.music.stop()
