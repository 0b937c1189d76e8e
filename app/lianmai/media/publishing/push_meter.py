"""The numbers of one push: what the encoders made of late, and what the network took."""

from __future__ import annotations

from dataclasses import replace

from lianmai.core.stats import Meter, PublishStats
from lianmai.media.publishing import flv_writer
from lianmai.media.publishing.encoder import Encoded

_LATELY_S = 0.5
"""Short enough to show what a network carries that has just become slow."""
_SMOOTHING = 1 / 16
"""How much one packet counts in the jitter: that of RFC 3550, 6.4.1."""


class PushMeter:
    """Counts packets as they are made and as they are sent. For one thread, or under a lock."""

    def __init__(self, now_s: float) -> None:
        self._video_bytes, self._audio_bytes, self._frames = Meter(), Meter(), Meter()
        self._net_bytes, self._lately = Meter(), Meter(_LATELY_S)
        meters = (self._video_bytes, self._audio_bytes, self._frames, self._net_bytes)
        for meter in (*meters, self._lately):
            meter.add(0, now_s)  # rates count from the start, not from the first packet
        self._key_ms: int | None = None
        self._interval_ms = 0
        self._waited_s: float | None = None
        self._jitter_s = 0.0

    def made(self, packet: Encoded, now_s: float) -> None:
        """Count *packet*, whether or not there will be time to send it."""
        if not packet.is_video:
            self._audio_bytes.add(len(packet.data), now_s)
            return
        self._video_bytes.add(len(packet.data), now_s)
        self._frames.add(1, now_s)
        if packet.is_key:
            if self._key_ms is not None:
                self._interval_ms = packet.time_ms - self._key_ms
            self._key_ms = packet.time_ms

    def sent(self, packet: Encoded, waited_s: float, now_s: float) -> None:
        """Count *packet*, which goes to the network after it *waited_s* for it."""
        self._net_bytes.add(len(packet.data) + flv_writer.wrapping_bytes(packet), now_s)
        self._lately.add(len(packet.data), now_s)
        if self._waited_s is not None:
            change_s = abs(waited_s - self._waited_s)
            self._jitter_s += (change_s - self._jitter_s) * _SMOOTHING
        self._waited_s = waited_s

    def sent_kbps(self, now_s: float) -> float:
        """Return what the network took in the last moments, picture and sound, in kbit/s."""
        return _kbps(self._lately, now_s)

    def stats(self, past: PublishStats, now_s: float) -> PublishStats:
        """Return *past* with the numbers of the last period."""
        return replace(
            past,
            video_kbps=_kbps(self._video_bytes, now_s),
            audio_kbps=_kbps(self._audio_bytes, now_s),
            net_kbps=_kbps(self._net_bytes, now_s),
            fps=self._frames.per_second(now_s),
            key_frame_interval_s=self._interval_ms / 1000,
            jitter_ms=self._jitter_s * 1000,
        )


def _kbps(meter: Meter, now_s: float) -> float:
    return meter.per_second(now_s) * 8 / 1000
