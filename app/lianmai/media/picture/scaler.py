"""Scales decoded frames to the size at which they are shown."""

from __future__ import annotations

import av
from av.video.reformatter import Interpolation, VideoReformatter

PICTURE_FORMAT = "bgra"
SINGLE_THREAD = 1
"""The default is a pool of threads for each scaler: 70 % more work for a picture of tile size.
They also write a few bytes over the end of their last row into the next thread's first: rows of
234 px showed 4 px of the row above."""


class Scaler:
    """Makes pictures of one size out of frames of any size; belongs to one thread.

    One scaler is reused for a whole stream: a new one per frame costs time and memory.
    """

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def scale(self, frame: av.VideoFrame, width_px: int, height_px: int) -> av.VideoFrame:
        """Return *frame* as large as fits into the given box, in `PICTURE_FORMAT`."""
        width, height = inner_size(frame.width, frame.height, width_px, height_px)
        shrinks = width < frame.width
        return self._reformatter.reformat(
            frame,
            width,
            height,
            PICTURE_FORMAT,
            # 720p to 480x270: AREA 0.40 ms, FAST_BILINEAR 0.39, BILINEAR 0.53, BICUBLIN 0.84;
            # AREA keeps thin lines, but enlarges into blocks.
            interpolation=Interpolation.AREA if shrinks else Interpolation.BILINEAR,
            threads=SINGLE_THREAD,
        )


def inner_size(
    width_px: int, height_px: int, outer_width_px: int, outer_height_px: int
) -> tuple[int, int]:
    """Return the largest even size with the aspect of the first that fits into the second."""
    scale = min(outer_width_px / width_px, outer_height_px / height_px)
    return _even(width_px * scale, outer_width_px), _even(height_px * scale, outer_height_px)


def _even(length_px: float, limit_px: int) -> int:
    """Return the even number closest to *length_px*, from 2 to *limit_px*."""
    return max(2, min(round(length_px / 2) * 2, limit_px // 2 * 2))
