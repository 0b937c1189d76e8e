"""One chain of FFmpeg's filters for sound in blocks of any length. For one thread."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import av
import av.filter
import numpy as np
from av.filter.context import FilterContext

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.sound_effects.recipe import Recipe

_SAMPLE = Fraction(1, SAMPLE_RATE_HZ)
_FORMAT = f"sample_fmts=flt:sample_rates={SAMPLE_RATE_HZ}:channel_layouts=mono"
_CONVOLUTION = "dry=1:wet=1:gtype=none:irnorm=-1:minp=256"
"""The response as it is, in parts so small that they add hardly any delay."""


class Chain:
    """Sound goes in, and after the filters' own delay as much comes out."""

    def __init__(self, recipe: Recipe) -> None:
        self._graph = av.filter.Graph()
        self._graph.threads = 1
        self._pushed = 0
        self._source = last = self._buffer("voice")
        for name, options in recipe.filters:
            last = self._after(last, name, options)
        response: FilterContext | None = None
        if recipe.room is not None:
            response = self._buffer("room")
            last = self._after(last, "afir", _CONVOLUTION)
            response.link_to(last, 0, 1)
        self._sink = self._after(self._after(last, "aformat", _FORMAT), "abuffersink", None)
        self._graph.configure()
        if response is not None and recipe.room is not None:
            response.push(_frame(recipe.room.response(), 0))
            response.push(None)

    def process(self, samples: Samples) -> Samples:
        """Put *samples* in and return what comes out; may be more or less."""
        self._source.push(_frame(samples, self._pushed))
        self._pushed += len(samples)
        return np.concatenate([np.zeros(0, np.float32), *self._ready()])

    def _ready(self) -> Iterator[Samples]:
        while True:
            try:
                frame = self._sink.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            if isinstance(frame, av.AudioFrame):
                yield frame.to_ndarray().reshape(-1).astype(np.float32, copy=False)

    def _buffer(self, name: str) -> FilterContext:
        return self._graph.add_abuffer(
            sample_rate=SAMPLE_RATE_HZ, format="flt", layout="mono", name=name, time_base=_SAMPLE
        )

    def _after(self, last: FilterContext, name: str, options: str | None) -> FilterContext:
        added = self._graph.add(name, options)
        last.link_to(added)
        return added


def _frame(samples: Samples, pts: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[np.newaxis, :]), "flt", "mono")
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, pts, _SAMPLE
    return frame
