"""The send queue between two threads, with the numbers of what went through it."""

from __future__ import annotations

import threading
from dataclasses import replace

from lianmai.core.stats import Meter, PublishStats
from lianmai.media.encoder import Encoded
from lianmai.media.feed import capture_clock
from lianmai.media.send_queue import Parcel, SendQueue

_LATELY_S = 0.5
"""Short enough to show what a network carries that has just become slow."""


class Outbox:
    """The encoder's thread puts, the network's thread takes, anybody asks for the numbers."""

    def __init__(self) -> None:
        self._queue: SendQueue[Encoded] = SendQueue()
        self._changed = threading.Condition()
        self._video_bytes, self._audio_bytes, self._frames = Meter(), Meter(), Meter()
        self._lately = Meter(_LATELY_S)
        for meter in (self._video_bytes, self._audio_bytes, self._frames, self._lately):
            meter.add(0, capture_clock())  # rates count from the start, not from the first packet

    def put(self, packet: Encoded) -> None:
        """Add *packet*, unless the network is too slow for it."""
        with self._changed:
            parcel = Parcel(packet, packet.is_video, packet.is_key)
            self._queue.put(parcel, capture_clock())
            self._changed.notify()

    def take(self, timeout_s: float) -> Encoded | None:
        """Return the next packet to send; wait up to *timeout_s* for one."""
        with self._changed:
            if not self._queue:
                self._changed.wait(timeout_s)
            now_s = capture_clock()
            if (parcel := self._queue.take(now_s)) is None:
                return None
            self._count(parcel.payload, now_s)
            return parcel.payload

    def admits_picture(self) -> bool:
        """Return whether a picture is worth encoding; one that is not counts as dropped."""
        with self._changed:
            now_s = capture_clock()
            self._queue.enforce(now_s)
            if self._queue.takes_video(now_s):
                return True
            self._queue.refuse_video()
            return False

    def age_s(self, now_s: float) -> float:
        """Return how long the oldest packet has waited."""
        with self._changed:
            return self._queue.age_s(now_s)

    def taken_kbps(self, now_s: float) -> float:
        """Return what the network took lately, picture and sound, in kbit/s."""
        with self._changed:
            return self._lately.per_second(now_s) * 8 / 1000

    @property
    def needs_key(self) -> bool:
        """Whether the next picture must be a key frame."""
        return self._queue.needs_key

    @property
    def dropped(self) -> int:
        """Pictures given up so far."""
        return self._queue.dropped_video

    def stats(self, past: PublishStats) -> PublishStats:
        """Return *past* with what was taken in the last period and what waits now."""
        with self._changed:
            now_s = capture_clock()
            self._queue.enforce(now_s)
            return replace(
                past,
                video_kbps=self._video_bytes.per_second(now_s) * 8 / 1000,
                audio_kbps=self._audio_bytes.per_second(now_s) * 8 / 1000,
                fps=self._frames.per_second(now_s),
                queue_ms=self._queue.age_s(now_s) * 1000,
                queue_frames=self._queue.video_count,
                dropped=past.dropped + self._queue.dropped_video,
            )

    def _count(self, packet: Encoded, now_s: float) -> None:
        self._lately.add(len(packet.data), now_s)
        if packet.is_video:
            self._video_bytes.add(len(packet.data), now_s)
            self._frames.add(1, now_s)
        else:
            self._audio_bytes.add(len(packet.data), now_s)
