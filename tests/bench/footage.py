"""What the benchmark publishes: the test pattern, stamped, encoded once for any number of streams.

Sixteen encoders would take both cores from the players under test; sixteen connections do not.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from lianmai.core.encoding import usual_kbps
from lianmai.core.source import Size
from lianmai.core.stamp import cell_edges, encode_cells, stamp_height
from lianmai.media.capturing.sources.pattern import PatternPainter
from lianmai.media.picture.planes import NEUTRAL_CHROMA, planes_of
from tests.bench.flv import AUDIO, FLV_HEADER, Tag, TagSplitter

SENDER = 1
RECORDED_S = 4
_GRAIN_LEVELS = 12
_MS = Fraction(1, 1000)
_KEY_FRAME_S = 2
_SOUND_BYTES, _SOUND_MS = 170, 21.333  # of one AAC packet at 64 kbit/s


@dataclass(frozen=True)
class Shape:
    """What a stream looks like; *kbps* of 0 is what suits the size."""

    size: Size
    kbps: int = 0

    @property
    def target_kbps(self) -> int:
        """The bitrate asked for, in kbit/s."""
        return self.kbps or usual_kbps(self.size)


class Camera:
    """Encodes stamped test pictures one at a time into FLV tags."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._painter = PatternPainter(shape.size, 0)
        self._grain = _grain(shape.size)
        self._splitter = TagSplitter()
        options = {"flvflags": "no_duration_filesize", "flush_packets": "1"}
        self._container = av.open(self._splitter, "w", format="flv", options=options)
        self._stream = _add_h264(self._container, shape)

    def shoot(self, number: int, unix_ms: int) -> list[Tag]:
        """Return the tags of frame *number*, stamped with *unix_ms*."""
        frame = self._painter.paint(number, unix_ms)
        planes_of(frame)[0][:] += self._grain[number % len(self._grain)]
        draw_stamp(frame, SENDER, unix_ms)
        frame.pts, frame.time_base = round(number * 1000 / self._shape.size.fps), _MS
        for packet in self._stream.encode(frame):
            self._container.mux(packet)
        return [*self._splitter.tags()]

    def close(self) -> None:
        """Let go of encoder and muxer."""
        self._container.close()


def _grain(size: Size) -> NDArray[np.uint8]:
    """Return the noise of a small camera, without which the encoder had hardly anything to say."""
    noise = np.random.default_rng(1).integers(0, _GRAIN_LEVELS, (5, size.height_px, size.width_px))
    return noise.astype(np.uint8)


def draw_stamp(frame: av.VideoFrame, sender: int, unix_ms: int) -> None:
    """Draw a stamp into a "yuv420p" *frame*, independently of the program under test."""
    luma, *chroma = planes_of(frame)
    height_px = stamp_height(frame.height)
    levels = np.where(encode_cells(sender, unix_ms), 235, 16).astype(np.uint8)
    luma[:height_px] = np.repeat(levels, np.diff(cell_edges(frame.width)))
    for plane in chroma:
        plane[: height_px // 2] = NEUTRAL_CHROMA


def live(shape: Shape) -> Iterator[Tag]:
    """Yield the tags of an endless stream as it happens, each picture stamped when it is due."""
    camera, start_s = Camera(shape), time.time()
    number = 0
    try:
        while True:
            due_s = start_s + number / shape.size.fps
            time.sleep(max(0.0, due_s - time.time()))
            yield from camera.shoot(number, int(time.time() * 1000))
            number += 1
    finally:
        camera.close()


def recorded(shape: Shape, *, sound: bool = True) -> Iterator[Tag]:
    """Yield the tags of an endless stream that was encoded beforehand and costs nothing to send.

    With *sound* there are as many audio messages, of the usual size, as a call has.
    """
    headers, pictures = _record(shape)
    yield from headers
    loop_ms = RECORDED_S * 1000
    tags = sorted(pictures + (_silence(loop_ms) if sound else []), key=lambda it: it.timestamp_ms)
    start_s, turn_ms = time.monotonic(), 0
    while True:
        for tag in tags:
            at_ms = turn_ms + tag.timestamp_ms
            time.sleep(max(0.0, start_s + at_ms / 1000 - time.monotonic()))
            yield replace(tag, timestamp_ms=at_ms)
        turn_ms += loop_ms


def save_movie(path: Path, shape: Shape) -> None:
    """Save `RECORDED_S` seconds as a file, for who publishes files: grainy, hence full of bits."""
    tags = [tag for part in _record(shape) for tag in part]
    path.write_bytes(FLV_HEADER + b"".join(tag.as_file_part() for tag in tags))


def _record(shape: Shape) -> tuple[list[Tag], list[Tag]]:
    """Return the headers and the pictures of `RECORDED_S` seconds."""
    camera = Camera(shape)
    tags = [tag for n in range(RECORDED_S * shape.size.fps) for tag in camera.shoot(n, n)]
    camera.close()
    return [it for it in tags if it.is_header], [it for it in tags if not it.is_header]


def _silence(duration_ms: int) -> list[Tag]:
    """Return AAC-like messages; relays do not decode them, and raw players do not play them."""
    body = b"\xaf\x01" + b"\x21" * _SOUND_BYTES
    return [Tag(AUDIO, int(n * _SOUND_MS), body) for n in range(int(duration_ms / _SOUND_MS))]


def _add_h264(container: OutputContainer, shape: Shape) -> VideoStream:
    """Add a track for calls: no B-frames, no delay, a key frame every two seconds, one thread."""
    stream = container.add_stream("libx264", rate=shape.size.fps)
    stream.width, stream.height = shape.size.width_px, shape.size.height_px
    stream.pix_fmt, context = "yuv420p", stream.codec_context
    context.time_base, context.bit_rate = _MS, shape.target_kbps * 1000
    context.max_b_frames, context.gop_size = 0, _KEY_FRAME_S * shape.size.fps
    context.thread_count = 1
    context.options = {"preset": "superfast", "tune": "zerolatency", "profile": "main"}
    return stream
