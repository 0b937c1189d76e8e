"""One rectangle of a canvas: scales a picture once, however often it is drawn."""

from __future__ import annotations

from math import ceil

import av
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from lianmai.core.stage.geometry import Rect
from lianmai.media.mixing.colour import Yuv, card
from lianmai.media.picture.planes import Pixels, planes_of
from lianmai.media.picture.scaler import SINGLE_THREAD, inner_size


class Tile:
    """Draws the pictures of one member into *rect*; for one thread.

    A picture of another shape is cropped when it *covers*, else it has borders of *ground*.
    """

    def __init__(self, rect: Rect, ground: Yuv, *, covers: bool) -> None:
        self._rect, self._covers = rect, covers
        self._scaler = VideoReformatter()
        self._card = card(rect.width, rect.height, ground)
        self._frame: av.VideoFrame | None = None
        self._scaled: av.VideoFrame | None = None  # owns the pixels of the planes
        self._planes: list[Pixels] = []

    def draw(self, frame: av.VideoFrame | None, target: list[Pixels]) -> None:
        """Draw *frame*, or a card when there is none, into the planes *target*."""
        paste(self._card if frame is None else self._fitted(frame), target, self._rect)

    def _fitted(self, frame: av.VideoFrame) -> list[Pixels]:
        if frame is not self._frame:
            self._frame = frame
            try:
                self._planes = self._cropped(frame) if self._covers else self._bordered(frame)
            except (
                av.FFmpegError,
                OSError,
                ValueError,
            ):  # what cannot be scaled costs its tile alone
                self._planes = self._card
        return self._planes

    def _cropped(self, frame: av.VideoFrame) -> list[Pixels]:
        width_px, height_px = outer_size(frame.width, frame.height, self._rect)
        planes = self._scale(frame, width_px, height_px)
        left_px, top_px = (width_px - self._rect.width) // 4, (height_px - self._rect.height) // 4
        inner = Rect(left_px * 2, top_px * 2, self._rect.width, self._rect.height)
        return [part(pixels, inner, index) for index, pixels in enumerate(planes)]

    def _bordered(self, frame: av.VideoFrame) -> list[Pixels]:
        width_px, height_px = inner_size(
            frame.width, frame.height, self._rect.width, self._rect.height
        )
        inner = self._scale(frame, width_px, height_px)
        if (width_px, height_px) == (self._rect.width, self._rect.height):
            return inner
        left_px, top_px = (self._rect.width - width_px) // 4, (self._rect.height - height_px) // 4
        planes = [pixels.copy() for pixels in self._card]
        paste(inner, planes, Rect(left_px * 2, top_px * 2, width_px, height_px))
        return planes

    def _scale(self, frame: av.VideoFrame, width_px: int, height_px: int) -> list[Pixels]:
        shrinks = width_px < frame.width
        self._scaled = self._scaler.reformat(
            frame,
            width_px,
            height_px,
            "yuv420p",
            interpolation=Interpolation.AREA if shrinks else Interpolation.BILINEAR,
            dst_colorspace=Colorspace.ITU601,  # of the canvas and the encoder
            dst_color_range=ColorRange.MPEG,
            threads=SINGLE_THREAD,
        )
        return planes_of(self._scaled)


def paste(planes: list[Pixels], target: list[Pixels], rect: Rect) -> None:
    """Copy *planes*, of the size of *rect*, to its place in *target*; all edges are even."""
    for index, (pixels, whole) in enumerate(zip(planes, target, strict=True)):
        part(whole, rect, index)[:] = pixels


def part(pixels: Pixels, rect: Rect, plane_index: int) -> Pixels:
    """Return the view of *rect* in a plane; chroma has half the rows and columns."""
    step = 1 if plane_index == 0 else 2
    rows = slice(rect.y // step, rect.bottom // step)
    return pixels[rows, rect.x // step : rect.right // step]


def outer_size(width_px: int, height_px: int, box: Rect) -> tuple[int, int]:
    """Return the smallest even size with the aspect given that covers *box*."""
    scale = max(box.width / width_px, box.height / height_px)
    return _even(width_px * scale), _even(height_px * scale)


def _even(length_px: float) -> int:
    return ceil(round(length_px, 6) / 2) * 2
