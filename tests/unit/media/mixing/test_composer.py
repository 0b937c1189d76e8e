from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import Colorspace
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.mix.problems import ProblemCode
from lianmai.core.stage.canvas import Canvas, CanvasImage, CanvasUser
from lianmai.core.stage.geometry import Rect
from lianmai.media.mixing.composer import Composer
from lianmai.media.mixing.pictures import read_pictures
from lianmai.media.mixing.tile import outer_size
from lianmai.media.picture.planes import Pixels, planes_of
from tests.unit.media.scenes import COLOURS, colour_name

WIDTH, HEIGHT = 320, 180
WHITE = 0xFFFFFF


def plain(colour: str, width_px: int = 320, height_px: int = 180) -> av.VideoFrame:
    rgb = np.full((height_px, width_px, 3), COLOURS[colour], np.uint8)
    return av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuv420p")


def striped(left: str, middle: str, right: str) -> av.VideoFrame:
    """Return 400x100 px: a quarter on the left and on the right, a half in the middle."""
    rgb = np.zeros((100, 400, 3), np.uint8)
    for colour, start, end in ((left, 0, 100), (middle, 100, 300), (right, 300, 400)):
        rgb[:, start:end] = COLOURS[colour]
    return av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuv420p")


def drawn(canvas: Canvas, **pictures: av.VideoFrame) -> Pixels:
    return rgb_of(Composer(canvas, {}).compose(pictures.get))


def rgb_of(frame: av.VideoFrame) -> Pixels:
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def colour_at(picture: Pixels, x: int, y: int) -> str:
    red, green, blue = (int(level) for level in picture[y, x])
    return colour_name(f"#{red:02x}{green:02x}{blue:02x}")


def canvas_of(*users: CanvasUser, color: int = WHITE) -> Canvas:
    return Canvas(WIDTH, HEIGHT, color, users)


@pytest.mark.parametrize(
    "rect", [Rect(40, 20, 120, 90), Rect(41, 21, 121, 91), Rect(7, 3, 33, 177)]
)
def test_a_member_is_where_the_layout_says(rect: Rect) -> None:
    picture = drawn(canvas_of(CanvasUser("a", rect)), a=plain("red"))
    inside = [(rect.x + 2, rect.y + 2), (rect.right - 3, rect.bottom - 3)]
    outside = [(rect.x - 3, rect.y), (rect.x, rect.y - 3), (rect.right + 2, rect.bottom)]
    assert [colour_at(picture, x, y) for x, y in inside] == ["red"] * 2
    within = [(x, y) for x, y in outside if x >= 0 and y >= 0 and y < HEIGHT]
    assert {colour_at(picture, x, y) for x, y in within} == {"white"}


def test_neighbours_on_odd_edges_have_no_seam() -> None:
    users = CanvasUser("a", Rect(0, 0, 107, 180)), CanvasUser("b", Rect(107, 0, 213, 180))
    picture = drawn(canvas_of(*users), a=plain("red"), b=plain("red"))
    assert np.ptp(picture.reshape(-1, 3), axis=0).max() <= 3


def test_the_ground_has_the_colour_asked_for() -> None:
    picture = drawn(canvas_of(color=0x1E1EDC))
    assert np.abs(picture.astype(int) - (0x1E, 0x1E, 0xDC)).max() <= 3


def test_what_is_higher_hides_what_is_lower() -> None:
    low = CanvasUser("a", Rect(0, 0, 200, 100), z_order=1)
    high = CanvasUser("b", Rect(100, 50, 200, 100), z_order=2)
    for users in ((low, high), (high, low)):
        picture = drawn(canvas_of(*users), a=plain("red"), b=plain("blue"))
        assert colour_at(picture, 150, 75) == "blue"
        assert colour_at(picture, 50, 25) == "red"


def test_a_wide_picture_is_cropped_at_both_sides_or_bordered() -> None:
    rect = Rect(100, 20, 100, 100)
    pictures = {"a": striped("red", "green", "blue")}
    cropped = drawn(canvas_of(CanvasUser("a", rect, fit="cover")), **pictures)
    assert {colour_at(cropped, x, 70) for x in (104, 150, 196)} == {"green"}
    bordered = drawn(canvas_of(CanvasUser("a", rect, fit="contain")), **pictures)
    assert [colour_at(bordered, x, 70) for x in (104, 150, 196)] == ["red", "green", "blue"]
    assert [colour_at(bordered, 150, y) for y in (24, 70, 116)] == ["white", "green", "white"]


def test_without_a_picture_there_is_a_card_in_the_colour_of_the_ground() -> None:
    users = CanvasUser("a", Rect(0, 0, 200, 100)), CanvasUser("b", Rect(0, 0, 50, 50))
    picture = drawn(canvas_of(*users), a=plain("red"))
    assert colour_at(picture, 25, 25) == "white"
    assert colour_at(picture, 100, 75) == "red"


def test_whoever_is_only_heard_is_not_drawn() -> None:
    user = CanvasUser("a", Rect(0, 0, 200, 100), push_video=False)
    assert colour_at(drawn(canvas_of(user), a=plain("red")), 100, 50) == "white"


def test_pictures_from_files_lie_below_members(tmp_path: Path) -> None:
    path = tmp_path / "ground.png"
    write_png(path, plain("green"))
    image = CanvasImage(str(path), Rect(0, 0, WIDTH, HEIGHT))
    canvas = Canvas(WIDTH, HEIGHT, WHITE, (CanvasUser("a", Rect(0, 0, 100, 100)),), (image,))
    pictures, problems = read_pictures(canvas)
    picture = Composer(canvas, pictures).compose({"a": plain("red")}.get)
    seen = rgb_of(picture)
    assert not problems
    assert (colour_at(seen, 50, 50), colour_at(seen, 200, 100)) == ("red", "green")


def test_what_is_transparent_shows_the_ground(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    rgba = np.zeros((100, 100, 4), np.uint8)
    rgba[:50] = (*COLOURS["red"], 255)
    write_png(path, av.VideoFrame.from_ndarray(rgba, "rgba"))
    canvas = Canvas(100, 100, WHITE, images=(CanvasImage(str(path), Rect(0, 0, 100, 100)),))
    pictures, _ = read_pictures(canvas)
    seen = rgb_of(Composer(canvas, pictures).compose(lambda _: None))
    assert (colour_at(seen, 50, 20), colour_at(seen, 50, 80)) == ("red", "white")


def test_pictures_coded_for_hd_keep_their_colours() -> None:
    rgb = np.full((180, 320, 3), (220, 30, 30), np.uint8)
    hd = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709
    )
    seen = drawn(canvas_of(CanvasUser("a", Rect(0, 0, WIDTH, HEIGHT))), a=hd)
    assert np.abs(seen[90, 160].astype(int) - (220, 30, 30)).max() <= 8


@pytest.mark.parametrize("content", [b"no picture", b"", None])
def test_a_file_that_is_no_picture_is_named_and_the_rest_drawn(
    content: bytes | None, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    write_png(good, plain("green"))
    if content is not None:
        bad.write_bytes(content)
    images = tuple(CanvasImage(str(path), Rect(0, 0, 100, 100)) for path in (bad, good))
    pictures, [problem] = read_pictures(Canvas(WIDTH, HEIGHT, images=images))
    assert list(pictures) == [str(good)]
    assert problem.code == ProblemCode.PICTURE
    assert "images[0]" in str(problem)
    assert "bad.png" in str(problem)


def test_each_picture_is_scaled_once() -> None:
    composer = Composer(canvas_of(CanvasUser("a", Rect(0, 0, 100, 100))), {})
    frame = plain("red")
    composer.compose({"a": frame}.get)
    planes_of(frame)[0][:] = 16  # whoever scaled it again would see this
    seen = rgb_of(composer.compose({"a": frame}.get))
    assert colour_at(seen, 50, 50) == "red"


@given(st.integers(16, 1920), st.integers(16, 1920), st.integers(2, 1920), st.integers(2, 1920))
def test_a_cropped_picture_covers_its_tile_and_wastes_little(
    width: int, height: int, box_width: int, box_height: int
) -> None:
    outer = outer_size(width, height, Rect(0, 0, box_width, box_height))
    assert outer[0] >= box_width
    assert outer[1] >= box_height
    assert outer[0] <= box_width + 2 or outer[1] <= box_height + 2
    assert not outer[0] % 2
    assert not outer[1] % 2


def write_png(path: Path, picture: av.VideoFrame) -> None:
    pixels = "rgba" if picture.format.name == "rgba" else "rgb24"
    with av.open(str(path), "w", format="image2", options={"update": "1"}) as output:
        stream = output.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, pixels
        output.mux(stream.encode(picture.reformat(format=pixels)))
        output.mux(stream.encode(None))


def test_a_picture_that_cannot_be_scaled_costs_its_tile_alone() -> None:
    users = CanvasUser("a", Rect(0, 0, 100, 100)), CanvasUser("b", Rect(100, 0, 100, 100))
    seen = drawn(canvas_of(*users), a=av.VideoFrame(64, 64, "gray32le"), b=plain("red"))
    assert (colour_at(seen, 50, 50), colour_at(seen, 150, 50)) == ("white", "red")
