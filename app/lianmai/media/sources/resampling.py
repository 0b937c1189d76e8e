"""Brings sound of any rate, format and number of channels to what the encoder takes."""

from __future__ import annotations

import av
import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.feed import Samples


class Resampler:
    """Mixes to mono at the encoder's rate; a change of format mid-stream starts it anew."""

    def __init__(self) -> None:
        self._key: tuple[str, str, int] | None = None
        self._resampler: av.AudioResampler | None = None

    def resample(self, frame: av.AudioFrame) -> Samples:
        """Return the samples of *frame*; some may come with the next one."""
        key = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or key != self._key:
            self._key = key
            self._resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE_HZ)
        frame.pts = None  # the resampler counts samples; a device's own times would confuse it
        blocks = [out.to_ndarray().reshape(-1) for out in self._resampler.resample(frame)]
        return np.concatenate(blocks).astype(np.float32) if blocks else np.zeros(0, np.float32)
