"""How much one RTMP peer may ask for, and the error that ends a peer who asks for more."""

from dataclasses import dataclass

from lianmai.core.errors import StreamError


class RtmpError(StreamError):
    """An RTMP peer broke the protocol or a bound; its connection ends, others go on."""


@dataclass(frozen=True)
class RtmpLimits:
    """Bounds on what one connection can make the server hold.

    A 1080p key frame is well under 1 MiB; metadata and commands are a few hundred bytes.
    """

    max_message_bytes: int = 8 * 1024 * 1024
    max_amf_bytes: int = 64 * 1024
    max_chunk_streams: int = 64
    max_message_streams: int = 16
