"""The stamp in a picture."""

import time

import numpy as np
import pytest

from lianmai.core.stamp import CELLS, Stamp, cell_edges, decode_cells, stamp_height
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.capturing.stamping import draw_stamp, unix_ms_at
from lianmai.media.picture.planes import blank, planes_of


@pytest.mark.parametrize(
    ("width", "height"), [(640, 360), (333, 187), (64, 64), (854, 480), (1920, 1080)]
)
def test_a_stamp_can_be_read_from_the_middles_of_its_cells(width: int, height: int) -> None:
    frame = blank(width, height, luma=100)
    draw_stamp(frame, sender=200, unix_ms=1_763_632_800_123)
    luma = planes_of(frame)[0]
    edges = cell_edges(width)
    row = luma[stamp_height(height) // 2]
    samples = [int(row[(edges[i] + edges[i + 1]) // 2]) for i in range(CELLS)]
    assert decode_cells(samples) == Stamp(200, 1_763_632_800_123 % 2**32)


def test_levels_are_exact_and_the_strip_is_grey() -> None:
    frame = blank(640, 360, luma=100)
    for pixels in planes_of(frame)[1:]:
        pixels[:] = 60
    draw_stamp(frame, sender=1, unix_ms=5)
    luma, *chroma = planes_of(frame)
    assert set(np.unique(luma[:12])) == {16, 235}
    for pixels in chroma:
        assert (pixels[:6] == 128).all()


def test_the_rest_of_the_picture_is_left_alone() -> None:
    frame = blank(640, 360, luma=100)
    for pixels in planes_of(frame)[1:]:
        pixels[:] = 60
    draw_stamp(frame, sender=1, unix_ms=5)
    luma, *chroma = planes_of(frame)
    assert (luma[12:] == 100).all()
    assert all((pixels[6:] == 60).all() for pixels in chroma)


def test_capture_time_becomes_unix_time() -> None:
    assert abs(unix_ms_at(capture_clock() - 10.0) - (time.time() - 10.0) * 1000) < 50
