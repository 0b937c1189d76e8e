"""The pixels of a frame as arrays."""

from __future__ import annotations

from typing import TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]

NEUTRAL_CHROMA = 128
BLACK_LUMA = 16


def planes_of(frame: av.VideoFrame) -> list[Pixels]:
    """Return writable views of the planes of an 8-bit planar *frame*, shape (height, width) each.

    Rows lie ``line_size`` bytes apart, hence the views are not contiguous. They are good only as
    long as *frame* lives.
    """
    return [
        np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width]
        for plane in frame.planes
    ]


def blank(width_px: int, height_px: int, luma: int = BLACK_LUMA) -> av.VideoFrame:
    """Return a new grey "yuv420p" frame; the default *luma* is black."""
    frame = av.VideoFrame(width_px, height_px, "yuv420p")
    for pixels, level in zip(planes_of(frame), (luma, NEUTRAL_CHROMA, NEUTRAL_CHROMA), strict=True):
        pixels[:] = level
    return frame


def copy_of(frame: av.VideoFrame) -> av.VideoFrame:
    """Return a "yuv420p" frame with pixels of its own, for a receiver that draws into it."""
    return av.VideoFrame.from_ndarray(frame.to_ndarray(), "yuv420p")


def upright(frame: av.VideoFrame) -> av.VideoFrame:
    """Return *frame* turned as its file asks for, as phones do that were held upright.

    A frame that needs no turning is returned as it is; only whole quarters are turned.
    """
    quarters = round(frame.rotation / 90) % 4
    if not quarters:
        return frame
    lying = frame.reformat(format="yuv420p")
    sides = (lying.height, lying.width) if quarters % 2 else (lying.width, lying.height)
    turned = av.VideoFrame(*sides, "yuv420p")
    for target, pixels in zip(planes_of(turned), planes_of(lying), strict=True):
        target[:] = np.rot90(pixels, quarters)  # counterclockwise, as FFmpeg counts
    return turned
