"""Mixes the sound of all players for one output."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from lianmai.media.sound.gain import bend
from lianmai.media.sound.ring import CHANNELS, SoundRing

BYTES_PER_FRAME = 2 * CHANNELS
"""One sample for each side, 16 bit."""


class Mixer:
    """Where all sound meets: the output's thread pulls, the loop's thread adds and removes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._output_latency_s = 0.0
        self._rings: tuple[SoundRing, ...] = ()

    @property
    def output_latency_s(self) -> float:
        """Time from a `pull` to its first sample being heard; the output knows and sets it."""
        return self._output_latency_s

    @output_latency_s.setter
    def output_latency_s(self, latency_s: float) -> None:
        self._output_latency_s = latency_s
        for ring in self._rings:
            ring.output_latency_s = latency_s

    @property
    def underruns(self) -> int:
        """How often the rings mixed now had nothing in time."""
        return sum(ring.underruns for ring in self._rings)

    def add(self) -> SoundRing:
        """Return a new ring, mixed from now on."""
        ring = SoundRing()
        ring.output_latency_s = self._output_latency_s
        self._rings = (*self._rings, ring)
        return ring

    def remove(self, ring: SoundRing) -> None:
        """Mix *ring* no longer."""
        self._rings = tuple(other for other in self._rings if other is not ring)

    def pull(self, frame_count: int) -> bytes:
        """Return the next *frame_count* frames: s16, native endian, interleaved stereo, 48 kHz.

        Never waits and never fails: where a ring has nothing there is silence.
        """
        now_s = self._clock()
        total = np.zeros((frame_count, CHANNELS), np.float32)
        for ring in self._rings:
            if (sound := ring.read(frame_count, now_s)) is not None:
                total += sound
        return (bend(total) * 32767).astype(np.int16).tobytes()
