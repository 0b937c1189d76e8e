"""Canvases made of a stage or by a layout, and what of one is under the mouse."""

from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.canvas import MOST_PX, Canvas, CanvasImage, CanvasUser
from lianmai.core.stage.canvas_making import StagePlace, canvas_of_places, laid_out
from lianmai.core.stage.canvas_problems import canvas_problems
from lianmai.core.stage.dragging import Guides, moved
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.handles import handle_at, handle_points, item_at, items_in_turn
from lianmai.core.stage.registry import layouts

sides = st.integers(1, 6000)


def _canvas(count: int) -> Canvas:
    users = tuple(CanvasUser(f"u{at}", Rect(0, 0, 10, 10)) for at in range(count))
    return Canvas(1280, 720, users=users)


@given(width=sides, height=sides, tile=st.builds(Rect, *[st.integers(0, 3000)] * 2, sides, sides))
def test_a_stage_becomes_a_canvas_without_problems(width: int, height: int, tile: Rect) -> None:
    canvas = canvas_of_places(width, height, [StagePlace("anna", tile)])
    assert max(canvas.width_px, canvas.height_px) <= MOST_PX
    assert canvas.whole.contains(canvas.users[0].rect)


def test_a_stage_that_is_small_enough_is_taken_pixel_by_pixel() -> None:
    tiles = [
        StagePlace("anna", Rect(0, 0, 640, 720)),
        StagePlace("bo", Rect(600, 0, 680, 720), "cover"),
    ]
    canvas = canvas_of_places(1280, 720, tiles)
    assert [(it.uid, it.rect, it.z_order, it.fit) for it in canvas.users] == [
        ("anna", Rect(0, 0, 640, 720), 0, "contain"),
        ("bo", Rect(600, 0, 680, 720), 1, "cover"),
    ]


def test_every_layout_can_be_applied_and_leaves_no_zero_size() -> None:
    for layout in layouts().values():
        canvas = laid_out(_canvas(4), layout)
        assert all(user.rect.area for user in canvas.users)
        assert sorted(user.z_order or 0 for user in canvas.users) == [0, 1, 2, 3]
        blocking = [it for it in canvas_problems(canvas) if it.blocks]
        assert not blocking, layout.name


def test_who_has_no_place_in_a_layout_stays_below_the_others() -> None:
    canvas = laid_out(_canvas(3), layouts()["one_to_one"])
    stayed = [at for at, user in enumerate(canvas.users) if user.rect == Rect(0, 0, 10, 10)]
    assert [canvas.z_of(at) for at in stayed] == [0]


def test_what_was_no_object_in_the_file_is_left_alone() -> None:
    canvas = Canvas(100, 100, users=(CanvasUser("", Rect(0, 0, 0, 0), unread=7), *_canvas(1).users))
    assert laid_out(canvas, layouts()["grid"]).users[0] == canvas.users[0]


def test_the_uppermost_is_under_the_mouse() -> None:
    users = (CanvasUser("a", Rect(0, 0, 50, 50), 5), CanvasUser("b", Rect(20, 20, 50, 50), 1))
    canvas = Canvas(100, 100, users=users, images=(CanvasImage("x.png", Rect(0, 0, 100, 100)),))
    assert item_at(canvas, 30, 30) == ("users", 0)
    assert item_at(canvas, 60, 60) == ("users", 1)
    assert item_at(canvas, 50, 10) == ("images", 0)
    assert item_at(canvas, 100, 10) is None
    assert items_in_turn(canvas) == [("users", 1), ("users", 0), ("images", 0)]


def test_each_handle_is_found_where_it_is_and_corners_win() -> None:
    rect = Rect(10, 10, 100, 60)
    for handle, (x, y) in handle_points(rect).items():
        assert handle_at(rect, x + 3, y - 3, 4) == handle
    assert handle_at(rect, 60, 40, 4) is None
    assert handle_at(Rect(0, 0, 4, 4), 2, 2, 4) == "nw"


def test_lines_out_of_reach_do_not_attract() -> None:
    lines = Guides(across=(100,))
    assert moved(Rect(0, 0, 10, 10), 84, 0, lines, reach_px=6).rect.x == 90
    assert moved(Rect(0, 0, 10, 10), 84, 0, lines, reach_px=5).rect.x == 84
