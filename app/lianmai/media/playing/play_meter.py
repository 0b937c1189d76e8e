"""Measures one pulled stream from its packets, pictures and stamps."""

from __future__ import annotations

import statistics
import threading
from collections import deque
from collections.abc import Sequence

from lianmai.core.stats import PERIOD_S, Meter, PlayStats
from lianmai.media.flv.coded import Coded

STALL_S = 0.8
"""The phone player's limit for a gap between pictures (its state code 2105)."""
_JITTER_GAIN = 1 / 16
_TIMELINE_BROKEN_S = 2.0


class Recent:
    """The numbers of the last period, 256 at most."""

    def __init__(self, window_s: float = PERIOD_S) -> None:
        self._window_s = window_s
        self._items: deque[tuple[float, float]] = deque(maxlen=256)

    def add(self, number: float, now_s: float) -> None:
        """Note *number* at *now_s*, a monotonic time."""
        self._items.append((now_s, number))

    def numbers(self, now_s: float) -> list[float]:
        """Return what was noted in the period before *now_s*, smallest first."""
        return sorted(number for time_s, number in self._items if time_s > now_s - self._window_s)


class PlayMeter:
    """Counts for one pull; its thread notes, any thread may read."""

    def __init__(self, start_s: float) -> None:
        self.first_picture_ms: float | None = None
        self.size_px = 0, 0
        self.sender: int | None = None
        self._start_s = start_s
        self._net, self._video, self._audio = Meter(), Meter(), Meter()
        self._coded_pictures, self._pictures = Meter(), Meter()
        self._newest_video_ms: int | None = None
        self._newest_audio_ms: int | None = None
        self._latencies, self._offsets, self._peaks = Recent(), Recent(), Recent()
        self._key_dts_s: float | None = None
        self._key_frame_interval_s = 0.0
        self._transit_s: float | None = None
        self._jitter_s = 0.0
        self._lock = threading.Lock()

    def received(self, byte_count: int, now_s: float) -> None:
        """Note bytes that came, of whatever."""
        with self._lock:
            self._net.add(byte_count * 8 / 1000, now_s)

    def packet(self, coded: Coded, byte_count: int, now_s: float) -> None:
        """Note a packet that came at *now_s* (monotonic)."""
        with self._lock:
            meter = self._video if coded.is_video else self._audio
            meter.add(byte_count * 8 / 1000, now_s)
            if coded.kind != "frame":
                return
            if not coded.is_video:
                self._newest_audio_ms = coded.pts_ms
                return
            self._newest_video_ms = coded.pts_ms
            self._coded_pictures.add(1, now_s)
            self._note_jitter(now_s - coded.dts_ms / 1000)
            if coded.is_key:
                self._note_key_frame(coded.dts_ms / 1000)

    def picture(self, width_px: int, height_px: int, now_s: float) -> None:
        """Note a decoded picture."""
        with self._lock:
            self._pictures.add(1, now_s)
            self.size_px = width_px, height_px
            if self.first_picture_ms is None:
                self.first_picture_ms = (now_s - self._start_s) * 1000

    def shown(self, latency_ms: float | None, av_offset_ms: float | None, now_s: float) -> None:
        """Note a picture handed over: its stamp's age, and how far it is ahead of the sound."""
        with self._lock:
            if latency_ms is not None:
                self._latencies.add(latency_ms, now_s)
            if av_offset_ms is not None:
                self._offsets.add(av_offset_ms, now_s)

    def peak(self, peak: float, now_s: float) -> None:
        """Note the peak, 0 to 1, of a piece of decoded sound."""
        with self._lock:
            self._peaks.add(peak, now_s)

    def read(self, now_s: float) -> PlayStats:
        """Return the numbers of the last period."""
        with self._lock:
            latencies = self._latencies.numbers(now_s)
            peaks = self._peaks.numbers(now_s)
            return PlayStats(
                video_kbps=self._video.per_second(now_s),
                audio_kbps=self._audio.per_second(now_s),
                net_kbps=self._net.per_second(now_s),
                fps=self._pictures.per_second(now_s),
                stream_fps=self._coded_pictures.per_second(now_s),
                width_px=self.size_px[0],
                height_px=self.size_px[1],
                latency_ms=_median(latencies),
                latency_p95_ms=latencies[len(latencies) * 95 // 100] if latencies else None,
                sender=self.sender,
                av_offset_ms=_median(self._offsets.numbers(now_s)),
                av_received_ms=self._apart_ms(),
                jitter_ms=self._jitter_s * 1000,
                key_frame_interval_s=self._key_frame_interval_s,
                first_picture_ms=self.first_picture_ms,
                volume=min(100.0, 100 * peaks[-1]) if peaks else 0.0,
            )

    def _apart_ms(self) -> float | None:
        if self._newest_video_ms is None or self._newest_audio_ms is None:
            return None
        return float(self._newest_video_ms - self._newest_audio_ms)

    def _note_jitter(self, transit_s: float) -> None:
        """Follow RFC 3550, 6.4.1: the mean change of the way's time from packet to packet."""
        if self._transit_s is not None:
            change_s = abs(transit_s - self._transit_s)
            if change_s < _TIMELINE_BROKEN_S:
                self._jitter_s += (change_s - self._jitter_s) * _JITTER_GAIN
        self._transit_s = transit_s

    def _note_key_frame(self, dts_s: float) -> None:
        if self._key_dts_s is not None and dts_s > self._key_dts_s:
            self._key_frame_interval_s = dts_s - self._key_dts_s
        self._key_dts_s = dts_s


def _median(numbers: Sequence[float]) -> float | None:
    return statistics.median(numbers) if numbers else None
