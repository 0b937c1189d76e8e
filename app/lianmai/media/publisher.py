"""Pushes what is captured to a server: an encoder thread, a bounded queue, a network thread."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from functools import partial

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.stats import PublishStats
from lianmai.media import flv_writer
from lianmai.media.capture import Capture
from lianmai.media.encoder import AudioEncoder, VideoEncoder
from lianmai.media.encoding_loop import EncodingLoop
from lianmai.media.feed import capture_clock
from lianmai.media.outbox import Outbox
from lianmai.media.report import Report, unheard
from lianmai.media.rtmp_output import RtmpOutput
from lianmai.media.worker import LONGEST_LOOK_S, Stop, run_in_thread


class Publisher:
    """Sends one `Capture` to one server at a time."""

    def __init__(
        self,
        capture: Capture,
        encoding: Encoding,
        *,
        report: Report = unheard,
        attributes: PusherAttributes | None = None,
    ) -> None:
        """Prepare; without *attributes* the bitrate stays that of *encoding*."""
        self._attributes = attributes
        self._capture, self._encoding, self._report = capture, encoding, report
        self._push: _Push | None = None
        self._dropped_before = 0
        self._connections = 0

    async def push(self, url: str) -> None:
        """Push to *url* over ONE connection until cancelled.

        The tracks are those of the source at the start; a source without picture or sound sends
        cards or silence where a track is open.

        Raises:
            StreamError: When it cannot be pushed, the connection is lost, or a new source needs
                a track that is not there. The sentence never holds the key of *url*.
        """
        if not (self._capture.source.has_video or self._capture.source.has_audio):
            reason = "There is nothing to send: choose a source with picture or sound."
            raise StreamError(reason, "no_data")
        try:
            await run_in_thread("push", partial(self._run, url))
        except StreamError as error:
            self._report("push_ended", {"reason": str(error), "cause": error.cause})
            raise
        except asyncio.CancelledError:
            self._report("push_ended", {"reason": "cancelled", "cause": "cancelled"})
            raise

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Keep to the bitrates of *attributes* from now on."""
        self._attributes = attributes

    def stats(self) -> PublishStats:
        """Return what was sent in the last period, measured from the packets."""
        size = self._encoding.size
        idle = PublishStats(
            width_px=size.width_px,
            height_px=size.height_px,
            dropped=self._dropped_before,
            reconnects=max(0, self._connections - 1),
        )
        push = self._push
        return push.stats(idle) if push is not None else idle

    def _sounding(self) -> Encoding:
        """Return the encoding with the quality of sound that the attributes ask for now."""
        if (wanted := self._attributes) is None:
            return self._encoding
        return replace(
            self._encoding, audio_kbps=wanted.audio_kbps, sound_rate_hz=wanted.sample_rate_hz
        )

    def _run(self, url: str, stop: Stop) -> None:
        encoding = self._sounding()
        with RtmpOutput(url, encoding) as output:
            if stop.is_set():
                return
            self._connections += 1
            self._report("push_connected", {})
            self._push = push = _Push(self._capture, encoding)
            try:
                push.run(output, stop)
            finally:
                self._push = None
                self._dropped_before += push.dropped


class _Push:
    """What one connection needs: fresh encoders, a fresh queue, the encoder's thread."""

    def __init__(self, capture: Capture, encoding: Encoding) -> None:
        self._capture, self._encoding = capture, encoding
        epoch_s = capture_clock()
        self._video = VideoEncoder(encoding, epoch_s) if capture.source.has_video else None
        self._audio = AudioEncoder(encoding, epoch_s) if capture.source.has_audio else None
        self._outbox = Outbox()
        self._loop = EncodingLoop(capture, self._outbox, self._video, self._audio)
        self._failure: Exception | None = None

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
        try:
            while not stop.is_set() and self._failure is None:
                self._check_tracks()
                if (packet := self._outbox.take(LONGEST_LOOK_S)) is not None:
                    output.send(flv_writer.packet_tag(packet))
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
            parts.append(flv_writer.video_header_tag(self._video.header))
        if self._audio is not None:
            parts.append(flv_writer.audio_header_tag(self._audio.header))
        return b"".join(parts)

    def _check_tracks(self) -> None:
        source = self._capture.source
        if source.has_video and self._video is None:
            raise StreamError("The stream has to start again to carry a picture.", "replaced")
        if source.has_audio and self._audio is None:
            raise StreamError("The stream has to start again to carry sound.", "replaced")
