"""A stage as a canvas: every tile in its place, at any size."""

import pytest

from lianmai.core.stage.canvas import Canvas, CanvasImage, CanvasUser
from lianmai.core.stage.canvas_problems import canvas_problems
from lianmai.core.stage.figures import TileFigures
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.tile_canvas import (
    canvas_fitted,
    canvas_of_tiles,
    even_size,
    with_listeners,
)

STAGE = Rect(0, 0, 800, 400)
LEFT = TileFigures("me", "Lin", Rect(0, 0, 400, 400), Rect(0, 0, 400, 400), 1.0)
RIGHT = TileFigures(
    "bo/screen", "Bo", Rect(600, 300, 200, 100), Rect(600, 300, 200, 100), 2.0, True
)


def test_tiles_are_users_under_the_ids_of_the_room() -> None:
    canvas = canvas_of_tiles([LEFT, RIGHT], "lin", STAGE, 1600, 800)
    assert [(user.uid, user.rect, user.fit) for user in canvas.users] == [
        ("lin", Rect(0, 0, 800, 800), "contain"),
        ("bo/screen", Rect(1200, 600, 400, 200), "cover"),
    ]
    assert canvas.stacked() == [0, 1]


@pytest.mark.parametrize("size", [(1280, 640), (640, 1280), (333, 333), (64, 1920)])
def test_a_canvas_of_any_shape_holds_the_whole_stage(size: tuple[int, int]) -> None:
    canvas = canvas_of_tiles([LEFT, RIGHT], "lin", STAGE, *size)
    assert [str(it) for it in canvas_problems(canvas) if it.blocks] == []
    left, right = (user.rect for user in canvas.users)
    assert left.width / left.height == pytest.approx(1, rel=0.1)
    assert left.right < right.x


def test_who_is_not_seen_is_heard() -> None:
    canvas = canvas_of_tiles([LEFT], "lin", STAGE, 800, 400)
    whole = with_listeners(canvas, ["lin", "cy"], 0x102030)
    assert [(user.uid, user.push_video, user.push_audio) for user in whole.users] == [
        ("lin", True, True),
        ("cy", False, True),
    ]
    assert whole.color == 0x102030


def test_a_canvas_is_fitted_into_the_middle_of_another() -> None:
    user, image = CanvasUser("a", Rect(0, 0, 50, 100)), CanvasImage("x.png", Rect(50, 0, 50, 100))
    canvas = canvas_fitted(Canvas(100, 100, users=(user,), images=(image,)), 400, 200)
    assert (canvas.width_px, canvas.height_px) == (400, 200)
    assert canvas.users[0].rect == Rect(100, 0, 100, 200)
    assert canvas.images[0].rect == Rect(200, 0, 100, 200)
    assert canvas_fitted(canvas, 400, 200) is canvas


@pytest.mark.parametrize(
    ("aspect", "size"), [(16 / 9, (1280, 720)), (9 / 16, (720, 1280)), (100.0, (1280, 64))]
)
def test_sizes_are_even_and_large_enough_for_an_encoder(
    aspect: float, size: tuple[int, int]
) -> None:
    assert even_size(aspect, 1280) == size
