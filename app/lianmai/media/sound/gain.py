"""Volumes that never click and sums that never clip."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_KNEE = 0.8
"""Sums up to here pass as they are; louder ones are bent towards 1.0 instead of clipped."""


class Gain:
    """A factor for one flow of sound; each change of it takes one block. For one thread."""

    def __init__(self, level: float | None = None) -> None:
        """Begin at *level*; ``None`` takes the first one asked for as it is."""
        self.level = level

    def apply(self, samples: NDArray[np.float32], level: float) -> NDArray[np.float32]:
        """Return *samples*, of shape (count,), faded from the last level to *level*."""
        old, self.level = level if self.level is None else self.level, level
        if old != level:
            return samples * np.linspace(old, level, len(samples), dtype=np.float32)
        return samples if level == 1 else samples * np.float32(level)


def bend(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return *sound* with everything beyond the knee bent to stay below 1.0."""
    loudness = np.abs(sound)
    bent = _KNEE + (1 - _KNEE) * np.tanh((loudness - _KNEE) / (1 - _KNEE))
    return np.where(loudness > _KNEE, np.copysign(bent, sound), sound)
