"""Encodes what a mixer gives: AAC at the rate and with the channels that a task asks for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import av
import numpy as np
from av.codec.context import Flags

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.mix.task import MixSettings
from lianmai.media.publishing.encoder import BLOCK, Encoded
from lianmai.media.sound.mixer import Mixer

_LARGEST_LAG_S = 0.5


class MixSound:
    """Takes a block from *mixer* whenever one is due; *header* configures the decoder.

    The stream begins at *epoch_s* of the capture clock, this track at *begin_s*; *position_s* is
    how far the mix has been taken.
    """

    def __init__(self, mixer: Mixer, settings: MixSettings, epoch_s: float, begin_s: float) -> None:
        self._mixer = mixer
        self._rate_hz = settings.sample_rate_hz
        self._context = _context(settings)
        self.header = self._context.extradata or b""
        self._resampler = _resampler(self._context.layout.name, self._rate_hz)
        self.position_s = begin_s
        # The first packet primes the decoder: it is one block early and must not be before 0.
        self._made = ceil((begin_s - epoch_s) * self._rate_hz) + BLOCK

    @property
    def due_s(self) -> float:
        """When the next block will have been heard, on the capture clock."""
        return self.position_s + BLOCK / SAMPLE_RATE_HZ

    def packets(self, now_s: float) -> Iterator[Encoded]:
        """Yield what can be sent by *now_s*."""
        if now_s - self.due_s > _LARGEST_LAG_S:  # the whole program stood still
            self._leave_out(now_s - self.due_s)
        while self.due_s <= now_s:
            self.position_s += BLOCK / SAMPLE_RATE_HZ
            yield from self._encode(self._mixer.pull(BLOCK))

    def _leave_out(self, seconds: float) -> None:
        self.position_s += seconds
        self._made += round(seconds * self._rate_hz)

    def _encode(self, sound: bytes) -> Iterator[Encoded]:
        block = np.frombuffer(sound, np.int16)[np.newaxis, :]
        frame = av.AudioFrame.from_ndarray(block, "s16", "stereo")
        frame.sample_rate = SAMPLE_RATE_HZ
        for resampled in self._resampler.resample(frame):
            resampled.pts, resampled.time_base = self._made, Fraction(1, self._rate_hz)
            self._made += resampled.samples
            for packet in self._context.encode(resampled):
                time_ms = round((packet.pts or 0) * 1000 / self._rate_hz)
                yield Encoded(bytes(packet), time_ms, is_video=False, header=self.header)


def _context(settings: MixSettings) -> av.AudioCodecContext:
    context = av.CodecContext.create("aac", "w")
    assert isinstance(context, av.AudioCodecContext)
    context.sample_rate, context.format = settings.sample_rate_hz, "fltp"
    context.layout = "mono" if settings.channels == 1 else "stereo"
    context.time_base = Fraction(1, settings.sample_rate_hz)
    context.bit_rate = settings.audio_kbps * 1000
    context.flags |= Flags.global_header
    context.open()
    return context


def _resampler(layout: str, rate_hz: int) -> av.AudioResampler:
    try:
        return av.AudioResampler("fltp", layout, rate_hz, BLOCK, threads=1)
    except TypeError:  # PyAV 18 takes no threads
        return av.AudioResampler("fltp", layout, rate_hz, BLOCK)
