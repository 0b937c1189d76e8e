"""Figures for the clock of the test pattern: 5 by 7 dots each."""

from __future__ import annotations

import numpy as np

from lianmai.media.picture.planes import Pixels

COLUMNS, ROWS = 5, 7
_DOTS = {
    "0": (14, 17, 19, 21, 25, 17, 14),
    "1": (4, 12, 4, 4, 4, 4, 14),
    "2": (14, 17, 1, 2, 4, 8, 31),
    "3": (31, 2, 4, 2, 1, 17, 14),
    "4": (2, 6, 10, 18, 31, 2, 2),
    "5": (31, 16, 30, 1, 1, 17, 14),
    "6": (6, 8, 16, 30, 17, 17, 14),
    "7": (31, 1, 2, 4, 8, 8, 8),
    "8": (14, 17, 17, 14, 17, 17, 14),
    "9": (14, 17, 17, 15, 1, 2, 12),
    ":": (0, 4, 4, 0, 4, 4, 0),
    ".": (0, 0, 0, 0, 0, 4, 4),
}
"""Seven rows from the top; the bits of a row are its five dots, the highest bit leftmost."""


def figure(character: str, scale: int) -> Pixels:
    """Return a mask of *character*, 1 where there is ink, each dot *scale* px a side.

    Raises:
        KeyError: If it is neither a digit nor one of ``:.``
    """
    rows = np.array(_DOTS[character], np.uint8)[:, None]
    dots = rows >> np.arange(COLUMNS - 1, -1, -1, dtype=np.uint8) & 1
    return np.kron(dots, np.ones((scale, scale), np.uint8))
