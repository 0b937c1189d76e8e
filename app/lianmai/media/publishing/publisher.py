"""Pushes what is captured to a server: an encoder thread, a bounded queue, a network thread."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from math import prod, sqrt

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.encoded import encoding_of
from lianmai.core.components.sei import message_unit
from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.core.stats import PublishStats
from lianmai.media.capturing.capture import Capture
from lianmai.media.network.rtmp_output import RtmpOutput
from lianmai.media.publishing.push import Push
from lianmai.media.report import Report, unheard
from lianmai.media.worker import Stop, run_in_thread


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
        self._push: Push | None = None
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
        if not (self._capture.has_picture or self._capture.source.has_audio):
            reason = sentence("There is nothing to send: choose a source with picture or sound.")
            raise StreamError(reason, "no_data")
        self._report("push_started", {})
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
        if (push := self._push) is not None:
            push.set_attributes(attributes)

    def send_message(self, text: str) -> None:
        """Send *text* inside one of the next pictures, as user data that players can read.

        Raises:
            StreamError: If it is too long, or nothing is sent that could carry it.
        """
        message_unit(text)
        if (push := self._push) is None:
            raise StreamError(
                sentence("Nothing is published now: send the message later."), "rejected"
            )
        push.send_message(text)

    def stats(self) -> PublishStats:
        """Return what was sent in the last period, measured from the packets."""
        size = self._capture.picture_size
        idle = PublishStats(
            width_px=size.width_px,
            height_px=size.height_px,
            dropped=self._dropped_before,
            reconnects=max(0, self._connections - 1),
        )
        push = self._push
        return push.stats(idle) if push is not None else idle

    def _encoding_now(self) -> Encoding:
        """Return how a push that begins now is encoded."""
        if self._attributes is not None:
            return replace(encoding_of(self._attributes), size=self._capture.size)
        return replace(self._encoding, size=self._capture.size)

    def _usual_encoding(self, encoding: Encoding) -> Encoding:
        """Return *encoding* with the bitrate to expect of it: the middle of the range."""
        if self._attributes is None:
            return encoding
        return replace(encoding, video_kbps=round(sqrt(prod(self._attributes.bitrate_range_kbps))))

    def _run(self, url: str, stop: Stop) -> None:
        encoding = self._encoding_now()
        with RtmpOutput(url, self._usual_encoding(encoding)) as output:
            if stop.is_set():
                return
            self._connections += 1
            self._report("push_connected", {})
            self._capture.picture_size = encoding.size
            self._push = push = Push(self._capture, encoding, self._attributes, self._report)
            try:
                push.run(output, stop)
            finally:
                self._push = None
                self._dropped_before += push.dropped
