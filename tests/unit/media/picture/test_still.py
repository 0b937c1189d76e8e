"""Still pictures of a stream."""

import io

import av
import pytest

from lianmai.media.picture.still import png_of, still_of
from tests.unit.media.scenes import COLOURS


@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuvj420p", "bgra"])
def test_a_png_has_the_size_and_the_colours_of_the_frame(pixel_format: str) -> None:
    red = av.VideoFrame(322, 182, "rgb24")
    red.planes[0].update(bytes(COLOURS["red"]) * (red.planes[0].buffer_size // 3))
    data = png_of(red.reformat(format=pixel_format))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    with av.open(io.BytesIO(data), "r") as file:
        [picture] = file.decode(video=0)
    pixels = picture.to_ndarray(format="rgb24")
    assert pixels.shape == (182, 322, 3)
    assert abs(pixels[90, 160].astype(int) - COLOURS["red"]).max() < 6


def test_a_still_is_painted_as_it_is() -> None:
    still = still_of(av.VideoFrame(322, 182, "yuv420p"))
    assert (still.width, still.height, still.format.name) == (322, 182, "bgra")
