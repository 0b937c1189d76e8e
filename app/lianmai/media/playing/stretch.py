"""Plays sound faster or slower at its own pitch, by leaving out or repeating waves of it.

What WebRTC's NetEq calls accelerate and preemptive expand: two places that look alike are faded
into each other, and what lies between them is left out or heard twice.
"""

from __future__ import annotations

import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.sound.ring import CHANNELS, Sound

_FADE = SAMPLE_RATE_HZ // 100
_SHORTEST, _LONGEST = SAMPLE_RATE_HZ // 200, SAMPLE_RATE_HZ * 3 // 200
"""From 5 to 15 ms: a wave of the deepest voice, two or three of a higher one."""
_NEEDED = _FADE + _LONGEST
_COARSE = 4
"""Every fourth sample is enough to find the place; at the most a twelfth of a wave of 1 kHz off."""
_SILENCE = 1e-9


class Stretch:
    """Changes the length of sound that goes through; at speed 1 it is handed on as it is.

    Holds back up to 25 ms at any other speed. Belongs to one thread.
    """

    def __init__(self) -> None:
        self._held = np.zeros((0, CHANNELS), np.float32)
        self._debt = 0.0  # samples still to leave out; negative: to repeat

    def feed(self, sound: Sound, speed: float) -> Sound:
        """Return what is to be heard of *sound* at *speed*, 0.5 to 2.0."""
        if speed == 1.0:
            self._debt = 0.0
            return self._flushed(sound)
        self._debt += len(sound) * (1 - 1 / speed)
        held, done = self._flushed(sound), []
        while len(held) >= _NEEDED and abs(self._debt) >= _SHORTEST:
            piece, used = self._splice(held)
            done.append(piece)
            held = held[used:]
        if abs(self._debt) < _SHORTEST:
            return np.concatenate((*done, held))
        self._held = held
        return np.concatenate(done) if done else held[:0]

    @property
    def held_back(self) -> int:
        """Samples taken and not yet given."""
        return len(self._held)

    def _flushed(self, sound: Sound) -> Sound:
        if not len(self._held):
            return sound
        held, self._held = self._held, self._held[:0]
        return np.concatenate((held, sound))

    def _splice(self, sound: Sound) -> tuple[Sound, int]:
        """Return what is heard instead of the first samples of *sound*, and how many these are."""
        lag = _likest_lag(sound[:_NEEDED].sum(axis=1))
        rising = np.linspace(0, 1, _FADE, dtype=np.float32)[:, np.newaxis]
        here, there = sound[:_FADE], sound[lag : lag + _FADE]
        if self._debt > 0:
            self._debt -= lag
            return here * (1 - rising) + there * rising, lag + _FADE
        self._debt += lag
        return np.concatenate((sound[:lag], there * (1 - rising) + here * rising)), _FADE


def _likest_lag(mono: Sound) -> int:
    """Return after how many samples *mono* looks most like its beginning."""
    coarse = mono[::_COARSE]
    size = _FADE // _COARSE
    later = coarse[_SHORTEST // _COARSE :]
    likeness = np.correlate(later, coarse[:size], "valid")
    energy = np.convolve(later**2, np.ones(size, np.float32), "valid")
    best = int(np.argmax(likeness / np.sqrt(energy + _SILENCE)))
    return _SHORTEST + best * _COARSE
