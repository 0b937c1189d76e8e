"""Brings pictures of any size and format to the one size that is wanted, aspect kept."""

from __future__ import annotations

import av
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter

from lianmai.media.planes import blank, planes_of

_SINGLE_THREAD = 1
"""Several threads write a few bytes over the end of their last row into the next thread's first:
rows of 234 px showed 4 px of the row above. One thread writes that row afterwards."""


def inner_size(
    width_px: int, height_px: int, outer_width_px: int, outer_height_px: int
) -> tuple[int, int]:
    """Return the largest even size with the aspect of the first that fits into the second."""
    scale = min(outer_width_px / width_px, outer_height_px / height_px)
    return _even(width_px * scale, outer_width_px), _even(height_px * scale, outer_height_px)


class Fitter:
    """Makes "yuv420p" frames of one size, black bars where the aspect differs.

    Keeps one scaler, as a new one for each frame costs time and memory. For one thread.
    """

    def __init__(self, width_px: int, height_px: int) -> None:
        self._size = (width_px, height_px)
        self._scaler = VideoReformatter()

    def fit(self, frame: av.VideoFrame) -> av.VideoFrame:
        """Return *frame* fitted in; the very same frame when it fits already."""
        if self._fits(frame):
            return frame
        width_px, height_px = inner_size(frame.width, frame.height, *self._size)
        inner = self._scaler.reformat(
            frame,
            width_px,
            height_px,
            "yuv420p",
            interpolation=Interpolation.BILINEAR,
            dst_color_range=ColorRange.MPEG,
            threads=_SINGLE_THREAD,
        )
        if (inner.width, inner.height) == self._size:
            return inner
        return self._with_bars(inner)

    def _fits(self, frame: av.VideoFrame) -> bool:
        is_limited = frame.color_range != ColorRange.JPEG
        return is_limited and (*self._size, "yuv420p") == (
            frame.width,
            frame.height,
            frame.format.name,
        )

    def _with_bars(self, inner: av.VideoFrame) -> av.VideoFrame:
        outer = blank(*self._size)
        left_px, top_px = (self._size[0] - inner.width) // 4, (self._size[1] - inner.height) // 4
        for index, (target, pixels) in enumerate(
            zip(planes_of(outer), planes_of(inner), strict=True)
        ):
            step = 2 if index == 0 else 1  # chroma has half the rows and columns
            x, y = left_px * step, top_px * step
            target[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
        return outer


class Previewer:
    """Makes small "bgra" pictures to be drawn in a window; keeps one scaler. For one thread."""

    def __init__(self) -> None:
        self._scaler = VideoReformatter()

    def preview(self, frame: av.VideoFrame, width_px: int, height_px: int) -> av.VideoFrame:
        """Return *frame* as large as it fits into the given size."""
        size = inner_size(frame.width, frame.height, width_px, height_px)
        return self._scaler.reformat(
            frame, *size, "bgra", interpolation=Interpolation.BILINEAR, threads=_SINGLE_THREAD
        )


def _even(length_px: float, limit_px: int) -> int:
    """Return the even number closest to *length_px*, from 2 to *limit_px*."""
    return max(2, min(round(length_px / 2) * 2, limit_px // 2 * 2))
