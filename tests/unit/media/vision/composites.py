"""Stages drawn for the oracle: stamped pictures, really encoded, scaled, put together, encoded."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import av
import numpy as np
from av.video.reformatter import Interpolation

from lianmai.media.capturing.stamping import draw_stamp
from lianmai.media.picture.planes import Pixels, blank, planes_of

NOW_MS = 1_790_000_000_123


@dataclass(frozen=True)
class Shown:
    """A picture of *size* from *sender*, drawn at *place*: x, y, width, height in px.

    With *covers* it is cut to *place*, else it is scaled to it.
    """

    sender: int
    size: tuple[int, int]
    place: tuple[int, int, int, int]
    mirrored: bool = False
    covers: bool = False


def picture(sender: int, size: tuple[int, int]) -> av.VideoFrame:
    """Return a stamped picture of soft shapes, as a camera gives them."""
    width_px, height_px = size
    frame = blank(width_px, height_px)
    noise = np.random.default_rng(sender * 31)
    coarse = noise.integers(30, 220, (7, 9)).astype(np.float64)
    rows = np.linspace(0, 6, height_px)
    columns = np.linspace(0, 8, width_px)
    low_r, low_c = np.minimum(rows.astype(int), 5), np.minimum(columns.astype(int), 7)
    r, c = (rows - low_r)[:, None], (columns - low_c)[None]
    mixed = (
        coarse[np.ix_(low_r, low_c)] * (1 - r) * (1 - c)
        + coarse[np.ix_(low_r + 1, low_c)] * r * (1 - c)
        + coarse[np.ix_(low_r, low_c + 1)] * (1 - r) * c
        + coarse[np.ix_(low_r + 1, low_c + 1)] * r * c
    )
    grain = noise.normal(0, 4, mixed.shape)
    planes_of(frame)[0][:] = np.clip(mixed + grain, 16, 235)
    draw_stamp(frame, sender, NOW_MS)
    return frame


@cache
def sent(sender: int, size: tuple[int, int]) -> av.VideoFrame:
    """Return the picture of *sender* as it arrives."""
    return coded(picture(sender, size))


def coded(frame: av.VideoFrame, kbps: int = 0) -> av.VideoFrame:
    """Return *frame* after H.264 at *kbps*, by default what such a size is usually given."""
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "yuv420p"
    encoder.time_base, encoder.framerate = Fraction(1, 15), Fraction(15)
    encoder.bit_rate = (kbps or max(100, frame.width * frame.height // 700)) * 1000
    encoder.options = {"preset": "veryfast", "tune": "zerolatency"}
    decoder = av.CodecContext.create("h264", "r")
    frames: list[av.VideoFrame] = []
    for number in range(4):
        frame.pts, frame.time_base = number, Fraction(1, 15)
        for packet in encoder.encode(frame):
            frames += decoder.decode(packet)
    for packet in encoder.encode(None):
        frames += decoder.decode(packet)
    frames += decoder.decode(None)
    return frames[-1]


def stage(
    tiles: Sequence[Shown], size: tuple[int, int] = (1920, 1080), ground: int = 40
) -> av.VideoFrame:
    """Return a stage with *tiles*, the last on top, as a mixing server would send it."""
    frame = blank(*size, luma=ground)
    luma = planes_of(frame)[0]
    for tile in tiles:
        x, y, width, height = tile.place
        pixels = _scaled(sent(tile.sender, tile.size), tile)
        if tile.mirrored:
            pixels = pixels[:, ::-1]
        top, left = (pixels.shape[0] - height) // 2, (pixels.shape[1] - width) // 2
        luma[y : y + height, x : x + width] = pixels[top : top + height, left : left + width]
    return coded(frame)


def _scaled(frame: av.VideoFrame, tile: Shown) -> Pixels:
    _, _, width, height = tile.place
    if tile.covers:
        scale = max(width / frame.width, height / frame.height)
        width, height = (
            max(width, round(frame.width * scale)),
            max(height, round(frame.height * scale)),
        )
    scaled = frame.reformat(width, height, "yuv420p", interpolation=Interpolation.BICUBIC)
    return planes_of(scaled)[0].copy()


def luma_of(frame: av.VideoFrame) -> Pixels:
    """Return the pixels of *frame*'s luma."""
    return planes_of(frame)[0].copy()
