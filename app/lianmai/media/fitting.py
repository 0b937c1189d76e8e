"""Brings pictures of any size and format to the one size that is wanted, aspect kept."""

from __future__ import annotations

import av
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter

from lianmai.media.planes import blank, planes_of
from lianmai.media.scaler import SINGLE_THREAD, inner_size


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
            threads=SINGLE_THREAD,
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
