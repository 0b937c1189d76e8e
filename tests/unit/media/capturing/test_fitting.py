"""Pictures of any size and format, fitted into one size."""

import av
import numpy as np
import pytest

from lianmai.core.source import Size
from lianmai.media.capturing.fitting import Fitter
from lianmai.media.capturing.sources.pattern import PatternPainter
from lianmai.media.picture.planes import blank, planes_of
from lianmai.media.picture.scaler import Scaler, inner_size
from tests.unit.media.scenes import picture_colour


def coloured(
    width_px: int, height_px: int, rgb: tuple[int, int, int], form: str = "rgb24"
) -> av.VideoFrame:
    pixels = np.full((height_px, width_px, 3), rgb, np.uint8)
    return av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format=form)


def rgb_at(frame: av.VideoFrame, x: int, y: int) -> tuple[int, ...]:
    return tuple(int(value) for value in frame.to_ndarray(format="rgb24")[y, x])


@pytest.mark.parametrize(
    ("size", "inner"),
    [
        ((1920, 1080), (640, 360)),
        ((640, 480), (480, 360)),
        ((1080, 1920), (202, 360)),
        ((2000, 10), (640, 4)),
        ((1, 1000), (2, 360)),
        ((333, 187), (640, 360)),
    ],
)
def test_the_inner_size_keeps_the_aspect_and_is_even(
    size: tuple[int, int], inner: tuple[int, int]
) -> None:
    assert inner_size(*size, 640, 360) == inner


@pytest.mark.parametrize(
    "form", ["rgb24", "bgra", "yuv420p", "yuyv422", "nv12", "gray", "yuvj422p"]
)
def test_every_format_comes_out_as_the_encoder_takes_it(form: str) -> None:
    frame = coloured(320, 180, (255, 255, 255), form)
    for zoom in (1.0, 1.7):
        fitted = Fitter(640, 360).fit(frame, zoom=zoom)
        assert (fitted.width, fitted.height, fitted.format.name) == (640, 360, "yuv420p")
        assert abs(int(planes_of(fitted)[0].mean()) - 235) <= 2  # limited range, whatever came in


@pytest.mark.parametrize("zoom", [1.0, 1.1, 3.7, 5.0])
@pytest.mark.parametrize("size", [(640, 360), (101, 333), (16, 9), (1, 1000)])
def test_every_size_can_be_zoomed(size: tuple[int, int], zoom: float) -> None:
    for is_camera in (False, True):
        fitted = Fitter(640, 360).fit(
            coloured(*size, (30, 180, 30)), zoom=zoom, is_camera=is_camera
        )
        assert (fitted.width, fitted.height) == (640, 360)
        assert fitted.to_ndarray(format="rgb24")[180, :, 1].max() > 100


def test_a_camera_of_nearly_the_right_shape_keeps_its_bars() -> None:
    fitted = Fitter(640, 360).fit(coloured(640, 480, (220, 30, 30)), is_camera=True)
    assert max(rgb_at(fitted, 10, 180)) < 30


def test_another_aspect_gets_black_bars_on_both_sides() -> None:
    fitted = Fitter(640, 360).fit(coloured(640, 480, (220, 30, 30)))
    for x in (0, 70, 569, 639):
        assert max(rgb_at(fitted, x, 180)) < 30
    for x in (90, 320, 550):
        assert rgb_at(fitted, x, 180)[0] > 180


def test_an_upright_picture_gets_its_bars_too() -> None:
    fitted = Fitter(640, 360).fit(coloured(101, 333, (30, 180, 30)))
    assert rgb_at(fitted, 320, 180)[1] > 140
    assert max(rgb_at(fitted, 200, 180)) < 30


def test_a_picture_that_fits_is_handed_through() -> None:
    frame = blank(640, 360)
    assert Fitter(640, 360).fit(frame) is frame


def test_sizes_may_change_from_picture_to_picture() -> None:
    fitter = Fitter(640, 360)
    for width_px, height_px in ((320, 180), (641, 361), (1280, 720), (64, 300)):
        fitted = fitter.fit(coloured(width_px, height_px, (30, 30, 220)))
        assert (fitted.width, fitted.height) == (640, 360)
        assert rgb_at(fitted, 320, 180)[2] > 180


def test_a_preview_is_small_and_ready_to_be_drawn() -> None:
    picture = Scaler().scale(coloured(640, 360, (220, 220, 30), "yuv420p"), 321, 300)
    assert (picture.width, picture.height, picture.format.name) == (320, 180, "bgra")
    assert picture_colour(picture) == "yellow"


def test_no_row_of_a_preview_spills_into_another() -> None:
    painter, previewer = PatternPainter(Size(640, 360, 15), tint=0), Scaler()
    for number in range(30):
        picture = previewer.scale(painter.paint(number, number * 67), 234, 234)
        above_band = picture.to_ndarray()[: picture.height * 3 // 4, :, :3].astype(int)
        margin = above_band[:, :8]  # nothing but background, of one colour in each row
        assert int(np.ptp(margin, axis=1).max()) < 10
