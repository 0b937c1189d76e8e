"""Which picture size suits which bitrate: the ladder of the phone's SDK."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lianmai.core.source import Size

_SMALLEST_SIDE_PX = 64


@dataclass(frozen=True)
class Rung:
    """A size and the bitrates it is good for; ranges of neighbours overlap."""

    size: Size
    lowest_kbps: float
    highest_kbps: float


_TABLE = (
    # pixels of the short side of a 16:9 picture, kbit/s from and to, at 15 frames a second
    (1080, 2500, 3000),
    (720, 1000, 1800),
    (540, 800, 1500),
    (360, 500, 900),
    (270, 350, 550),
    (180, 250, 400),
)
"""The rows of 16:9 in the SDK's table of bitrates. Smaller pictures than 180 rows help nobody."""


def ladder(base: Size) -> tuple[Rung, ...]:
    """Return *base* and the smaller sizes of its shape, largest first.

    Other shapes need bits by their pixels. Sides are even: the multiples of 16 that phones make of
    them would distort the picture or leave bars.
    """
    short_px = min(base.width_px, base.height_px)
    shape = max(base.width_px, base.height_px) / short_px / (16 / 9)
    rungs = [
        Rung(_scaled(base, rows / short_px), low * shape, high * shape)
        for rows, low, high in _TABLE
        if rows < short_px
    ]
    low, high = next(
        ((low, high) for rows, low, high in _TABLE if rows <= short_px), _TABLE[-1][1:]
    )
    return (Rung(base, low * shape, high * shape), *rungs)


def size_for(kbps: float, base: Size, current: Size) -> Size:
    """Return the size for *kbps*, at most *base*; it stays *current* as long as that will do."""
    rungs = ladder(base)
    place = next((i for i, rung in enumerate(rungs) if rung.size == current), 0)
    while place + 1 < len(rungs) and kbps < rungs[place].lowest_kbps:
        place += 1
    while place > 0 and kbps > rungs[place].highest_kbps:
        place -= 1
    return rungs[place].size


def _scaled(base: Size, scale: float) -> Size:
    width_px, height_px = (_rounded(side * scale) for side in (base.width_px, base.height_px))
    return replace(base, width_px=width_px, height_px=height_px)


def _rounded(side_px: float) -> int:
    return max(_SMALLEST_SIDE_PX, round(side_px / 2) * 2)
