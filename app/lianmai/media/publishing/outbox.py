"""The send queue between two threads, with the numbers of what went through it."""

from __future__ import annotations

import threading
from dataclasses import replace

from lianmai.core.stats import PublishStats
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.publishing.encoder import Encoded
from lianmai.media.publishing.push_meter import PushMeter
from lianmai.media.publishing.send_queue import Parcel, SendQueue


class Outbox:
    """The encoder's thread puts, the network's thread takes, anybody asks for the numbers."""

    def __init__(self) -> None:
        self._queue: SendQueue[Encoded] = SendQueue()
        self._changed = threading.Condition()
        self._meter = PushMeter(capture_clock())

    def put(self, packet: Encoded) -> None:
        """Add *packet*, unless the network is too slow for it."""
        with self._changed:
            now_s = capture_clock()
            self._meter.made(packet, now_s)
            self._queue.put(Parcel(packet, packet.is_video, packet.is_key), now_s)
            self._changed.notify()

    def take(self, timeout_s: float) -> Encoded | None:
        """Return the next packet to send; wait up to *timeout_s* for one."""
        with self._changed:
            if not self._queue:
                self._changed.wait(timeout_s)
            now_s = capture_clock()
            self._queue.enforce(now_s)
            waited_s = self._queue.age_s(now_s)
            if (parcel := self._queue.take(now_s)) is None:
                return None
            self._meter.sent(parcel.payload, waited_s, now_s)
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
            return self._meter.sent_kbps(now_s)

    @property
    def needs_key(self) -> bool:
        """Whether the next picture must be a key frame."""
        return self._queue.needs_key

    @property
    def dropped(self) -> int:
        """Pictures given up so far."""
        return self._queue.dropped_video

    def stats(self, past: PublishStats) -> PublishStats:
        """Return *past* with the numbers of the last period and what waits now."""
        with self._changed:
            now_s = capture_clock()
            self._queue.enforce(now_s)
            return replace(
                self._meter.stats(past, now_s),
                queue_ms=self._queue.age_s(now_s) * 1000,
                queue_frames=self._queue.video_count,
                queue_sounds=len(self._queue) - self._queue.video_count,
                dropped=past.dropped + self._queue.dropped_video,
            )
