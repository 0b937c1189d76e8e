"""The colour of a canvas, as pictures have it: luma and chroma of ITU-R BT.601, limited range."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lianmai.media.picture.planes import Pixels


@dataclass(frozen=True)
class Yuv:
    """One colour, 8 bit a component."""

    y: int
    u: int
    v: int


def yuv_of(colour: int) -> Yuv:
    """Return the colour that is written 65536 x red + 256 x green + blue."""
    red, green, blue = colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF
    return Yuv(
        round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255),
        round(128 + (-37.797 * red - 74.203 * green + 112.0 * blue) / 255),
        round(128 + (112.0 * red - 93.786 * green - 18.214 * blue) / 255),
    )


def card(width_px: int, height_px: int, colour: Yuv) -> list[Pixels]:
    """Return the planes of a "yuv420p" picture in one *colour*; both lengths are even."""
    half = height_px // 2, width_px // 2
    return [
        np.full((height_px, width_px), colour.y, np.uint8),
        np.full(half, colour.u, np.uint8),
        np.full(half, colour.v, np.uint8),
    ]
