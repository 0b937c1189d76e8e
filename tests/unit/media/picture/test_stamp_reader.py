"""The stamp, read back from frames."""

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stamp import Stamp
from lianmai.media.picture.stamp_reader import read_stamp
from tests.unit.media.scenes import paint_stamp


def stamped_frame(
    width_px: int, height_px: int, stamp: Stamp, levels: tuple[int, int]
) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(
        np.full((height_px * 3 // 2, width_px), 100, np.uint8), "yuv420p"
    )
    paint_stamp(frame, stamp.sender, stamp.time_ms, levels)
    return frame


@given(st.integers(0, 255), st.integers(0, 2**32 - 1))
def test_what_was_stamped_is_read(sender: int, time_ms: int) -> None:
    stamp = Stamp(sender, time_ms)
    assert read_stamp(stamped_frame(640, 360, stamp, (16, 235))) == stamp


@pytest.mark.parametrize("size", [(64, 64), (162, 90), (640, 360), (1280, 720), (720, 1280)])
@pytest.mark.parametrize("levels", [(16, 235), (0, 255), (40, 150)])
def test_any_size_and_range_is_read(size: tuple[int, int], levels: tuple[int, int]) -> None:
    stamp = Stamp(7, 123_456_789)
    assert read_stamp(stamped_frame(*size, stamp, levels)) == stamp


@pytest.mark.parametrize("pixel_format", ["yuvj420p", "nv12", "yuv422p", "yuv444p", "gray"])
def test_the_layout_of_colours_does_not_matter(pixel_format: str) -> None:
    stamp = Stamp(200, 99)
    frame = stamped_frame(320, 180, stamp, (16, 235)).reformat(format=pixel_format)
    assert read_stamp(frame) == stamp


@pytest.mark.parametrize("pixel_format", ["yuv420p", "rgb24", "yuv420p10le"])
def test_a_frame_without_a_stamp_has_none(pixel_format: str) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (180, 320, 3), np.uint8)
    frame = av.VideoFrame.from_ndarray(noise, "rgb24").reformat(format=pixel_format)
    assert read_stamp(frame) is None


def test_a_picture_narrower_than_the_stamp_has_none() -> None:
    assert read_stamp(av.VideoFrame(32, 32, "yuv420p")) is None
