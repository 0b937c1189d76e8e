"""The sound's way through one connection: decode, bring to 48 kHz stereo, hand over."""

from __future__ import annotations

import time
from dataclasses import dataclass

import av
import numpy as np

from lianmai.media.flv.coded import Coded
from lianmai.media.playing.damage import Damage
from lianmai.media.playing.decoder import Decoder, open_audio
from lianmai.media.playing.wish import Wish
from lianmai.media.sound.resampling import Resampler
from lianmai.media.sound.ring import Sound


@dataclass(frozen=True)
class Heard:
    """Decoded *sound*, the timestamp of its first sample, and its loudest sample, 0 to 1."""

    sound: Sound
    pts_s: float
    peak: float


class SoundTrack:
    """Decodes the sound of one connection; belongs to one thread."""

    def __init__(self, damage: Damage) -> None:
        self._damage = damage
        self._decoder = Decoder(open_audio)
        self._resampler = Resampler("stereo")

    def feed(self, coded: Coded, wish: Wish) -> list[Heard]:
        """Return the sound that *coded* completes."""
        if coded.kind == "config":
            self._decoder.configure(coded)
            return []
        if not wish.hears:
            return []
        try:
            frames = self._decoder.decode(coded)
        except av.FFmpegError as error:
            self._damage.hit(error.strerror or "not decodable", time.monotonic(), "sound")
            return []
        return [heard for frame in frames if (heard := self._even(frame)) is not None]

    def _even(self, frame: av.AudioFrame) -> Heard | None:
        """Return *frame* at 48 kHz in stereo, whatever its rate and layout."""
        pts_s = frame.time or 0.0
        sound = self._resampler.resample(frame)
        return Heard(sound, pts_s, float(np.abs(sound).max())) if len(sound) else None
