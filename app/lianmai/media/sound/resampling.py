"""Brings sound of any rate, format and number of channels to floats at 48 kHz."""

from __future__ import annotations

from typing import Literal

import av
import numpy as np
from numpy.typing import NDArray

from lianmai.core.encoding import SAMPLE_RATE_HZ


class Resampler:
    """Mixes to *layout*; a change of format mid-stream starts it anew. For one thread."""

    def __init__(self, layout: Literal["mono", "stereo"]) -> None:
        self._layout = layout
        self._channels = 1 if layout == "mono" else 2
        self._shape: tuple[str, str, int] | None = None
        self._resampler: av.AudioResampler | None = None

    def resample(self, frame: av.AudioFrame) -> NDArray[np.float32]:
        """Return samples of shape (count, channels); some of *frame* may come with the next one.

        Takes the timestamp off *frame*: the resampler counts samples, and times that jump would
        make it fill gaps.
        """
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or shape != self._shape:
            self._shape, self._resampler = shape, _open(self._layout)
        frame.pts = None
        blocks = [out.to_ndarray().reshape(-1) for out in self._resampler.resample(frame)]
        samples = np.concatenate(blocks) if blocks else np.zeros(0)
        return samples.astype(np.float32, copy=False).reshape(-1, self._channels)


def _open(layout: str) -> av.AudioResampler:
    try:
        return av.AudioResampler("flt", layout, SAMPLE_RATE_HZ, threads=1)
    except TypeError:  # PyAV 18 takes no threads: it starts two for every resampler
        return av.AudioResampler("flt", layout, SAMPLE_RATE_HZ)
