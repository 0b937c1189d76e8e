"""The sound's way through one connection: decode, bring to 48 kHz stereo, hand over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import av
import numpy as np
from av.audio.resampler import AudioResampler

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.coded import Coded
from lianmai.media.damage import Damage
from lianmai.media.decoder import Decoder, open_audio
from lianmai.media.sound import CHANNELS, Sound

Hear: TypeAlias = Callable[[Sound, float], None]
"""Takes samples and the timestamp of the first, in seconds."""


class SoundTrack:
    """Decodes the sound of one connection; belongs to its thread."""

    def __init__(self, damage: Damage, hear: Hear) -> None:
        self._damage = damage
        self._hear = hear
        self._decoder = Decoder(open_audio)
        self._shape: tuple[str, str, int] | None = None
        self._resampler = AudioResampler()

    def feed(self, coded: Coded, now_s: float) -> None:
        """Decode *coded*, which came at *now_s* (monotonic)."""
        if coded.kind == "config":
            self._decoder.configure(coded)
            return
        try:
            frames = self._decoder.decode(coded)
        except av.FFmpegError as error:
            self._damage.hit(error.strerror or "not decodable", now_s)
            return
        for frame in frames:
            self._hand_over(frame)

    def _hand_over(self, frame: av.AudioFrame) -> None:
        shape = frame.format.name, frame.layout.name, frame.sample_rate
        if shape != self._shape:  # the first, or the peer changed its microphone
            self._shape = shape
            self._resampler = AudioResampler("flt", "stereo", SAMPLE_RATE_HZ)
        pts_s = frame.time or 0.0
        for even in self._resampler.resample(frame):
            sound = np.asarray(even.to_ndarray(), np.float32).reshape(-1, CHANNELS)
            self._hear(sound, pts_s)
            pts_s += len(sound) / SAMPLE_RATE_HZ
