"""One connection's worth of publishing: encoders, a queue, and the thread that encodes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

import av

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.facts import PART_NAMES, Part
from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.core.stats import PublishStats
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.network.rtmp_output import RtmpOutput
from lianmai.media.publishing import flv_writer
from lianmai.media.publishing.adaptation import Adaptation
from lianmai.media.publishing.encoder import AudioEncoder, Encoded, VideoEncoder
from lianmai.media.publishing.encoding_loop import MESSAGES_LIMIT, EncodingLoop
from lianmai.media.publishing.outbox import Outbox
from lianmai.media.report import Report
from lianmai.media.worker import LONGEST_LOOK_S, Stop

Encoder = TypeVar("Encoder", VideoEncoder, AudioEncoder)


class Push:
    """What one connection needs: fresh encoders, a fresh queue, the encoder's thread."""

    def __init__(
        self,
        capture: Capture,
        encoding: Encoding,
        attributes: PusherAttributes | None,
        report: Report,
    ) -> None:
        self._capture, self._encoding, self._report = capture, encoding, report
        epoch_s = capture_clock()
        self._audio = video = None
        if capture.has_picture:
            video = self._opened("picture", partial(VideoEncoder, encoding, epoch_s))
        if capture.source.has_audio:
            self._audio = self._opened("sound", partial(AudioEncoder, encoding, epoch_s))
        self._outbox = Outbox()
        self._video, self._adaptation = video, None
        if video is not None:
            self._adaptation = Adaptation(capture, self._outbox, video, attributes, report)
        step = self._adaptation.step if self._adaptation is not None else _no_step
        self._loop = EncodingLoop(
            capture, self._outbox, video, self._audio, report=report, step=step
        )
        self._header = b""
        self._failure: Exception | None = None

    def _opened(self, part: Part, open_encoder: Callable[[], Encoder]) -> Encoder:
        """Return the encoder of *part*.

        Raises:
            StreamError: If it refuses its settings.
        """
        try:
            return open_encoder()
        except av.FFmpegError as error:
            self._report("encoder_failed", {"part": part, "fatal": True})
            raise StreamError(
                sentence(
                    "The {part} cannot be encoded: choose another size or bitrate.",
                    part=PART_NAMES[part],
                ),
                "format",
            ) from error

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Keep to the bitrates of *attributes* from now on."""
        if self._adaptation is not None:
            self._adaptation.attributes = attributes

    def send_message(self, text: str) -> None:
        """Let one of the next pictures carry *text*.

        Raises:
            StreamError: If there are no pictures, or none for the messages before.
        """
        if self._video is None:
            raise StreamError(
                sentence("Only a picture can carry a message: publish one."), "rejected"
            )
        if len(self._loop.messages) >= MESSAGES_LIMIT:
            reason = sentence("Messages come faster than pictures: wait before you send another.")
            raise StreamError(reason, "rejected")
        self._loop.messages.append(text)

    @property
    def dropped(self) -> int:
        """Pictures given up: the network was too slow for them, or the encoder."""
        return self._outbox.dropped + self._loop.late

    def stats(self, idle: PublishStats) -> PublishStats:
        """Return *idle* with this connection's numbers added."""
        return self._outbox.stats(replace(idle, dropped=idle.dropped + self._loop.late))

    def run(self, output: RtmpOutput, stop: Stop) -> None:
        """Encode and send until *stop* is set."""
        output.send(self._beginning())
        ending = threading.Event()
        encoder = threading.Thread(target=self._encode, args=(ending,), name="encode", daemon=True)
        encoder.start()
        has_begun = False
        try:
            while not stop.is_set() and self._failure is None:
                self._check_tracks()
                if (packet := self._outbox.take(LONGEST_LOOK_S)) is not None:
                    output.send(self._tags(packet))
                    if not has_begun:
                        has_begun = True
                        self._report("push_begun", {})
        finally:
            ending.set()
            encoder.join()
        if self._failure is not None:
            raise self._failure

    def _encode(self, ending: Stop) -> None:
        try:
            self._loop.run(ending)
        except Exception as error:  # raised again by the thread that is waited for
            self._failure = error

    def _beginning(self) -> bytes:
        tracks = {"has_audio": self._audio is not None, "has_video": self._video is not None}
        parts = [flv_writer.file_header(**tracks)]
        parts.append(flv_writer.metadata_tag(self._encoding, **tracks))
        if self._video is not None:
            self._header = self._video.header
            parts.append(flv_writer.video_header_tag(self._header))
        if self._audio is not None:
            parts.append(flv_writer.audio_header_tag(self._audio.header))
        return b"".join(parts)

    def _tags(self, packet: Encoded) -> bytes:
        """Return *packet* as FLV, with its header only where that is a new one."""
        if packet.header == self._header:
            packet = replace(packet, header=b"")
        self._header = packet.header or self._header
        return flv_writer.packet_tag(packet)

    def _check_tracks(self) -> None:
        if self._capture.has_picture and self._video is None:
            raise StreamError(
                sentence("The stream has to start again to carry a picture."), "replaced"
            )
        if self._capture.source.has_audio and self._audio is None:
            raise StreamError(sentence("The stream has to start again to carry sound."), "replaced")


def _no_step(now_s: float) -> None:
    """Adapt nothing: there is no picture."""
