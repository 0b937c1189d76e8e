"""The forms in which a tag goes over a socket, each made once for all players."""

from dataclasses import replace
from enum import Enum

from lianmai.server.relay.flv import (
    AUDIO,
    VIDEO,
    Tag,
    encode_tag,
    is_key_frame,
    is_metadata,
    is_sequence_header,
)
from lianmai.server.rtmp.chunks import encode_message
from lianmai.server.rtmp.commands import PLAY_STREAM_ID
from lianmai.server.rtmp.messages import Message
from lianmai.server.rtmp.outbox import CHUNK_BYTES

_CHUNK_STREAMS = {AUDIO: 4, VIDEO: 6}
_DATA_CHUNKS = 5


class Wire(Enum):
    """RTMP chunks, bare FLV (HTTP/1.0), or FLV in HTTP/1.1 chunks."""

    RTMP = "rtmp"
    FLV = "flv"
    CHUNKED_FLV = "chunked flv"


class Packet:
    """A tag and its bytes on each wire, made when first asked for and then shared."""

    __slots__ = ("_encoded", "is_header", "is_key_frame", "needs_key_frame", "tag")

    def __init__(self, tag: Tag) -> None:
        if is_metadata(tag):
            # FFmpeg's FLV reader takes a description at any other time for a subtitle.
            tag = replace(tag, timestamp_ms=0)
        self.tag = tag
        self.is_key_frame = is_key_frame(tag)
        self.is_header = is_sequence_header(tag) or is_metadata(tag)
        self.needs_key_frame = tag.type_id == VIDEO and not self.is_header
        self._encoded: dict[Wire, bytes] = {}

    def on(self, wire: Wire) -> bytes:
        """Return the bytes that carry the tag on *wire*."""
        encoded = self._encoded.get(wire)
        if encoded is None:
            encoded = self._encoded[wire] = encode(self.tag, wire)
        return encoded


def encode(tag: Tag, wire: Wire) -> bytes:
    """Return the bytes that carry *tag* on *wire*, readable without those before it."""
    if wire is Wire.RTMP:
        message = Message(tag.type_id, tag.timestamp_ms, PLAY_STREAM_ID, tag.body)
        chunk_stream_id = _CHUNK_STREAMS.get(tag.type_id, _DATA_CHUNKS)
        return encode_message(message, chunk_stream_id, CHUNK_BYTES)
    flv = encode_tag(tag)
    return flv if wire is Wire.FLV else http_chunk(flv)


def http_chunk(data: bytes) -> bytes:
    """Return *data*, not empty, as one chunk of a chunked HTTP/1.1 body (RFC 9112, 7.1)."""
    return b"%x\r\n%b\r\n" % (len(data), data)
