"""Decodes one kind of media of a connection, set up for the least delay."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import av
from av.codec.context import Flags

from lianmai.media.flv.coded import Coded

Context: TypeAlias = av.VideoCodecContext | av.AudioCodecContext
_MILLISECOND = Fraction(1, 1000)


class Decoder:
    """Turns coded pieces into frames, and follows a stream that changes codec or configuration.

    *is_fresh* says that the next piece meets a decoder that has decoded nothing yet.
    """

    def __init__(self, open_context: Callable[[str, bytes], Context]) -> None:
        self.is_fresh = True
        self._open_context = open_context
        self._context: Context | None = None
        self._codec, self._config = "", b""

    def configure(self, coded: Coded) -> None:
        """Take the configuration in *coded*; a repeated one changes nothing."""
        if (coded.codec, coded.data) != (self._codec, self._config):
            self._codec, self._config, self._context = coded.codec, coded.data, None
            self.is_fresh = True

    def decode(self, coded: Coded) -> list[Any]:
        """Return the frames that *coded* completes, none or one as a rule.

        Raises:
            av.FFmpegError: If it is damaged.
        """
        if not coded.data:  # to a decoder that would mean the end
            return []
        context = self._context_for(coded.codec)
        packet: av.Packet[Any] = av.Packet(coded.data)
        packet.pts, packet.dts, packet.time_base = coded.pts_ms, coded.dts_ms, _MILLISECOND
        try:
            frames = list(context.decode(packet))
        except av.FFmpegError:
            if self.is_fresh:  # it could not even be opened, and is of no use any more
                self._context = None
            raise
        self.is_fresh = False
        return frames

    def _context_for(self, codec: str) -> Context:
        if self._context is None or codec != self._codec:
            self._config = self._config if codec == self._codec else b""
            self._codec = codec
            self._context = self._open_context(codec, self._config)
            self.is_fresh = True
        return self._context


def open_video(codec: str, config: bytes) -> av.VideoCodecContext:
    """Return a decoder of pictures; *config* is what the stream sent ahead, or empty."""
    context = av.CodecContext.create(codec, "r")
    assert isinstance(context, av.VideoCodecContext)
    # Eight frame threads would hold eight pictures back; one slice thread holds none.
    context.thread_type, context.thread_count = "SLICE", 1
    context.flags |= Flags.low_delay
    context.extradata = config or None
    return context


def open_audio(codec: str, config: bytes) -> av.AudioCodecContext:
    """Return a decoder of sound; *config* is what the stream sent ahead, or empty."""
    context = av.CodecContext.create(codec, "r")
    assert isinstance(context, av.AudioCodecContext)
    context.extradata = config or None
    return context
