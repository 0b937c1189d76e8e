"""Brings pictures of any size and format to the one size that is wanted, aspect kept."""

from __future__ import annotations

import av
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter

from lianmai.media.capturing.effects.filter_chain import FilterChain
from lianmai.media.picture.planes import blank, copy_of, planes_of
from lianmai.media.picture.scaler import SINGLE_THREAD, inner_size

_MOSTLY_BARS = 0.6
"""A camera's picture that would cover less than this is cut instead, as phones do."""


class Fitter:
    """Makes "yuv420p" frames of one size, black bars where the aspect differs.

    Keeps one scaler, as a new one for each frame costs time and memory. For one thread.
    """

    def __init__(self, width_px: int, height_px: int) -> None:
        self._size = (width_px, height_px)
        self._scaler = VideoReformatter()
        self._cutter = FilterChain()

    def fit(
        self, frame: av.VideoFrame, *, zoom: float = 1.0, is_camera: bool = False
    ) -> av.VideoFrame:
        """Return *frame* fitted in; the very same frame when it fits already.

        With a *zoom* above 1 only the middle of it is used. A camera's picture is cut to the
        shape that is wanted when that differs much, such as upright from lying.
        """
        part = self._cut(frame, zoom, is_camera=is_camera)
        if self._fits(part):
            return part if part is frame else copy_of(part)
        width_px, height_px = inner_size(part.width, part.height, *self._size)
        inner = self._scaler.reformat(
            part,
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

    def _cut(self, frame: av.VideoFrame, zoom: float, *, is_camera: bool) -> av.VideoFrame:
        """Return the part of *frame* to show, of the same pixels."""
        width_px, height_px = frame.width, frame.height
        if is_camera and self._coverage(frame) < _MOSTLY_BARS:
            width_px, height_px = inner_size(*self._size, width_px, height_px)
        if zoom == 1.0 and (width_px, height_px) == (frame.width, frame.height):
            return frame
        cut_px = (
            min(whole, max(2, round(side / zoom / 2) * 2))
            for side, whole in ((width_px, frame.width), (height_px, frame.height))
        )
        self._cutter.filters = (("crop", ":".join(map(str, cut_px))),)  # in the middle by itself
        return self._cutter.apply(frame)

    def _coverage(self, frame: av.VideoFrame) -> float:
        """Return what part of the wanted size the whole of *frame* would cover."""
        wanted, given = self._size[0] / self._size[1], frame.width / frame.height
        return min(wanted / given, given / wanted)

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
