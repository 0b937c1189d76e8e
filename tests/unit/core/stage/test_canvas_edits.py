"""Editing a canvas by mouse and numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.canvas import Canvas, CanvasImage, CanvasUser
from lianmai.core.stage.canvas_edits import (
    Edge,
    Step,
    added,
    aligned,
    brought,
    placed,
    removed,
    with_ground,
    with_user,
)
from lianmai.core.stage.canvas_reading import canvas_of
from lianmai.core.stage.canvas_writing import canvas_value
from lianmai.core.stage.dragging import Guides, Handle, guides_of, inside, moved, resized
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.history import History

CANVAS = Canvas(
    1280,
    720,
    users=tuple(
        CanvasUser(uid, Rect(at, 0, 100, 50)) for uid, at in (("a", 0), ("b", 200), ("c", 400))
    ),
    images=(CanvasImage("a.png", Rect(0, 0, 10, 10)),),
)
rects = st.builds(
    Rect, st.integers(0, 900), st.integers(0, 500), st.integers(2, 300), st.integers(2, 200)
)
handles = st.sampled_from(["n", "ne", "e", "se", "s", "sw", "w", "nw"])
steps = st.integers(-800, 800)


def names(canvas: Canvas) -> list[str]:
    return [canvas.users[index].uid for index in canvas.stacked()]


@pytest.mark.parametrize(
    ("step", "expected"),
    [("front", "bca"), ("forward", "bac"), ("backward", "abc"), ("back", "abc")],
)
def test_a_tile_is_brought_up_and_down(step: Step, expected: str) -> None:
    assert "".join(names(brought(CANVAS, 0, step))) == expected


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["front", "forward", "backward"]))))
def test_stacking_keeps_heights_small_and_different(changes: list[tuple[int, Step]]) -> None:
    canvas = CANVAS
    for index, step in changes:
        canvas = brought(canvas, index, step)
    assert sorted(canvas.z_of(index) for index in range(3)) == [0, 1, 2]


def test_a_new_tile_lies_on_top() -> None:
    canvas = brought(CANVAS, 0, "front")
    assert names(added(canvas, CanvasUser("d", Rect(0, 0, 5, 5)))) == ["b", "c", "a", "d"]


def test_things_come_and_go() -> None:
    image = CanvasImage("b.png", Rect(0, 0, 5, 5))
    assert [it.url for it in added(CANVAS, image).images] == ["a.png", "b.png"]
    assert names(removed(CANVAS, ("users", 1))) == ["a", "c"]
    assert removed(CANVAS, ("images", 0)).images == ()


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        ("left", (0, 0)),
        ("right", (400, 0)),
        ("center", (200, 0)),
        ("top", (0, 0)),
        ("bottom", (0, 50)),
        ("middle", (0, 25)),
    ],
)
def test_tiles_line_up(edge: Edge, expected: tuple[int, int]) -> None:
    canvas = placed(CANVAS, ("users", 2), Rect(400, 0, 100, 100))
    first = aligned(canvas, [("users", 0), ("users", 2)], edge).users[0].rect
    assert (first.x, first.y) == expected


def test_a_single_tile_lines_up_with_the_canvas() -> None:
    assert aligned(CANVAS, [("users", 0)], "right").users[0].rect.right == 1280
    assert aligned(CANVAS, [("images", 0)], "middle").images[0].rect.y == 355


def test_a_bad_number_is_forgotten_once_it_is_edited() -> None:
    told = {"canvas": {"width": 99, "height": 99, "color": "no"}, "users": [{"uid": 1, "x": "no"}]}
    canvas = placed(canvas_of(told).canvas, ("users", 0), Rect(1, 2, 3, 4))
    canvas = with_ground(canvas, 80, 60, 255)
    canvas = with_user(canvas, 0, replace(canvas.users[0], uid="2", fit="contain"))
    written = canvas_value(canvas, "nertc")
    assert written["canvas"] == {"width": 80, "height": 60, "color": 255}
    assert canvas_of(written).canvas.users[0] == CanvasUser("2", Rect(1, 2, 3, 4), fit="contain")


@given(rects, steps, steps)
def test_moving_keeps_the_size_and_snaps_by_no_more_than_it_says(
    rect: Rect, right_px: int, down_px: int
) -> None:
    guides = guides_of(CANVAS.whole, [user.rect for user in CANVAS.users])
    dragged = moved(rect, right_px, down_px, guides)
    assert (dragged.rect.width, dragged.rect.height) == (rect.width, rect.height)
    assert abs(dragged.rect.x - rect.x - right_px) <= 8
    assert set(dragged.guides.across) <= set(guides.across)


def test_an_edge_near_another_tile_snaps_to_it_and_shows_the_line() -> None:
    guides = guides_of(CANVAS.whole, [Rect(200, 100, 300, 300)], Guides(across=(777,)))
    dragged = moved(Rect(0, 0, 100, 50), 95, 300, guides)
    assert dragged.rect.right == 200
    assert dragged.guides.across == (200,)
    assert moved(Rect(0, 0, 100, 50), 680, 300, guides).rect.right == 777


@given(rects, handles, steps, steps)
def test_resizing_moves_the_edges_of_the_handle_alone(
    rect: Rect, handle: Handle, right_px: int, down_px: int
) -> None:
    after = resized(rect, handle, right_px, down_px).rect
    assert min(after.width, after.height) >= 2
    kept = {"w": "right", "e": "x", "n": "bottom", "s": "y"}
    for side, edge in kept.items():
        if side in handle:
            assert getattr(after, edge) == getattr(rect, edge)
    if handle in ("n", "s"):
        assert (after.x, after.width) == (rect.x, rect.width)


@given(rects, handles, steps, steps)
def test_resizing_can_keep_the_shape(
    rect: Rect, handle: Handle, right_px: int, down_px: int
) -> None:
    after = resized(rect, handle, right_px, down_px, aspect=16 / 9).rect
    assert abs(after.width - after.height * 16 / 9) <= 2
    if handle == "nw":
        assert (after.right, after.bottom) == (rect.right, rect.bottom)


def test_a_resized_edge_snaps() -> None:
    guides = guides_of(CANVAS.whole, [])
    assert resized(Rect(0, 0, 600, 300), "se", 37, 56, guides).rect == Rect(0, 0, 640, 360)


@given(rects, steps, steps)
def test_what_was_dragged_outside_is_brought_back(rect: Rect, right_px: int, down_px: int) -> None:
    assert CANVAS.whole.contains(inside(rect.moved(right_px, down_px), CANVAS.whole))


@given(st.lists(st.integers(0, 9)), st.integers(0, 12))
def test_undo_and_redo_go_the_same_way(states: list[int], back: int) -> None:
    history = History(-1)
    for state in states:
        history.change(state)
    last, seen = history.state, list[int]()
    while history.can_undo and len(seen) < back:
        seen.append(history.state)
        history.undo()
    for expected in reversed(seen):
        assert history.redo() == expected
    assert history.state == last


def test_a_gesture_is_one_step() -> None:
    history = History(0)
    for state in (1, 2, 3):
        history.change(state, "drag")
    history.end_gesture()
    history.change(4, "drag")
    assert (history.undo(), history.undo(), history.can_undo) == (3, 0, False)


def test_a_change_ends_what_could_be_redone() -> None:
    history = History(0)
    history.change(1)
    history.undo()
    history.change(2)
    assert not history.can_redo
    assert history.redo() == 2


def test_the_oldest_steps_are_forgotten() -> None:
    history = History(0, most_steps=3)
    for state in range(1, 10):
        history.change(state)
    while history.can_undo:
        history.undo()
    assert history.state == 6
