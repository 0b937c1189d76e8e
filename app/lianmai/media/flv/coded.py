"""What an FLV tag carries: codec, configuration or frame, times.

Adobe, "Video File Format Specification 10.1", E.4.2 and E.4.3; "Enhanced RTMP" (version 1) for
codecs named by four characters; 12 stands for H.265 the way Chinese CDNs write it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lianmai.media.flv.reader import AUDIO, VIDEO, Tag

Kind: TypeAlias = Literal["config", "frame", "other"]

_VIDEO_CODECS = {2: "flv", 7: "h264", 12: "hevc"}
_AUDIO_CODECS = {2: "mp3", 10: "aac"}
_FOURCC_CODECS = {
    b"avc1": "h264",
    b"hvc1": "hevc",
    b"vp09": "vp9",
    b"mp4a": "aac",
    b"Opus": "opus",
    b".mp3": "mp3",
}
_ENHANCED_VIDEO = 0x80
_ENHANCED_AUDIO = 9
_WITH_PACKET_TYPE = ("h264", "hevc", "aac")
_KEY_FRAME = 1
_KINDS: dict[int, Kind] = {0: "config", 1: "frame", 3: "frame"}
_FRAME_WITH_OFFSET = 1


@dataclass(frozen=True)
class Coded:
    """A piece of coded picture or sound.

    *codec* is FFmpeg's name of a decoder, or empty where there is none: then *codec_tag* tells
    what the stream calls it. Times are in ms on the stream's clock.
    """

    is_video: bool
    codec: str
    codec_tag: str
    kind: Kind
    is_key: bool
    dts_ms: int
    pts_ms: int
    data: bytes


def coded_in(tag: Tag) -> Coded | None:
    """Return what *tag* carries, or ``None`` if that is neither picture nor sound."""
    if tag.kind not in (AUDIO, VIDEO) or len(tag.body) < 2:
        return None
    if tag.kind == VIDEO:
        return _enhanced_video(tag) if tag.body[0] & _ENHANCED_VIDEO else _video(tag)
    return _enhanced_audio(tag) if tag.body[0] >> 4 == _ENHANCED_AUDIO else _audio(tag)


def _video(tag: Tag) -> Coded:
    number, is_key = tag.body[0] & 0x0F, tag.body[0] >> 4 == _KEY_FRAME
    codec = _VIDEO_CODECS.get(number, "")
    if codec not in _WITH_PACKET_TYPE:
        return _coded(tag, codec, str(number), "frame", is_key, tag.body[1:])
    kind = _legacy_kind(tag.body[1])
    offset_ms = _signed24(tag.body[2:5]) if kind == "frame" else 0
    return _coded(tag, codec, str(number), kind, is_key, tag.body[5:], offset_ms)


def _enhanced_video(tag: Tag) -> Coded:
    packet_type, fourcc = tag.body[0] & 0x0F, tag.body[1:5]
    codec, is_key = _FOURCC_CODECS.get(fourcc, ""), tag.body[0] >> 4 & 0x7 == _KEY_FRAME
    has_offset = packet_type == _FRAME_WITH_OFFSET and codec in _WITH_PACKET_TYPE
    data = tag.body[8:] if has_offset else tag.body[5:]
    offset_ms = _signed24(tag.body[5:8]) if has_offset else 0
    kind = _KINDS.get(packet_type, "other")
    return _coded(tag, codec, _text(fourcc), kind, is_key, data, offset_ms)


def _audio(tag: Tag) -> Coded:
    number = tag.body[0] >> 4
    codec = _AUDIO_CODECS.get(number, "")
    if codec not in _WITH_PACKET_TYPE:
        return _coded(tag, codec, str(number), "frame", True, tag.body[1:])
    return _coded(tag, codec, str(number), _legacy_kind(tag.body[1]), True, tag.body[2:])


def _enhanced_audio(tag: Tag) -> Coded:
    fourcc, kind = tag.body[1:5], _KINDS.get(tag.body[0] & 0x0F, "other")
    return _coded(tag, _FOURCC_CODECS.get(fourcc, ""), _text(fourcc), kind, True, tag.body[5:])


def _coded(
    tag: Tag, codec: str, codec_tag: str, kind: Kind, is_key: bool, data: bytes, offset_ms: int = 0
) -> Coded:
    time_ms, is_video = tag.time_ms, tag.kind == VIDEO
    return Coded(is_video, codec, codec_tag, kind, is_key, time_ms, time_ms + offset_ms, data)


def _legacy_kind(packet_type: int) -> Kind:
    """Return what the second byte announces: 2 is the end of a sequence."""
    return _KINDS[packet_type] if packet_type in (0, 1) else "other"


def _signed24(data: bytes) -> int:
    return int.from_bytes(data, "big", signed=True)


def _text(fourcc: bytes) -> str:
    return fourcc.decode("ascii", "replace")
