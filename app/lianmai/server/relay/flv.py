"""FLV tags (Adobe, "Video File Format 10.1", annex E): what RTMP and HTTP-FLV carry."""

import struct
from dataclasses import dataclass

AUDIO, VIDEO, DATA = 8, 9, 18

# Signature, version 1, "has audio and video" and the size of a tag before the first one.
# Both flags are always set: who joins early cannot know, and readers probe either way.
FILE_HEADER = b"FLV\x01\x05\x00\x00\x00\x09\x00\x00\x00\x00"
TAG_HEADER_BYTES = 11

_AVC, _HEVC, _AAC, _EXTENDED_AUDIO = 7, 12, 10, 9
_KEY_FRAME = 1
_IS_EXTENDED = 0x80
_MULTITRACK = 6
_SEQUENCE_START = 0
# Coded frames with and without a composition time; codecs without packet types have only frames.
_FRAMES = (None, 1, 3)
_ON_METADATA = b"\x02\x00\x0aonMetaData"


@dataclass(frozen=True, slots=True)
class Tag:
    """A piece of sound, picture or data; *timestamp_ms* counts modulo 2**32."""

    type_id: int
    timestamp_ms: int
    body: bytes


def encode_tag(tag: Tag) -> bytes:
    """Return *tag* as it stands in an FLV file, with the size that follows it."""
    size, stamp = len(tag.body), tag.timestamp_ms
    # The timestamp's top byte comes last: it was added to the format later.
    words = tag.type_id << 24 | size, (stamp & 0xFFFFFF) << 8 | stamp >> 24
    head = struct.pack(">II", *words) + b"\x00\x00\x00"
    return head + tag.body + struct.pack(">I", TAG_HEADER_BYTES + size)


def is_key_frame(tag: Tag) -> bool:
    """Tell whether decoding can begin at *tag*; configuration is no frame.

    Covers enhanced RTMP (version 1), where the first byte's top bit announces a FourCC.
    """
    if tag.type_id != VIDEO or len(tag.body) < 2:
        return False
    is_key = tag.body[0] >> 4 & 0x7 == _KEY_FRAME
    return is_key and _video_packet(tag.body) in _FRAMES


def is_sequence_header(tag: Tag) -> bool:
    """Tell whether *tag* configures a decoder, so that every later player needs it."""
    if len(tag.body) < 2:
        return False
    if tag.type_id == VIDEO:
        return _video_packet(tag.body) == _SEQUENCE_START
    return tag.type_id == AUDIO and _audio_packet(tag.body) == _SEQUENCE_START


def is_metadata(tag: Tag) -> bool:
    """Tell whether *tag* is the description of the stream (an AMF0 ``onMetaData``)."""
    return tag.type_id == DATA and tag.body.startswith(_ON_METADATA)


def _video_packet(body: bytes) -> int | None:
    """Return the packet type of a codec that has one (12 is HEVC the way Chinese CDNs do it)."""
    if body[0] & _IS_EXTENDED:
        packet = body[0] & 0x0F
        return body[1] & 0x0F if packet == _MULTITRACK else packet
    return body[1] if body[0] & 0x0F in (_AVC, _HEVC) else None


def _audio_packet(body: bytes) -> int | None:
    form = body[0] >> 4
    if form == _EXTENDED_AUDIO:
        return body[0] & 0x0F
    return body[1] if form == _AAC else None
