"""The sound's way through one connection: decode, bring to 48 kHz stereo, hand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import av
import numpy as np
from av.audio.resampler import AudioResampler

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.coded import Coded
from lianmai.media.damage import Damage
from lianmai.media.decoder import Decoder, open_audio
from lianmai.media.sound import CHANNELS, Sound


@dataclass(frozen=True)
class Heard:
    """Decoded *sound*, the timestamp of its first sample, and its loudest sample, 0 to 1."""

    sound: Sound
    pts_s: float
    peak: float


class SoundTrack:
    """Decodes the sound of one connection; belongs to its thread."""

    def __init__(self, damage: Damage) -> None:
        self._damage = damage
        self._decoder = Decoder(open_audio)
        self._shape: tuple[str, str, int] | None = None
        self._resampler = AudioResampler()

    def feed(self, coded: Coded, now_s: float) -> list[Heard]:
        """Return the sound that *coded* completes; it came at *now_s* (monotonic)."""
        if coded.kind == "config":
            self._decoder.configure(coded)
            return []
        try:
            frames = self._decoder.decode(coded)
        except av.FFmpegError as error:
            self._damage.hit(error.strerror or "not decodable", now_s)
            return []
        return [heard for frame in frames for heard in self._even(frame)]

    def _even(self, frame: av.AudioFrame) -> Iterator[Heard]:
        """Yield *frame* at 48 kHz in stereo, whatever its rate and layout."""
        shape = frame.format.name, frame.layout.name, frame.sample_rate
        if shape != self._shape:  # the first, or the peer changed its microphone
            self._shape = shape
            self._resampler = AudioResampler("flt", "stereo", SAMPLE_RATE_HZ)
        pts_s = frame.time or 0.0
        for even in self._resampler.resample(frame):
            sound = np.asarray(even.to_ndarray(), np.float32).reshape(-1, CHANNELS)
            yield Heard(sound, pts_s, float(np.abs(sound).max(initial=0.0)))
            pts_s += len(sound) / SAMPLE_RATE_HZ
