"""Turns pictures and sound into H.264 and AAC packets, both timed by the capture clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Any

import av
import numpy as np
from av.codec.context import Flags
from av.video.frame import PictureType

from lianmai.core.encoding import SAMPLE_RATE_HZ, Encoding
from lianmai.core.source import Size
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.picture_line import Shot

BLOCK = 1024
"""Samples of one AAC packet, and how many are given to the encoder at once."""
_MILLISECOND = Fraction(1, 1000)  # the unit of FLV
_SAMPLE = Fraction(1, SAMPLE_RATE_HZ)
_ONE_THREAD_PIXELS = 1280 * 720
_BT601 = 6  # SMPTE 170M in ITU-T H.273: what swscale makes of RGB unless told otherwise
_LIMITED_RANGE = 1
_LARGEST_LAG_S = 0.5


@dataclass(frozen=True)
class Encoded:
    """One packet, to be presented at *time_ms* after the start of the stream.

    *header* is the decoder's configuration, where it may differ from that of the packets before.
    """

    data: bytes
    time_ms: int
    is_video: bool
    is_key: bool = False
    header: bytes = b""


class VideoEncoder:
    """H.264 for calls: no B-frames, no delay, a key frame when asked for and every two seconds.

    Key frames go by time, not by count, as cards and dropped frames make the rate uneven; they
    bring *header*, the avcC record of ISO/IEC 14496-15. Packets hold NAL units behind their
    lengths. Pictures may change their size: the stream goes on with a key frame of the new one.
    """

    def __init__(self, encoding: Encoding, epoch_s: float) -> None:
        self._encoding, self._epoch_s = encoding, epoch_s
        self._context = _video_context(encoding)
        self.header = self._context.extradata or b""
        self._half_frame_s = 0.5 / encoding.size.fps
        self._key_s = float("-inf")
        self._scene = -1
        self._pts = -1

    @property
    def size(self) -> Size:
        """The size of the pictures now."""
        return self._encoding.size

    @property
    def kbps(self) -> int:
        """The bitrate asked for; a new one counts from the next picture."""
        return self._encoding.target_kbps

    @kbps.setter
    def kbps(self, kbps: int) -> None:
        self._encoding = replace(self._encoding, video_kbps=kbps)
        _limit(self._context, kbps * 1000)

    def restart(self, width_px: int, height_px: int) -> None:
        """Begin anew with pictures of this size: the next one is a key frame.

        Raises:
            SourceError: If H.264 has no such size.
            av.FFmpegError: If the encoder cannot be opened.
        """
        size = replace(self._encoding.size, width_px=width_px, height_px=height_px)
        encoding = replace(self._encoding, size=size, video_kbps=self.kbps)
        self._context = _video_context(encoding)
        self._encoding, self.header = encoding, self._context.extradata or b""
        self._key_s = float("-inf")

    def encode(self, shot: Shot, *, key: bool = False) -> list[Encoded]:
        """Return the packet of *shot*; none when it was taken before the previous one.

        Raises:
            SourceError: If H.264 has no such size.
            av.FFmpegError: If it cannot be encoded.
        """
        pts = round((shot.at_s - self._epoch_s) / _MILLISECOND)
        if pts <= self._pts:
            return []
        self._pts, frame = pts, shot.frame
        if (frame.width, frame.height) != (self.size.width_px, self.size.height_px):
            self.restart(frame.width, frame.height)
        interval_s = self._encoding.key_frame_interval_s
        is_due = shot.at_s - self._key_s > interval_s - self._half_frame_s
        frame.pict_type = PictureType.NONE
        if key or is_due or shot.scene != self._scene:
            self._key_s, self._scene = shot.at_s, shot.scene
            frame.pict_type = PictureType.I
        frame.pts, frame.time_base = pts, _MILLISECOND
        return [self._encoded(packet, pts) for packet in self._context.encode(frame)]

    def _encoded(self, packet: av.Packet[Any], pts: int) -> Encoded:
        is_key = packet.is_keyframe
        header = self.header if is_key else b""
        return Encoded(bytes(packet), pts, is_video=True, is_key=is_key, header=header)


class AudioEncoder:
    """AAC, one block after the other from the start of the stream.

    *header* is the AudioSpecificConfig of ISO/IEC 14496-3. A packet holds 1024 samples of the
    encoder's own rate: three blocks at 16 kHz.
    """

    def __init__(self, encoding: Encoding, epoch_s: float) -> None:
        self._context = _audio_context(encoding)
        self.header = self._context.extradata or b""
        self._rate_hz = encoding.sound_rate_hz
        self._epoch = round(epoch_s * SAMPLE_RATE_HZ)
        # The first packet primes the decoder: it is one packet early and must not be before 0.
        self.position = self._epoch + BLOCK * SAMPLE_RATE_HZ // self._rate_hz
        self._left_out = 0

    @property
    def due_s(self) -> float:
        """When the next block will have been heard, on the capture clock."""
        return (self.position + BLOCK) / SAMPLE_RATE_HZ

    def catch_up(self, now_s: float) -> None:
        """Leave out sound after a stall of the whole program, rather than be late for good."""
        behind_s = now_s - self.due_s
        if behind_s > _LARGEST_LAG_S:
            left_out = ceil(behind_s * SAMPLE_RATE_HZ / BLOCK) * BLOCK
            self.position += left_out
            self._left_out += left_out

    def encode(self, samples: Samples) -> list[Encoded]:
        """Return the packets that the block *samples* completes."""
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis, :], "fltp", "mono")
        frame.sample_rate = SAMPLE_RATE_HZ
        # PyAV resamples if need be, and counts samples then: it would lose what is left out.
        frame.pts, frame.time_base = self.position - self._epoch - self._left_out, _SAMPLE
        self.position += BLOCK
        left_out_ms = self._left_out * 1000 // SAMPLE_RATE_HZ
        return [
            Encoded(
                bytes(packet),
                round((packet.pts or 0) * 1000 / self._rate_hz) + left_out_ms,
                is_video=False,
            )
            for packet in self._context.encode(frame)
        ]


def _video_context(encoding: Encoding) -> av.VideoCodecContext:
    """Return the H.264 encoder.

    "superfast" is the fastest preset that still filters block edges and codes with CABAC: at
    640x360 it costs 0.3 % of a core more than "ultrafast" and needs two thirds of its bits. The
    buffer of half a second keeps key frames from holding up the sound for long.
    """
    size, bits_per_s = encoding.size, encoding.target_kbps * 1000
    context = av.CodecContext.create("libx264", "w")
    context.width, context.height, context.pix_fmt = size.width_px, size.height_px, "yuv420p"
    context.time_base, context.framerate = _MILLISECOND, size.fps
    context.bit_rate = bits_per_s
    context.max_b_frames = 0
    context.gop_size = 10_000  # key frames are asked for by time
    context.colorspace = context.color_primaries = context.color_trc = _BT601
    context.color_range = _LIMITED_RANGE
    context.thread_count = 1 if size.width_px * size.height_px <= _ONE_THREAD_PIXELS else 2
    context.flags |= Flags.global_header
    context.options = {
        "preset": "superfast",
        "tune": "zerolatency",
        "profile": "main",
        "maxrate": str(bits_per_s),
        "bufsize": str(bits_per_s // 2),
        "forced-idr": "1",
        "x264-params": "annexb=0",
    }
    context.open()
    return context


def _limit(context: av.VideoCodecContext, bits_per_s: int) -> None:
    """Change the bitrate of an encoder at work, x264's buffer with it."""
    context.bit_rate = bits_per_s
    if hasattr(context, "rc_buffer_size"):  # PyAV 19; before, the buffer stays as it was opened
        context.max_bit_rate, context.rc_buffer_size = bits_per_s, bits_per_s // 2


def _audio_context(encoding: Encoding) -> av.AudioCodecContext:
    context = av.CodecContext.create("aac", "w")
    rate_hz = encoding.sound_rate_hz
    context.sample_rate, context.layout, context.format = rate_hz, "mono", "fltp"
    context.time_base, context.bit_rate = Fraction(1, rate_hz), encoding.audio_kbps * 1000
    context.flags |= Flags.global_header
    context.open()
    return context
