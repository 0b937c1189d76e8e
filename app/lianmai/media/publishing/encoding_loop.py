"""The encoder's thread: takes what is captured, encodes it, puts it into the outbox."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

import av
import numpy as np

from lianmai.core.components.facts import PART_NAMES, Part
from lianmai.core.components.rate_control import BusyWatch
from lianmai.core.components.sei import message_unit
from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceError, StreamError
from lianmai.core.sentences import sentence
from lianmai.media.capturing.feed import Samples, capture_clock
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.mailbox import Mailbox
from lianmai.media.publishing.encoder import BLOCK, AudioEncoder, Encoded, VideoEncoder
from lianmai.media.publishing.outbox import Outbox
from lianmai.media.report import Report
from lianmai.media.sound.ring import CHANNELS
from lianmai.media.tap import Taps
from lianmai.media.worker import LONGEST_LOOK_S, Stop

MESSAGES_LIMIT = 16
"""How many messages may wait for a picture, which carries one."""
_SOUND_MARGIN_S = 0.005
"""How long after its last sample a block of sound is asked for, and asked for again."""
_FAILURES_LIMIT = 3
"""So many in a row mean that an encoder will not do."""


class Captured(Protocol):
    """What is to be encoded; a `Capture` as a rule. *taps* get what is given to the encoders."""

    taps: Taps

    @property
    def shots(self) -> Mailbox[Shot]:
        """Pictures."""

    def read_sound(self, start: int, count: int, now_s: float) -> Samples | None:
        """Return samples of sound, ``None`` if too early."""

    def refresh(self) -> None:
        """Give a picture now if none is coming soon."""


class EncodingLoop:
    """Encodes what is captured for one connection, with the tracks it has at the start.

    *step* is called again and again meanwhile. Reports ``encoder_started``,
    ``push_size_changed``, ``network_busy``, ``message_sent`` and ``encoder_failed``.
    """

    def __init__(
        self,
        capture: Captured,
        outbox: Outbox,
        video: VideoEncoder | None,
        audio: AudioEncoder | None,
        *,
        report: Report,
        step: Callable[[float], None] = lambda now_s: None,
    ) -> None:
        self.late = 0
        self.messages: deque[str] = deque()
        self._capture, self._outbox = capture, outbox
        self._video, self._audio = video, audio
        self._report, self._step = report, step
        self._busy = BusyWatch()
        self._failures: dict[Part, int] = {"picture": 0, "sound": 0}

    def run(self, stop: Stop) -> None:
        """Encode until *stop* is set.

        Raises:
            StreamError: When an encoder fails again and again.
        """
        shots = self._capture.shots
        shots.take()  # taken before the connection: old
        self._capture.refresh()
        missed_before = shots.dropped
        self._tell_size("encoder_started")
        while not stop.is_set():
            shot = shots.take(self._patience_s())
            self.late = shots.dropped - missed_before
            if shot is not None:
                self._capture.taps.see(shot.frame, shot.at_s)
            if shot is not None and self._video is not None and self._outbox.admits_picture():
                self._encode_picture(self._video, shot)
            for block in self._sound_blocks():
                self._outbox.put(block)
            self._look_at_network(capture_clock())

    def _encode_picture(self, video: VideoEncoder, shot: Shot) -> None:
        size = video.size
        packets = self._tried("picture", lambda: video.encode(shot, key=self._outbox.needs_key))
        for packet in packets:
            self._outbox.put(self._with_message(packet))
        if video.size != size:
            self._tell_size("push_size_changed")

    def _with_message(self, packet: Encoded) -> Encoded:
        if not self.messages:
            return packet
        text = self.messages.popleft()
        self._report("message_sent", {"bytes": len(text.encode())})
        return replace(packet, data=message_unit(text) + packet.data)

    def _tried(self, part: Part, encode: Callable[[], list[Encoded]]) -> list[Encoded]:
        """Return what *encode* gives; one picture or block that fails is left out."""
        try:
            packets = encode()
        except (av.FFmpegError, SourceError) as error:
            self._failures[part] += 1
            is_fatal = self._failures[part] == _FAILURES_LIMIT
            self._report("encoder_failed", {"part": part, "fatal": is_fatal})
            if is_fatal:
                reason = sentence(
                    "The {part} cannot be encoded: choose another size or source.",
                    part=PART_NAMES[part],
                )
                raise StreamError(reason, "format") from error
            return []
        self._failures[part] = 0
        return packets

    def _tell_size(self, name: str) -> None:
        if (video := self._video) is not None:
            fields = {"width_px": video.size.width_px, "height_px": video.size.height_px}
            if name == "encoder_started":
                fields["kbps"] = video.kbps
            self._report(name, fields)

    def _look_at_network(self, now_s: float) -> None:
        age_s = self._outbox.age_s(now_s)
        if self._busy.begins(age_s, now_s):
            self._report("network_busy", {"queue_ms": round(age_s * 1000)})
        self._step(now_s)

    def _patience_s(self) -> float:
        """Return how long to wait for a picture before sound is due."""
        if self._audio is None:
            return LONGEST_LOOK_S
        due_s = self._audio.due_s - capture_clock()
        return min(max(due_s, 0.0) + _SOUND_MARGIN_S, LONGEST_LOOK_S)

    def _sound_blocks(self) -> Iterator[Encoded]:
        """Yield the packets of all sound that has been heard by now."""
        if (audio := self._audio) is None:
            return
        now_s = capture_clock()
        audio.catch_up(now_s)
        while (samples := self._capture.read_sound(audio.position, BLOCK, now_s)) is not None:
            if self._capture.taps:
                both_sides = np.repeat(samples[:, np.newaxis], CHANNELS, axis=1)
                self._capture.taps.hear(both_sides, audio.position / SAMPLE_RATE_HZ)
            yield from self._tried("sound", partial(audio.encode, samples))
