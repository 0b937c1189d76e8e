"""The encoder's thread: takes what is captured, encodes it, puts it into the outbox."""

from __future__ import annotations

from collections.abc import Iterator

from lianmai.media.capture import Capture
from lianmai.media.encoder import BLOCK, AudioEncoder, Encoded, VideoEncoder
from lianmai.media.feed import capture_clock
from lianmai.media.outbox import Outbox
from lianmai.media.worker import LONGEST_LOOK_S, Stop

_SOUND_MARGIN_S = 0.005
"""How long after its last sample a block of sound is asked for, and asked for again."""


class EncodingLoop:
    """Encodes one `Capture` for one connection, with the tracks it has at the start."""

    def __init__(
        self,
        capture: Capture,
        outbox: Outbox,
        video: VideoEncoder | None,
        audio: AudioEncoder | None,
    ) -> None:
        self.late = 0
        self._capture, self._outbox = capture, outbox
        self._video, self._audio = video, audio

    def run(self, stop: Stop) -> None:
        """Encode until *stop* is set."""
        shots = self._capture.shots
        shots.take()  # taken before the connection: old
        self._capture.refresh()
        missed_before = shots.dropped
        while not stop.is_set():
            shot = shots.take(self._patience_s())
            self.late = shots.dropped - missed_before
            if shot is not None and self._video is not None and self._outbox.admits_picture():
                for packet in self._video.encode(shot, key=self._outbox.needs_key):
                    self._outbox.put(packet)
            for block in self._sound_blocks():
                self._outbox.put(block)

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
            yield from audio.encode(samples)
