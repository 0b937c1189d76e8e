"""Who is seen, by colour."""

import av
import numpy as np
import pytest

from lianmai.core.stamp import Stamp
from lianmai.media.picture.mean_colour import MeanColour
from tests.unit.media.scenes import COLOURS, colour_name, paint_stamp


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_is_recognised_below_the_stamp(name: str) -> None:
    rgb = np.full((360, 640, 3), COLOURS[name], np.uint8)
    frame = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuv420p")
    paint_stamp(frame, Stamp(1, 2).sender, 12345)
    mean = MeanColour().of(frame)
    assert colour_name(mean) == name
    seen = [int(mean[i : i + 2], 16) for i in (1, 3, 5)]
    assert max(abs(a - b) for a, b in zip(seen, COLOURS[name], strict=True)) < 8
