"""The test pattern: a clock, a running band and a white square in time with the beep."""

from __future__ import annotations

import colorsys
from collections.abc import Generator
from datetime import UTC, datetime

import av
import numpy as np

from lianmai.core.source import Size
from lianmai.media.capturing.feed import Feed, Item, Picture, ticks
from lianmai.media.capturing.sources.glyphs import COLUMNS, ROWS, figure
from lianmai.media.capturing.stamping import unix_ms_at
from lianmai.media.capturing.tone import BEEP_S
from lianmai.media.picture.planes import NEUTRAL_CHROMA, Pixels, blank, planes_of
from lianmai.media.worker import Stop

_CLOCK = "00:00:00.00"
_INK, _PAPER = 235, 40
_BAND_SPEED = 8
"""Widths of the picture per 32 s that the band travels; slow enough to follow by eye."""


def pattern(size: Size, tint: int = 0) -> Feed:
    """Return a test pattern of *size*; *tint*, 0 to 255, is its hue."""

    def feed(stop: Stop) -> Generator[Item, None, None]:
        painter = PatternPainter(size, tint)
        for number, at_s in ticks(size.fps, stop):
            yield Picture(painter.paint(number, unix_ms_at(at_s)), at_s)

    return feed


def square_place(size: Size) -> tuple[slice, slice]:
    """Return rows and columns of the square that is white while the beep sounds."""
    side_px = size.height_px // 4
    top_px, left_px = size.height_px * 5 // 8, size.width_px // 16
    return slice(top_px, top_px + side_px), slice(left_px, left_px + side_px)


class PatternPainter:
    """Paints the pattern frame by frame; everything that stands still was painted before."""

    def __init__(self, size: Size, tint: int) -> None:
        self._size = size
        self._background = _background(size, tint)
        self._square = square_place(size)
        self._scale = _clock_scale(size)
        self._figures = {char: figure(char, self._scale) for char in "0123456789:."}
        self._band = _band(size)

    def paint(self, number: int, unix_ms: int) -> av.VideoFrame:
        """Return frame *number*, counted from a whole second, showing the time *unix_ms*."""
        frame = av.VideoFrame(self._size.width_px, self._size.height_px, "yuv420p")
        for pixels, still in zip(planes_of(frame), self._background, strict=True):
            pixels[:] = still
        luma = planes_of(frame)[0]
        fps = self._size.fps
        luma[self._square] = _INK if number % fps / fps < BEEP_S else _PAPER
        self._paint_band(luma, number)
        self._paint_clock(luma, unix_ms)
        return frame

    def _paint_band(self, luma: Pixels, number: int) -> None:
        height_px, width_px = self._size.height_px, self._size.width_px
        shift_px = number * width_px // (_BAND_SPEED * self._size.fps) % width_px
        top_px = height_px * 29 // 32
        band = self._band[:, shift_px : shift_px + width_px]
        luma[top_px : top_px + len(band)] = band

    def _paint_clock(self, luma: Pixels, unix_ms: int) -> None:
        moment = datetime.fromtimestamp(unix_ms / 1000, UTC)
        text = f"{moment:%H:%M:%S}.{moment.microsecond // 10_000:02}"
        pitch_px = (COLUMNS + 1) * self._scale
        left_px = (self._size.width_px - len(text) * pitch_px) // 2
        top_px = self._size.height_px * 5 // 16
        for index, char in enumerate(text):
            x = left_px + index * pitch_px
            place = luma[top_px : top_px + ROWS * self._scale, x : x + COLUMNS * self._scale]
            np.copyto(place, np.uint8(_INK), where=self._figures[char].view(np.bool_))


def _clock_scale(size: Size) -> int:
    """Return how many px a dot of the clock measures; 0, hence no clock, when it does not fit."""
    across = size.width_px // (len(_CLOCK) * (COLUMNS + 1) * 3 // 2)
    return min(across, size.height_px // (4 * ROWS))


def _background(size: Size, tint: int) -> list[Pixels]:
    """Return the planes of what stands still: a soft slope of light in the colour of *tint*."""
    frame = blank(size.width_px, size.height_px)
    luma, *chroma = planes_of(frame)
    luma[:] = np.linspace(60, 120, size.height_px).astype(np.uint8)[:, None]
    red, green, blue = colorsys.hsv_to_rgb(tint * 0.618034 % 1.0, 0.6, 1.0)
    grey = 0.299 * red + 0.587 * green + 0.114 * blue  # BT.601
    rows, columns = (slice(it.start // 2, it.stop // 2) for it in square_place(size))
    for pixels, level in zip(chroma, ((blue - grey) * 0.564, (red - grey) * 0.713), strict=True):
        pixels[:] = round(NEUTRAL_CHROMA + 100 * level)
        pixels[rows, columns] = NEUTRAL_CHROMA
    return [pixels.copy() for pixels in (luma, *chroma)]


def _band(size: Size) -> Pixels:
    """Return a strip of grey blocks twice as wide as the picture, its halves alike."""
    height_px, block_px = size.height_px // 16, max(2, size.height_px // 32)
    blocks = np.random.default_rng(1).integers(50, 200, size.width_px // block_px + 1, np.uint8)
    row = np.repeat(blocks, block_px)[: size.width_px]
    return np.tile(row, (height_px, 2))
