"""All sound together."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lianmai.media.sound.mixer import Mixer
from lianmai.media.sound.ring import SoundRing

BLOCK = 480


def constant(level: float, count: int = 9600) -> NDArray[np.float32]:
    return np.full((count, 2), level, np.float32)


def pulled(mixer: Mixer) -> NDArray[np.int16]:
    return np.frombuffer(mixer.pull(BLOCK), np.int16).reshape(-1, 2)


def ring_with(mixer: Mixer, level: float) -> SoundRing:
    ring = mixer.add()
    ring.push(constant(level), 0.0)
    return ring


def test_silence_is_as_long_as_asked_for() -> None:
    assert Mixer().pull(BLOCK) == bytes(BLOCK * 4)


def test_rings_are_added_up() -> None:
    mixer = Mixer()
    ring_with(mixer, 0.25)
    ring_with(mixer, 0.5)
    pulled(mixer)
    assert pulled(mixer)[-1].tolist() == pytest.approx([0.75 * 32767] * 2, abs=2)


def test_too_much_is_bent_and_never_wraps_around() -> None:
    mixer = Mixer()
    for _ in range(6):
        ring_with(mixer, 0.9)
    pulled(mixer)
    assert 0.95 * 32767 < pulled(mixer).min() <= pulled(mixer).max() <= 32767


def test_bending_keeps_the_louder_louder() -> None:
    peaks = []
    for level in (0.7, 0.85, 1.0, 1.3):
        mixer = Mixer()
        ring_with(mixer, level)
        pulled(mixer)
        peaks.append(int(pulled(mixer).max()))
    assert peaks == sorted(set(peaks))


def test_a_removed_ring_is_heard_no_more() -> None:
    mixer = Mixer()
    ring = ring_with(mixer, 0.5)
    pulled(mixer)
    mixer.remove(ring)
    mixer.remove(ring)
    assert not pulled(mixer).any()


def test_gaps_are_counted_for_all() -> None:
    mixer = Mixer()
    for _ in range(2):
        mixer.add().push(constant(0.1, 2600), 0.0)
    for _ in range(8):
        pulled(mixer)
    assert mixer.underruns == 2


def test_every_ring_knows_how_late_the_output_is() -> None:
    mixer = Mixer(clock=lambda: 50.0)
    early = ring_with(mixer, 0.1)
    mixer.output_latency_s = 0.2
    late = ring_with(mixer, 0.1)
    pulled(mixer)
    assert early.heard_pts_s(50.0) == late.heard_pts_s(50.0) == pytest.approx(-0.2)
