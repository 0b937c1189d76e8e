"""A still picture of a stream."""

from __future__ import annotations

from fractions import Fraction

import av
from av.video.reformatter import VideoReformatter

from lianmai.media.picture.scaler import PICTURE_FORMAT, SINGLE_THREAD


def still_of(frame: av.VideoFrame) -> av.VideoFrame:
    """Return *frame* as a picture that can be painted, in its own size."""
    return VideoReformatter().reformat(frame, format=PICTURE_FORMAT, threads=SINGLE_THREAD)


def png_of(frame: av.VideoFrame) -> bytes:
    """Return *frame* as a PNG file."""
    encoder = av.CodecContext.create("png", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "rgb24"
    pixels = VideoReformatter().reformat(frame, format="rgb24", threads=SINGLE_THREAD)
    pixels.pts, encoder.time_base = None, Fraction(1, 1)
    return b"".join(bytes(packet) for packet in [*encoder.encode(pixels), *encoder.encode(None)])
