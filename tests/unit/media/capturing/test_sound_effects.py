"""Effects on own voice: what they do to its spectrum, and that they keep it in time."""

import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes, attributes_from
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.sound_effects.recipe import recipe
from lianmai.media.capturing.sound_effects.voice import Voice
from tests.unit.media.tunes import RATE, pitch_hz, sine, spectrum

BLOCK = 1024
POLL = 240  # the encoder asks again every 5 ms
START = 2 * RATE
Values = dict[str, object]
VOICES: list[Values] = [{"voice-changer-type": kind} for kind in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11)]
ROOMS: list[Values] = [{"audio-reverb-type": kind} for kind in range(1, 8)]
EVERY: list[Values] = [*VOICES, *ROOMS, {"enable-agc": True}, {"enable-ans": True}]
LONGEST_LAG_S = 0.1


class Mouth:
    """Something said from `START` on, as it is heard through a voice, in the encoder's rhythm."""

    def __init__(self, said: Samples) -> None:
        self.said = np.concatenate([np.zeros(START, np.float32), said])
        self.voice = Voice(self._raw)
        self.attributes = PusherAttributes()
        self.position = self.until = START
        self.lag_s = 0.0

    def set(self, **values: object) -> None:
        names = {name.replace("_", "-"): value for name, value in values.items()}
        self.attributes = attributes_from(PusherAttributes, names)

    def heard(self, length_s: float) -> Samples:
        blocks = [np.zeros(0, np.float32)]
        end = self.position + round(length_s * RATE)
        while self.position < end:
            self.until += POLL
            while (block := self._block()) is not None:
                blocks.append(block)
                self.position += BLOCK
            self.lag_s = max(self.lag_s, (self.until - self.position - BLOCK) / RATE)
        return np.concatenate(blocks)

    def _block(self) -> Samples | None:
        return self.voice.read(recipe(self.attributes), self.position, BLOCK, self.until)

    def _raw(self, start: int, count: int) -> Samples:
        assert start + count <= self.until, "what nobody has said yet was asked for"
        return self.said[start : start + count]


def heard(said: Samples, values: Values) -> Samples:
    """Return what *said* sounds like."""
    mouth = Mouth(np.concatenate([said, np.zeros(RATE, np.float32)]))
    mouth.attributes = attributes_from(PusherAttributes, values)
    return mouth.heard(len(said) / RATE)[: len(said)]


def steady(sound: Samples) -> Samples:
    """Return the second second of *sound*."""
    return sound[RATE : 2 * RATE]


def level_db(sound: Samples) -> float:
    return float(20 * np.log10(np.sqrt((sound.astype(np.float64) ** 2).mean()) + 1e-9))


def two_tones(low_hz: float, high_hz: float) -> Samples:
    return sine(low_hz, 2.5, 0.1) + sine(high_hz, 2.5, 0.1)


def favours_db(values: Values, loved_hz: int, other_hz: int) -> float:
    """Return by how much an effect raises one frequency above another."""
    lines = spectrum(steady(heard(two_tones(loved_hz, other_hz), values)))
    return float(20 * np.log10(lines[loved_hz] / lines[other_hz]))


def test_without_effects_nothing_is_touched() -> None:
    said = sine(440, 1.5)
    assert (heard(said, {"beauty": 9}) == said[: RATE + RATE // 2]).all()


@pytest.mark.parametrize(
    ("kind", "factor"), [(1, 1.5), (2, 1.26), (3, 0.8), (6, 1.08), (7, 0.62), (8, 0.72), (10, 0.85)]
)
def test_voices_that_are_higher_or_deeper_are(kind: int, factor: float) -> None:
    voice = steady(heard(sine(400, 2.5), {"voice-changer-type": kind}))
    assert pitch_hz(voice) == pytest.approx(400 * factor, rel=0.03)


def test_heavy_metal_distorts() -> None:
    lines = spectrum(steady(heard(sine(400, 2.5), {"voice-changer-type": 4})))
    assert lines[1200] > lines[400] / 10


def test_a_foreigner_sings() -> None:
    lines = spectrum(steady(heard(sine(400, 2.5), {"voice-changer-type": 6})))
    around = lines[400:480]  # the wavering of a pitch is lines beside it
    assert (around > around.max() / 3).sum() > 8


@pytest.mark.parametrize(("kind", "hum_hz"), [(9, 70), (10, 28)])
def test_current_and_machines_hum(kind: int, hum_hz: int) -> None:
    lines = spectrum(steady(heard(sine(800, 2.5), {"voice-changer-type": kind})))
    carrier = int(lines.argmax())
    sidebands = [lines[carrier + side - 2 : carrier + side + 3].max() for side in (-hum_hz, hum_hz)]
    assert min(sidebands) > lines[carrier] / 8


@pytest.mark.parametrize(
    ("kind", "loved_hz", "other_hz"),
    [(4, 100, 6000), (5, 3500, 100), (6, 200, 100), (7, 180, 1000)],
)
def test_colours_favour_what_their_names_say(kind: int, loved_hz: int, other_hz: int) -> None:
    assert favours_db({"audio-reverb-type": kind}, loved_hz, other_hz) > 6


@pytest.mark.parametrize(
    ("values", "least_s", "most_s"),
    [
        ({"audio-reverb-type": 2}, 0.1, 0.4),  # a small room
        ({"audio-reverb-type": 1}, 0.4, 1.2),  # KTV
        ({"audio-reverb-type": 3}, 0.9, 2.4),  # a great hall
        ({"voice-changer-type": 11}, 1.2, 3.0),  # ethereal
        ({}, 0.0, 0.0),
    ],
)
def test_rooms_ring_for_as_long_as_they_are_large(
    values: Values, least_s: float, most_s: float
) -> None:
    said = np.concatenate([sine(400, 1.0), np.zeros(3 * RATE, np.float32)])
    tail = heard(said, values)[RATE:]
    loud = np.flatnonzero(np.abs(tail) > 0.5 / 100)  # 40 dB below what was said
    ringing_s = loud[-1] / RATE if len(loud) else 0.0
    assert least_s <= ringing_s <= most_s


def test_a_quiet_voice_is_raised_and_a_loud_one_is_not() -> None:
    levels = {
        level: level_db(steady(heard(sine(400, 2.5, level), {"enable-agc": True})))
        - level_db(sine(400, 1, level))
        for level in (0.01, 0.9)
    }
    assert levels[0.01] > 12
    assert abs(levels[0.9]) < 6


def test_noise_is_lowered_and_the_voice_in_it_is_kept() -> None:
    rng = np.random.default_rng(3)
    noise = (0.01 * rng.standard_normal(6 * RATE)).astype(np.float32)
    pauses = np.repeat([0.0, 1.0, 0.0], 2 * RATE)
    voice = sum(sine(hertz, 6, 0.1) for hertz in (200, 400, 800, 1600)) * pauses
    cleaned = heard((voice + noise).astype(np.float32), {"enable-ans": True})
    rest, speech = cleaned[5 * RATE :], cleaned[3 * RATE : 4 * RATE]
    assert level_db(rest) < level_db(noise) - 15
    assert spectrum(speech)[400] == pytest.approx(0.1, rel=0.25)


@pytest.mark.parametrize("values", EVERY)
def test_every_effect_keeps_the_sound_in_time(values: Values) -> None:
    said = np.concatenate([np.zeros(RATE, np.float32), sine(400, 0.5), np.zeros(RATE, np.float32)])
    mouth = Mouth(np.concatenate([said, np.zeros(RATE, np.float32)]))
    mouth.attributes = attributes_from(PusherAttributes, values)
    sound = np.abs(mouth.heard(2.5))
    begins_s = np.flatnonzero(sound > 0.3 * sound.max())[0] / RATE
    assert begins_s == pytest.approx(1.0, abs=0.02)
    assert mouth.lag_s < LONGEST_LAG_S
    assert np.isfinite(sound).all()
    assert sound.max() <= 1.0


def test_all_effects_at_once_are_still_in_time() -> None:
    said = np.concatenate([np.zeros(RATE, np.float32), sine(400, 1.5)])
    everything: Values = {"enable-agc": True, "enable-ans": True} | VOICES[0] | ROOMS[2]
    sound = np.abs(heard(said, everything))
    assert np.flatnonzero(sound > 0.2)[0] / RATE == pytest.approx(1.0, abs=0.03)


def test_effects_come_and_go_without_a_click_or_a_gap() -> None:
    mouth = Mouth(sine(400, 8, 0.3))
    parts = []
    for values in ({}, {"enable_ans": True}, {"enable_ans": True, "audio_reverb_type": 7}, {}):
        mouth.set(**values)
        parts.append(mouth.heard(1.5))
    sound = np.concatenate(parts)
    steepest = 2 * np.pi * 400 / RATE
    assert np.abs(np.diff(sound)).max() < 0.3 * 2 * steepest
    loudness = np.abs(sound[: len(sound) // 480 * 480].reshape(-1, 480)).max(axis=1)
    assert loudness.min() > 0.2


def test_what_is_no_effect_on_sound_leaves_the_filters_as_they_are() -> None:
    untouched, touched = Mouth(sine(400, 4)), Mouth(sine(400, 4))
    expected: list[Samples] = []
    parts: list[Samples] = []
    for beauty in (0, 5, 9):
        for mouth, heard_so_far, look in ((untouched, expected, 0), (touched, parts, beauty)):
            mouth.set(enable_agc=True, audio_reverb_type=3, beauty=look)
            heard_so_far.append(mouth.heard(1.0))
    assert (np.concatenate(parts) == np.concatenate(expected)).all()


def test_time_that_was_left_out_leaves_no_trace() -> None:
    mouth = Mouth(np.concatenate([sine(400, 3), sine(900, 3)]))
    mouth.set(enable_ans=True, voice_changer_type=3)
    mouth.heard(1.0)
    mouth.position += BLOCK * 140  # a stall of the program, of 3 s
    mouth.until = mouth.position
    assert pitch_hz(mouth.heard(1.2)[-RATE:]) == pytest.approx(900 * 0.8, rel=0.03)


def test_every_published_effect_has_a_recipe() -> None:
    plain = recipe(PusherAttributes())
    assert not plain
    made = [recipe(attributes_from(PusherAttributes, it)) for it in EVERY]
    assert all(made)
    assert len(set(made)) == len(EVERY)
