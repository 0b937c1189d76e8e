"""Sound that needs no device: the beep of the test pattern, and silence."""

from __future__ import annotations

import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.capturing.feed import Samples

BEEP_HZ = 1000
BEEP_S = 0.05
"""Once a second, for as long as the pattern shows its white square: reference of the stamp."""
_LOUDNESS = 0.5


def _one_second() -> Samples:
    time_s = np.arange(SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    beep = _LOUDNESS * np.sin(2 * np.pi * BEEP_HZ * time_s) * (time_s < BEEP_S)
    return beep.astype(np.float32)


_TWO_SECONDS = np.tile(_one_second(), 2)


def tone(start: int, count: int) -> Samples:
    """Return *count* samples of the beep from sample number *start* of the capture clock.

    The beep begins at every whole second of the clock. *count* is at most one second.
    """
    begin = start % SAMPLE_RATE_HZ
    return _TWO_SECONDS[begin : begin + count]


def silence(start: int, count: int) -> Samples:
    """Return *count* samples of silence."""
    return np.zeros(count, np.float32)
