"""A room as an impulse response: the voice itself, then a tail of dense, darkening echoes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.capturing.feed import Samples

_FADE_OUT_DB = 60
_SEED = 5
_MEAN = 4  # samples that are averaged: walls and air swallow treble


@dataclass(frozen=True)
class Room:
    """A tail that falls by 60 dB within *length_s* and begins *early_ms* after the voice.

    *wet* is its energy as a share of the voice's.
    """

    length_s: float
    wet: float
    early_ms: float = 15.0

    def response(self) -> Samples:
        """Return what the room makes of one sample of 1.0; always the same."""
        count = round(self.length_s * SAMPLE_RATE_HZ)
        noise = np.random.default_rng(_SEED).standard_normal(count + _MEAN - 1)
        tail = np.convolve(noise, np.ones(_MEAN), "valid")
        tail *= 10 ** (-_FADE_OUT_DB / 20 * np.arange(count) / count)
        tail *= np.sqrt(self.wet / (tail**2).sum())
        early = round(self.early_ms / 1000 * SAMPLE_RATE_HZ)
        return np.concatenate(([1.0], np.zeros(early), tail)).astype(np.float32)
