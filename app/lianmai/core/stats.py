"""Numbers of a stream: what was measured in the last period, and a meter to measure it with."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass

from lianmai.core.journal import Value

PERIOD_S = 2.0
"""How often numbers are reported: the period of the phone components' netstatus."""


@dataclass(frozen=True)
class PlayStats:
    """One pulled stream.

    *net_kbps* is everything received with what wraps the media, *stream_fps* counts pictures that
    came, *fps* those that were decoded.
    *latency_ms* (median) and *latency_p95_ms* come from the stamp, as *sender* does, and are
    ``None`` without one; *av_offset_ms* is how far the picture is ahead of the sound as presented,
    ``None`` unless both play, *av_received_ms* the same of the newest received; *buffer_ms* is
    sound received but not yet played, *video_buffer_ms* and *video_frames* are pictures received
    but not yet shown, *decoder_frames* of them are inside the decoder; above *threshold_s* of sound
    the delay is worked off;
    *first_picture_ms* counts from the start of the pull to the first picture. *dropped* counts
    pictures never shown, *stalls* arrival gaps above 0.8 s, *corrupt* packets that could not
    be decoded. *volume* is the peak of the decoded sound, 0-100, and *mean_rgb* the mean colour
    ("#rrggbb") of the newest picture, empty without one.
    """

    video_kbps: float = 0.0
    audio_kbps: float = 0.0
    net_kbps: float = 0.0
    fps: float = 0.0
    stream_fps: float = 0.0
    width_px: int = 0
    height_px: int = 0
    latency_ms: float | None = None
    latency_p95_ms: float | None = None
    sender: int | None = None
    av_offset_ms: float | None = None
    av_received_ms: float | None = None
    buffer_ms: float = 0.0
    video_buffer_ms: float = 0.0
    video_frames: int = 0
    decoder_frames: int = 0
    threshold_s: float = 0.0
    jitter_ms: float = 0.0
    key_frame_interval_s: float = 0.0
    first_picture_ms: float | None = None
    dropped: int = 0
    stalls: int = 0
    corrupt: int = 0
    reconnects: int = 0
    volume: float = 0.0
    mean_rgb: str = ""

    @property
    def kbps(self) -> float:
        """Everything received, in kbit/s."""
        return self.video_kbps + self.audio_kbps

    def fields(self) -> dict[str, Value]:
        """Return the numbers for the journal."""
        return _rounded(self)

    def netstatus(self) -> dict[str, Value]:
        """Return the numbers under the phone component's names and in its units."""
        return {
            "videoBitrate": round(self.video_kbps),
            "audioBitrate": round(self.audio_kbps),
            "videoFPS": round(self.stream_fps),
            "videoGOP": round(self.key_frame_interval_s, 1),
            "netSpeed": round(self.net_kbps),
            "netJitter": round(self.jitter_ms),
            "videoWidth": self.width_px,
            "videoHeight": self.height_px,
            "videoCache": round(self.video_buffer_ms),
            "audioCache": round(self.buffer_ms),
            "vDecCacheSize": self.decoder_frames,
            "vSumCacheSize": self.video_frames,
            "avPlayInterval": round(self.av_offset_ms or 0.0),
            "avRecvInterval": round(self.av_received_ms or 0.0),
            "audioCacheThreshold": round(self.threshold_s, 2),
        }


@dataclass(frozen=True)
class PublishStats:
    """One pushed stream.

    Bitrates and *fps* are what the encoders make, *net_kbps* is everything handed to the network
    with what wraps the media, *key_frame_interval_s* lies between the last two key frames.
    *queue_ms* is the age of the oldest packet not yet handed to the network, *queue_frames* and
    *queue_sounds* how many packets wait; *jitter_ms* is the smoothed change of their waiting time.
    *dropped* counts frames given up because the network was too slow.
    """

    video_kbps: float = 0.0
    audio_kbps: float = 0.0
    fps: float = 0.0
    width_px: int = 0
    height_px: int = 0
    queue_ms: float = 0.0
    queue_frames: int = 0
    dropped: int = 0
    reconnects: int = 0
    net_kbps: float = 0.0
    queue_sounds: int = 0
    jitter_ms: float = 0.0
    key_frame_interval_s: float = 0.0

    @property
    def kbps(self) -> float:
        """Picture and sound, in kbit/s."""
        return self.video_kbps + self.audio_kbps

    def fields(self) -> dict[str, Value]:
        """Return the numbers for the journal."""
        return _rounded(self)

    def netstatus(self) -> dict[str, Value]:
        """Return the numbers under the phone component's names and in its units."""
        return {
            "videoBitrate": round(self.video_kbps),
            "audioBitrate": round(self.audio_kbps),
            "videoFPS": round(self.fps),
            "videoGOP": round(self.key_frame_interval_s, 1),
            "netSpeed": round(self.net_kbps),
            "netJitter": round(self.jitter_ms),
            "videoWidth": self.width_px,
            "videoHeight": self.height_px,
            "videoCache": self.queue_frames,
            "audioCache": self.queue_sounds,
        }


def _rounded(stats: PlayStats | PublishStats) -> dict[str, Value]:
    """Return *stats* as a dictionary with one decimal, and with the sum of its bitrates."""
    rows = {"kbps": stats.kbps, **asdict(stats)}
    return {name: round(v, 1) if isinstance(v, float) else v for name, v in rows.items()}


class Meter:
    """Counts amounts over a sliding window and gives their rate per second."""

    def __init__(self, window_s: float = PERIOD_S) -> None:
        self._window_s = window_s
        self._items: deque[tuple[float, float]] = deque()
        self._sum = 0.0
        self._start_s: float | None = None

    def add(self, amount: float, now_s: float) -> None:
        """Count *amount* at *now_s*, a monotonic time."""
        if self._start_s is None:
            self._start_s = now_s
        self._items.append((now_s, amount))
        self._sum += amount
        self._forget(now_s)

    def per_second(self, now_s: float) -> float:
        """Return the rate over the window, or over the time since the first amount if shorter."""
        self._forget(now_s)
        if self._start_s is None or now_s <= self._start_s:
            return 0.0
        return self._sum / min(self._window_s, now_s - self._start_s)

    def _forget(self, now_s: float) -> None:
        while self._items and self._items[0][0] <= now_s - self._window_s:
            self._sum -= self._items.popleft()[1]
        if not self._items:
            self._sum = 0.0  # what rounding left over would be shown as "-0"
