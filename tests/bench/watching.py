"""Watches stamps on a screen and notes when each frame appears."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from lianmai.core.stamp import CELLS, decode_cells, latency_ms
from tests.bench.figures import spread
from tests.bench.machine import punctual
from tests.bench.screen import Pixels, Screen
from tests.bench.spotting import Strip, find_strips

LOOK_S = 0.001
"""Between two looks at the screen. A frame appears somewhere between two looks; half the time
between them is taken off its latency, so on average looking adds nothing."""

_FIND_S = 0.1
_SCANS = 4


@dataclass(frozen=True)
class Sighting:
    """A frame seen for the first time at *at_s*, Unix time, *latency_ms* after its capture."""

    at_s: float
    latency_ms: float


@dataclass(frozen=True)
class Watch:
    """What was seen in *elapsed_s*: the sightings of each strip, and how well it was looked.

    *look_p95_ms* is the time between looks, which bounds the error of a single latency.
    """

    sightings: list[list[Sighting]]
    elapsed_s: float
    look_p95_ms: float

    @property
    def latencies_ms(self) -> list[float]:
        """Those of all strips."""
        return [it.latency_ms for strip in self.sightings for it in strip]

    @property
    def fps(self) -> list[float]:
        """Different frames per second seen on each strip."""
        return [len(strip) / self.elapsed_s for strip in self.sightings]


def watch(screen: Screen, strips: Sequence[Strip], duration_s: float) -> Watch:
    """Look at *strips* for *duration_s*; costs some 3 % of a core."""
    observer = _Observer(screen.luma, strips)
    with punctual():
        start_s = time.monotonic()
        while (elapsed_s := time.monotonic() - start_s) < duration_s:
            observer.look()
            time.sleep(LOOK_S)
    gaps = spread(observer.gaps_ms)
    return Watch(observer.sightings, elapsed_s, gaps.p95 if gaps else 0.0)


class _Observer:
    """Remembers what was on the screen at the last look."""

    def __init__(self, luma: Pixels, strips: Sequence[Strip]) -> None:
        self._luma = luma
        self._rows = np.array([[strip.y] for strip in strips])
        self._columns = np.array([strip.columns for strip in strips])
        self._samples = np.zeros((len(strips), CELLS), np.uint8)
        self._times_ms: list[int | None] = [None] * len(strips)
        self._looked_s = time.time()
        self.sightings: list[list[Sighting]] = [[] for _ in strips]
        self.gaps_ms: list[float] = []

    def look(self) -> None:
        """Note the frames that have appeared since the last look.

        What was there at the first look appeared at an unknown time and does not count.
        """
        samples = self._luma[self._rows, self._columns]
        now_s = time.time()
        gap_s, self._looked_s = now_s - self._looked_s, now_s
        self.gaps_ms.append(gap_s * 1000)
        for index in np.flatnonzero((samples != self._samples).any(axis=1)):
            self._note(int(index), samples[index], now_s, gap_s)
        self._samples = samples

    def _note(self, index: int, samples: Pixels, now_s: float, gap_s: float) -> None:
        stamp = decode_cells(samples.tolist())
        if stamp is None or stamp.time_ms == self._times_ms[index]:
            return  # half painted, or nothing new
        is_first = self._times_ms[index] is None
        self._times_ms[index] = stamp.time_ms
        if not is_first:
            appeared_ms = (now_s - gap_s / 2) * 1000
            whole_ms = int(appeared_ms)
            age_ms = latency_ms(stamp, whole_ms) + appeared_ms - whole_ms
            self.sightings[index].append(Sighting(now_s, age_ms))


def wait_for_strips(
    screen: Screen, count: int, timeout_s: float = 20.0, mirrored: bool = False
) -> list[Strip]:
    """Return all strips once at least *count* stamps are on the screen.

    A stamp that is being painted cannot be read, so the last few scans are taken together.

    Raises:
        TimeoutError: If fewer are there in time; says how many.
    """
    deadline = time.monotonic() + timeout_s
    scans: deque[list[Strip]] = deque(maxlen=_SCANS)
    while True:
        scans.append(find_strips(screen.luma.copy(), int(time.time() * 1000), mirrored))
        if len(strips := together(scans)) >= count:
            return strips
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(strips)} of {count} stamped pictures appeared on the screen")
        time.sleep(_FIND_S)


def together(scans: Iterable[Sequence[Strip]]) -> list[Strip]:
    """Return each strip found in any of *scans* once, from top to bottom and left to right."""
    found: list[Strip] = []
    for strip in chain.from_iterable(scans):
        if not any(strip.is_same_place(other) for other in found):
            found.append(strip)
    return sorted(found, key=lambda it: (it.top_y, it.columns[0]))
