"""How much one RTMP peer may ask for, and the error that ends a peer who asks for more."""

from dataclasses import dataclass

from lianmai.core.errors import StreamError


class RtmpError(StreamError):
    """An RTMP peer broke the protocol or a bound; its connection ends, others go on."""


@dataclass(frozen=True)
class RtmpLimits:
    """Bounds on what one connection can make the server hold, or do before others have a turn.

    A 1080p key frame is well under 1 MiB; metadata and commands are a few hundred bytes. A piece
    of network data is at most 256 KiB, so only very small messages come by the thousand.
    """

    max_message_bytes: int = 8 * 1024 * 1024
    max_amf_bytes: int = 64 * 1024
    max_chunk_streams: int = 64
    max_message_streams: int = 16
    max_messages_at_once: int = 4096
