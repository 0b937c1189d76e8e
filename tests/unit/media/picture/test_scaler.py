"""Pictures of the tile's size."""

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.picture.scaler import Scaler, inner_size

SIDES = st.integers(16, 4000)


@pytest.mark.parametrize(
    ("source", "box", "expected"),
    [
        ((1280, 720), (480, 270), (480, 270)),
        ((1280, 720), (200, 200), (200, 112)),
        ((720, 1280), (480, 270), (152, 270)),
        ((320, 180), (1280, 720), (1280, 720)),
        ((640, 360), (333, 333), (332, 188)),
        ((1920, 64), (32, 32), (32, 2)),
    ],
)
def test_a_picture_is_as_large_as_fits(
    source: tuple[int, int], box: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert inner_size(*source, *box) == expected


@given(SIDES, SIDES, SIDES, SIDES)
def test_a_picture_is_even_and_never_leaves_its_box(
    width: int, height: int, box_width: int, box_height: int
) -> None:
    fitted = inner_size(width, height, box_width, box_height)
    assert all(side % 2 == 0 and side >= 2 for side in fitted)
    assert fitted[0] <= box_width
    assert fitted[1] <= box_height


def test_colours_and_places_survive_shrinking_and_enlarging() -> None:
    pixels = np.zeros((180, 320, 3), np.uint8)
    pixels[:, :160] = (220, 30, 30)
    pixels[:, 160:] = (30, 30, 220)
    frame = av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format="yuv420p")
    scaler = Scaler()
    for size in ((64, 36), (640, 360), (64, 36)):
        picture = scaler.scale(frame, *size)
        bgra = picture.to_ndarray().astype(int)
        assert (picture.format.name, picture.width, picture.height) == ("bgra", *size)
        assert np.abs(bgra[size[1] // 2, size[0] // 4, :3] - (30, 30, 220)).max() < 12
        assert np.abs(bgra[size[1] // 2, size[0] * 3 // 4, :3] - (220, 30, 30)).max() < 12
