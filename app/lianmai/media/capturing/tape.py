"""Sound in order of the capture clock: a source writes, the encoder reads, gaps are silence."""

from __future__ import annotations

import threading

import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.capturing.feed import Samples

CAPACITY_S = 4.0
TOLERANCE_S = 0.04
"""Sound that claims to start this close to the end of what is written continues it: a device's
blocks arrive unevenly, and its clock drifts. Beyond that the tape is cut, once."""


class Tape:
    """The last `CAPACITY_S` seconds of one source. One thread writes, one reads."""

    def __init__(self) -> None:
        self._ring = np.zeros(round(CAPACITY_S * SAMPLE_RATE_HZ), np.float32)
        self._end = 0
        self._lock = threading.Lock()

    @property
    def end(self) -> int:
        """Number of the first sample not written yet, counted on the capture clock."""
        return self._end

    def write(self, samples: Samples, at_s: float) -> None:
        """Put *samples* at the time *at_s*, or right after the previous ones if that is close."""
        too_many = max(0, len(samples) - len(self._ring))
        samples = samples[too_many:]
        with self._lock:
            start = round(at_s * SAMPLE_RATE_HZ) + too_many
            gap = start - self._end
            if abs(gap) <= TOLERANCE_S * SAMPLE_RATE_HZ:
                start = self._end
            elif gap > 0:
                silent = min(gap, len(self._ring))
                self._ring[self._places(start - silent, silent)] = 0.0
            self._ring[self._places(start, len(samples))] = samples
            self._end = start + len(samples)

    def read(self, start: int, count: int) -> Samples:
        """Return *count* samples from number *start*; silence where there is none."""
        with self._lock:
            numbers = np.arange(start, start + count)
            known = (numbers < self._end) & (numbers >= self._end - len(self._ring))
            return np.where(known, self._ring[numbers % len(self._ring)], np.float32(0))

    def clear(self) -> None:
        """Forget everything: what comes next belongs to another source."""
        with self._lock:
            self._ring[:] = 0.0
            self._end = 0

    def _places(self, start: int, count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.arange(start, start + count) % len(self._ring)
