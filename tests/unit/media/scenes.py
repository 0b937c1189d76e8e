"""Streams whose content is known: colours in order, beeps, white squares, stamps; as FLV tags."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from lianmai.core.stamp import cell_edges, encode_cells, stamp_height
from lianmai.media.flv.reader import FlvReader, Tag

FLV_HEADER = b"FLV\x01\x05\x00\x00\x00\x09\x00\x00\x00\x00"
COLOURS = {
    "red": (220, 30, 30),
    "green": (30, 180, 30),
    "blue": (30, 30, 220),
    "yellow": (220, 220, 30),
    "white": (255, 255, 255),
    "black": (0, 0, 0),
}
RATE_HZ = 48_000
_AAC_SAMPLES = 1024

Paint = Callable[[av.VideoFrame, float], None]
"""Draws onto a "yuv420p" frame of a given time in seconds."""


@dataclass(frozen=True)
class Scene:
    """What is to be seen and heard: one colour after the other, *each_s* seconds long."""

    colours: tuple[str, ...] = ("red",)
    each_s: float = 1.0
    width_px: int = 320
    height_px: int = 180
    fps: int = 30
    key_frame_every_s: float = 1.0
    has_sound: bool = False
    is_beeping: bool = False  # 50 ms of 1 kHz each second, with a white picture
    sound_rate_hz: int = RATE_HZ
    sound_layout: str = "stereo"

    @property
    def seconds(self) -> float:
        return len(self.colours) * self.each_s if self.colours else self.each_s


def colour_name(rgb: str) -> str:
    """Return which of the colours "#rrggbb" is nearest to."""
    seen = np.array([int(rgb[i : i + 2], 16) for i in (1, 3, 5)])
    return min(COLOURS, key=lambda name: float(np.abs(seen - np.array(COLOURS[name])).sum()))


def picture_colour(picture: av.VideoFrame) -> str:
    """Return the name of the colour that fills a "bgra" *picture*."""
    blue, green, red, _ = picture.to_ndarray()[picture.height // 4 :].mean(axis=(0, 1))
    return colour_name(f"#{int(red):02x}{int(green):02x}{int(blue):02x}")


@lru_cache(maxsize=32)
def tags_of(scene: Scene, paint: Paint | None = None) -> tuple[Tag, ...]:
    """Encode *scene*; H.264 without B-frames and AAC. The file's description is left out."""
    file = io.BytesIO()
    with av.open(file, "w", format="flv", options={"flvflags": "no_duration_filesize"}) as output:
        video = _add_video(output, scene) if scene.colours else None
        audio = _add_audio(output, scene) if scene.has_sound or scene.is_beeping else None
        for packet in _packets(scene, paint, video, audio):
            output.mux(packet)
    return tuple(tag for tag in FlvReader().feed(file.getvalue()) if tag.kind != 18)


def tag_bytes(tag: Tag, shift_ms: int = 0) -> bytes:
    """Return *tag* as it stands in a file, *shift_ms* later."""
    time_ms = tag.time_ms + shift_ms
    head = bytes([tag.kind]) + len(tag.body).to_bytes(3, "big")
    time = (time_ms & 0xFFFFFF).to_bytes(3, "big") + bytes([time_ms >> 24])
    return head + time + bytes(3) + tag.body + (11 + len(tag.body)).to_bytes(4, "big")


def paint_stamp(
    frame: av.VideoFrame, sender: int, unix_ms: int, levels: tuple[int, int] = (16, 235)
) -> None:
    """Draw a stamp into a "yuv420p" *frame*; *levels* are the luma of black and white."""
    plane = frame.planes[0]
    luma = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    edges = cell_edges(frame.width)
    for index, is_white in enumerate(encode_cells(sender, unix_ms)):
        luma[: stamp_height(frame.height), edges[index] : edges[index + 1]] = levels[is_white]


def _add_video(output: OutputContainer, scene: Scene) -> VideoStream:
    stream = output.add_stream("libx264", rate=scene.fps)
    stream.width, stream.height, stream.pix_fmt = scene.width_px, scene.height_px, "yuv420p"
    stream.codec_context.gop_size = round(scene.key_frame_every_s * scene.fps)
    stream.options = {"tune": "zerolatency", "preset": "ultrafast", "crf": "20"}
    return stream


def _add_audio(output: OutputContainer, scene: Scene) -> AudioStream:
    return output.add_stream("aac", rate=scene.sound_rate_hz, layout=scene.sound_layout)


def _packets(
    scene: Scene, paint: Paint | None, video: VideoStream | None, audio: AudioStream | None
) -> Iterator[av.Packet]:  # type: ignore[type-arg]
    if video is not None:
        for frame in _frames(scene, paint):
            yield from video.encode(frame)
        yield from video.encode(None)
    if audio is not None:
        for sound in _sounds(scene):
            yield from audio.encode(sound)
        yield from audio.encode(None)


def _frames(scene: Scene, paint: Paint | None) -> Iterator[av.VideoFrame]:
    for index in range(round(scene.seconds * scene.fps)):
        time_s = index / scene.fps
        name = scene.colours[min(int(time_s / scene.each_s), len(scene.colours) - 1)]
        if scene.is_beeping and time_s % 1 < 0.05:
            name = "white"
        rgb = np.full((scene.height_px, scene.width_px, 3), COLOURS[name], np.uint8)
        frame = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuv420p")
        frame.pts, frame.time_base = index, Fraction(1, scene.fps)
        if paint is not None:
            paint(frame, time_s)
        yield frame


def _sounds(scene: Scene) -> Iterator[av.AudioFrame]:
    for start in range(0, round(scene.seconds * scene.sound_rate_hz), _AAC_SAMPLES):
        time_s = (start + np.arange(_AAC_SAMPLES)) / scene.sound_rate_hz
        yield _audio_frame(scene, _wave(scene, time_s), start)


def _wave(scene: Scene, time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    is_loud = (time_s % 1 < 0.05) if scene.is_beeping else np.ones_like(time_s)
    return 0.5 * np.sin(2 * np.pi * 1000 * time_s) * is_loud


def _audio_frame(scene: Scene, wave: NDArray[np.float64], start: int) -> av.AudioFrame:
    channels = 1 if scene.sound_layout == "mono" else 2
    planes = np.tile(wave.astype(np.float32), (channels, 1))
    frame = av.AudioFrame.from_ndarray(planes, "fltp", scene.sound_layout)
    frame.sample_rate, frame.pts = scene.sound_rate_hz, start
    frame.time_base = Fraction(1, scene.sound_rate_hz)
    return frame
