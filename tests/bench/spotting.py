"""Finds stamps anywhere on a screen, and reads them.

Where a player puts its picture is its own affair, so nothing is assumed about windows: a row of
pixels is searched for the sync word by the lengths of its dark and light runs, and what follows
is believed when sync, CRC and a time close to now agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lianmai.core.stamp import CELLS, Stamp, decode_cells, latency_ms
from tests.bench.screen import Pixels

MAX_AGE_MS = 60_000
_MIN_CELL_PX = 2.0
_QUIET_CELLS, _SYNC_CELLS = 4, 6  # before the first white cell; from there to the sync's last two


@dataclass(frozen=True)
class Strip:
    """Where a stamp is on the screen: its rows and the columns of its 64 samples."""

    top_y: int
    bottom_y: int
    columns: tuple[int, ...]

    @property
    def y(self) -> int:
        """The middle row, the least touched by scaling."""
        return (self.top_y + self.bottom_y) // 2

    def read(self, luma: Pixels) -> Stamp | None:
        """Return the stamp shown here in *luma*, shape (height, width)."""
        return decode_cells(luma[self.y, self.columns].tolist())

    def is_same_place(self, other: Strip) -> bool:
        """Whether the two are one stamp, found twice."""
        cell_px = abs(self.columns[1] - self.columns[0])
        is_same_row = self.top_y <= other.bottom_y and other.top_y <= self.bottom_y
        return is_same_row and abs(self.columns[0] - other.columns[0]) <= cell_px


def find_strips(luma: Pixels, now_ms: int, mirrored: bool = False) -> list[Strip]:
    """Return every stamp on the screen, from top to bottom and left to right.

    *luma* has shape (height, width). *mirrored* looks for those seen in a mirror instead, as a
    window may show one's own picture.
    """
    if mirrored:
        return sorted((_flip(it, luma.shape[1]) for it in _find(luma[:, ::-1], now_ms)), key=_place)
    return sorted(_find(luma, now_ms), key=_place)


def _place(strip: Strip) -> tuple[int, int]:
    return strip.top_y, strip.columns[0]


def _flip(strip: Strip, width_px: int) -> Strip:
    return replace(strip, columns=tuple(width_px - 1 - x for x in strip.columns))


def _find(luma: Pixels, now_ms: int) -> list[Strip]:
    found: list[Strip] = []
    for y in range(luma.shape[0]):
        row = luma[y]
        for start_px, cell_px in _sync_words(row):
            if not _extend(found, row, y, start_px, now_ms):
                columns = _fit(row, start_px, cell_px, now_ms)
                if columns:
                    found.append(Strip(y, y, columns))
    return found


def _extend(found: list[Strip], row: Pixels, y: int, start_px: int, now_ms: int) -> bool:
    """Add row *y* to a strip found just above it that reads right here too; tell whether."""
    for index, strip in enumerate(found):
        is_here = strip.columns[0] < start_px < strip.columns[_QUIET_CELLS + 1]
        if strip.bottom_y == y - 1 and is_here and _is_live(row, strip.columns, now_ms):
            found[index] = replace(strip, bottom_y=y)
            return True
    return False


def _sync_words(row: Pixels) -> Iterator[tuple[int, float]]:
    """Yield start and cell width, in px, of what may be sync words ``1 0 1 0 1 1`` in *row*.

    Before one the quiet zone is dark. Edges are blurred by scaling, so lengths may be a pixel or
    a quarter of a cell off.
    """
    edges: NDArray[np.intp] = np.flatnonzero(np.diff((row > 127).astype(np.int8))) + 1
    if len(edges) < 6:
        return
    runs = np.diff(edges, prepend=0)  # runs[i] ends at edges[i]
    first = np.arange(len(edges) - 5)
    cells = (edges[first + 5] - edges[first]) / _SYNC_CELLS
    slack = np.maximum(1.0, cells / 4)
    fits = (row[edges[first]] > 127) & (cells >= _MIN_CELL_PX)
    fits &= runs[first] >= (_QUIET_CELLS - 0.5) * cells - 1
    for offset, length in enumerate((1, 1, 1, 1, 2), start=1):
        fits &= np.abs(runs[first + offset] - length * cells) <= slack
    for index in np.flatnonzero(fits):
        yield int(edges[index]), float(cells[index])


def _fit(row: Pixels, start_px: int, cell_px: float, now_ms: int) -> tuple[int, ...]:
    """Return the columns that read a live stamp whose sync starts at *start_px*; none if none do.

    The width is known to a pixel in six cells only. Of all widths that read right the middle one
    is taken: it samples furthest from the edges of the cells.
    """
    lowest, highest = (round(CELLS * (cell_px + slack)) for slack in (-0.35, 0.35))
    fitting = []
    for width_px in range(max(lowest, 1), highest + 1):
        columns = _columns(start_px - _QUIET_CELLS * width_px / CELLS, width_px)
        if columns[-1] < len(row) and columns[0] >= 0 and _is_live(row, columns, now_ms):
            fitting.append(columns)
    return fitting[len(fitting) // 2] if fitting else ()


def _columns(left_px: float, width_px: int) -> tuple[int, ...]:
    return tuple(int(left_px + (cell + 0.5) * width_px / CELLS) for cell in range(CELLS))


def _is_live(row: Pixels, columns: tuple[int, ...], now_ms: int) -> bool:
    stamp = decode_cells(row[[*columns]].tolist())
    return stamp is not None and abs(latency_ms(stamp, now_ms)) < MAX_AGE_MS
