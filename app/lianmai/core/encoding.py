"""How a stream is encoded: defaults like a call, anything up to 1080p30."""

from __future__ import annotations

from dataclasses import dataclass, field

from lianmai.core.source import Size

SAMPLE_RATE_HZ = 48_000
_LADDER = ((640 * 360, 800), (960 * 540, 1200), (1280 * 720, 1800), (1920 * 1080, 3000))
"""Pixels of a picture and the kbit/s that suit it: the upper half of the ranges that the
vendors' quality tables give for calls."""


@dataclass(frozen=True)
class Encoding:
    """Settings of the H.264 and AAC encoders.

    *video_kbps* of 0 stands for what suits the size: see `usual_kbps`. Sound is captured at
    `SAMPLE_RATE_HZ` and brought to *sound_rate_hz* for the encoder.
    """

    size: Size = field(default_factory=Size)
    video_kbps: int = 0
    audio_kbps: int = 64
    sound_rate_hz: int = SAMPLE_RATE_HZ
    key_frame_interval_s: float = 2.0

    @property
    def target_kbps(self) -> int:
        """The video bitrate asked for, in kbit/s."""
        return self.video_kbps or usual_kbps(self.size)


def usual_kbps(size: Size) -> int:
    """Return a bitrate in kbit/s that suits *size*: 800 for 640x360, 1800 for 1280x720."""
    pixels = size.width_px * size.height_px
    return next((kbps for limit, kbps in _LADDER if pixels <= limit), _LADDER[-1][1])
