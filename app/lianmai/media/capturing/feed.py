"""The seam behind which every source stands, and the clock that paces those without their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Protocol, TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from lianmai.media.worker import Stop

Samples: TypeAlias = NDArray[np.float32]
"""Mono sound, -1 to 1, 48000 a second, shape (count,)."""

capture_clock = time.monotonic
"""The one clock of everything captured, in seconds; picture and sound are both timed by it."""


@dataclass(frozen=True)
class Picture:
    """A frame of any size and format, taken at *at_s* on the capture clock.

    *is_shared* tells that the source (a decoder) still needs the pixels: nobody may draw on them.
    """

    frame: av.VideoFrame
    at_s: float
    is_shared: bool = False


@dataclass(frozen=True)
class Sound:
    """Samples of which the first was heard at *at_s* on the capture clock."""

    samples: Samples
    at_s: float


Item: TypeAlias = Picture | Sound


class Feed(Protocol):
    """A source to be opened: calling it gives its pictures and sound as they happen.

    It blocks until each is due and runs in a thread of its own. Closing the generator lets go
    of the device. It ends when *stop* is set, and raises `SourceError` when it cannot go on.
    """

    def __call__(self, stop: Stop) -> Generator[Item, None, None]:
        """Open the source."""


def ticks(
    fps: int, stop: Stop, clock: Callable[[], float] = capture_clock
) -> Iterator[tuple[int, float]]:
    """Yield number and time of each tick when it is due, until *stop* is set.

    Ticks lie on a grid that meets every whole second of *clock*, so they do not drift. Ticks
    missed in a stall are left out: no burst follows.
    """
    number = ceil(clock() * fps)
    while not stop.wait(max(0.0, number / fps - clock())):
        yield number, number / fps
        number = max(number + 1, ceil(clock() * fps))
