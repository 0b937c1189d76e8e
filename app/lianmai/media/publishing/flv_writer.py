"""Writes FLV: pure, bytes out.

FFmpeg's own muxer is not used: it holds every picture back until the next packet of sound, which
costs 10 ms on average. Format: Adobe Flash Video File Format Specification 10.1, annex E.
"""

from __future__ import annotations

import struct

from lianmai.core.encoding import Encoding
from lianmai.media.flv.reader import Tag
from lianmai.media.publishing.encoder import Encoded

_AUDIO_TAG, _VIDEO_TAG, _SCRIPT_TAG = 8, 9, 18
_AVC, _AAC = 7, 10
_KEY_FRAME, _INTER_FRAME = 1 << 4 | _AVC, 2 << 4 | _AVC
_SOUND = _AAC << 4 | 0xF  # 44 kHz, 16 bit, stereo: fixed values for AAC, E.4.2.1
_HEADER, _DATA = 0, 1
_TAG_BYTES = 15


def file_header(*, has_audio: bool, has_video: bool) -> bytes:
    """Return the beginning of an FLV stream."""
    return b"FLV\x01" + bytes([has_audio << 2 | has_video]) + b"\0\0\0\x09\0\0\0\0"


def metadata_tag(encoding: Encoding, *, has_audio: bool, has_video: bool) -> bytes:
    """Return the ``onMetaData`` tag that describes the stream."""
    size = encoding.size
    numbers: dict[str, float] = {}
    if has_video:
        numbers |= {"width": size.width_px, "height": size.height_px, "framerate": size.fps}
        numbers |= {"videocodecid": _AVC, "videodatarate": encoding.target_kbps}
    if has_audio:
        numbers |= {"audiocodecid": _AAC, "audiodatarate": encoding.audio_kbps}
        numbers |= {"audiosamplerate": encoding.sound_rate_hz}
    return _tag(_SCRIPT_TAG, 0, _on_metadata(numbers))


def video_header_tag(avcc: bytes, time_ms: int = 0) -> bytes:
    """Return the tag that carries the decoder's configuration."""
    return _tag(_VIDEO_TAG, time_ms, bytes([_KEY_FRAME, _HEADER, 0, 0, 0]) + avcc)


def audio_header_tag(specific_config: bytes, time_ms: int = 0) -> bytes:
    """Return the tag that carries the decoder's configuration."""
    return _tag(_AUDIO_TAG, time_ms, bytes([_SOUND, _HEADER]) + specific_config)


def packet_tag(packet: Encoded) -> bytes:
    """Return *packet* as a tag; there are no B-frames, so it is shown when it is decoded.

    The tag of its header, where it has one, goes before it.
    """
    header_tag = video_header_tag if packet.is_video else audio_header_tag
    header = header_tag(packet.header, packet.time_ms) if packet.header else b""
    return header + _media_tag(packet)


def _media_tag(packet: Encoded) -> bytes:
    if not packet.is_video:
        return _tag(_AUDIO_TAG, packet.time_ms, bytes([_SOUND, _DATA]) + packet.data)
    kind = _KEY_FRAME if packet.is_key else _INTER_FRAME
    return _tag(_VIDEO_TAG, packet.time_ms, bytes([kind, _DATA, 0, 0, 0]) + packet.data)


def wrapping_bytes(packet: Encoded) -> int:
    """Return how many bytes the tag of *packet* adds to it, its header's tag left aside."""
    return _TAG_BYTES + (5 if packet.is_video else 2)


def tag_bytes(tag: Tag) -> bytes:
    """Return *tag* as it stands in a stream."""
    return _tag(tag.kind, tag.time_ms, tag.body)


def _tag(kind: int, time_ms: int, body: bytes) -> bytes:
    """Return a tag and the size field behind it; times wrap after 49 days."""
    time_ms &= 0xFFFFFFFF
    head = struct.pack(">I", kind << 24 | len(body))
    time = struct.pack(">I", (time_ms & 0xFFFFFF) << 8 | time_ms >> 24)
    return b"".join((head, time, b"\0\0\0", body, struct.pack(">I", 11 + len(body))))


def _on_metadata(numbers: dict[str, float]) -> bytes:
    """Return the AMF0 string "onMetaData" and an ECMA array of *numbers*."""
    pairs = [_amf_key(name) + struct.pack(">Bd", 0, value) for name, value in numbers.items()]
    head = b"\x02" + _amf_key("onMetaData") + struct.pack(">BI", 8, len(pairs))
    return head + b"".join(pairs) + b"\0\0\x09"


def _amf_key(text: str) -> bytes:
    return struct.pack(">H", len(text)) + text.encode("ascii")
