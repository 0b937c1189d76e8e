"""Canvas files: both forms, nothing lost, everything that is wrong named."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.canvas import MOST_COLOR, Canvas, CanvasImage, CanvasUser
from lianmai.core.stage.canvas_problems import canvas_problems, usable
from lianmai.core.stage.canvas_reading import CanvasError, CanvasReading, canvas_of, read_canvas
from lianmai.core.stage.canvas_writing import canvas_text, canvas_value
from lianmai.core.stage.geometry import Rect

GUIDE: dict[str, Any] = {
    "canvas": {"width": 1280, "height": 720, "color": 16777215},
    "users": [
        {
            "uid": uid,
            "x": 0,
            "y": 0,
            "width": 640,
            "height": 360,
            "adaption": 1,
            "zOrder": z_order,
            "pushAudio": True,
            "pushVideo": True,
        }
        for uid, z_order in ((100, 1), (200, 2))
    ],
    "images": [
        {"url": "https://e.com/a.png", "x": 0, "y": 0, "width": 480, "height": 360, "adaption": 1}
    ],
}


def guide(**changed: Any) -> CanvasReading:
    """Return the guide's layout with fields of its second user changed."""
    users = [GUIDE["users"][0], {**GUIDE["users"][1], **changed}]
    return read_canvas(json.dumps({**GUIDE, "users": users}))


def sentences(reading: CanvasReading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def test_the_vendors_layout_is_read() -> None:
    canvas = read_canvas(json.dumps(GUIDE)).canvas
    assert (canvas.width_px, canvas.height_px, canvas.color) == (1280, 720, MOST_COLOR)
    assert canvas.users[1] == CanvasUser("200", Rect(0, 0, 640, 360), 2)
    assert canvas.images == (CanvasImage("https://e.com/a.png", Rect(0, 0, 480, 360)),)


def test_the_vendors_layout_is_written_as_it_was() -> None:
    assert canvas_value(read_canvas(json.dumps(GUIDE)).canvas, "nertc") == GUIDE


def test_a_whole_task_keeps_what_is_around_its_layout() -> None:
    task = {"taskId": "t", "streamUrl": "rtmp://h/a/b", "layout": GUIDE}
    reading = read_canvas(json.dumps(task))
    assert reading.canvas.users[0].uid == "100"
    assert canvas_value(reading.canvas, "nertc") == task


def test_fields_nobody_knows_and_values_that_are_no_good_survive_both_forms() -> None:
    told = json.loads(json.dumps(GUIDE))
    told["later"] = {"a": [1]}
    told["canvas"]["gradient"] = True
    told["users"][0] |= {"role": "host", "x": "left", "uid": "100"}
    told["users"].append(7)
    told["images"][0]["z"] = 3
    canvas = canvas_of(told).canvas
    again = read_canvas(canvas_text(canvas, "own"))
    assert again.form == "own"
    assert again.canvas == canvas
    assert canvas_value(again.canvas, "nertc") == told


rects = st.builds(Rect, *[st.integers(-2000, 4000)] * 4)
plain = st.dictionaries(st.sampled_from(["role", "tag"]), st.integers() | st.text(), max_size=2)
fits = st.sampled_from(["contain", "cover"])
canvases = st.builds(
    Canvas,
    st.integers(0, 3000),
    st.integers(0, 3000),
    st.integers(0, MOST_COLOR),
    st.lists(
        st.builds(
            CanvasUser,
            st.text(min_size=1) | st.integers(0, 1 << 70).map(str),
            rects,
            st.none() | st.integers(-5, 200),
            fits,
            st.booleans(),
            st.booleans(),
            plain,
        ),
        max_size=4,
    ).map(tuple),
    st.lists(st.builds(CanvasImage, st.text(), rects, fits, plain), max_size=2).map(tuple),
    plain,
    plain,
    around=st.none() | plain,
)


@given(canvases, st.sampled_from(["nertc", "own"]))
def test_what_is_written_is_read_again(canvas: Canvas, form: Any) -> None:
    assert read_canvas(canvas_text(canvas, form)).canvas == canvas


NAMES = """canvas users tiles images layout uid peer x y width height zOrder adaption fit more
    color pushVideo url format version"""
names = st.sampled_from(NAMES.split())
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=6),
    max_leaves=30,
)


def read_or_refuse(text: str) -> CanvasReading | None:
    """Return what is read; a refusal must be a sentence, and nothing else may come up."""
    refusal, reading = "It was read.", None
    try:
        reading = read_canvas(text)
    except CanvasError as error:
        refusal = str(error)
    assert refusal.endswith(".")
    return reading


@given(st.dictionaries(names, values) | values)
def test_any_json_is_read_or_refused_with_a_sentence(value: object) -> None:
    reading = read_or_refuse(json.dumps(value))
    if reading is None:
        return
    assert all(str(problem).endswith(".") for problem in reading.problems)
    assert not [
        it
        for it in canvas_problems(usable(reading.canvas, reading.problems))
        if it.blocks and it.where is not None
    ]


@given(st.text(max_size=200), st.integers(0, 400), st.integers(0, 40))
def test_damaged_text_is_refused_with_a_sentence(junk: str, start: int, length: int) -> None:
    text = canvas_text(canvas_of(GUIDE).canvas, "nertc")
    read_or_refuse(text[:start] + junk + text[start + length :])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: This is no JSON: Expecting value."),
        ('{"canvas": {"width": 1280,\n "height": }}', "line 2: This is no JSON after 'height': "),
        ('{"canvas":\n\n 7}', "line 1: canvas: it is missing: "),
        ("[" * 100_000, "nested too deeply"),
        ('{"canvas": ' + "9" * 5000 + "}", "thousands of digits"),
        (" " * 1_000_001, "more than 1000000 characters"),
    ],
)
def test_what_is_no_canvas_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(CanvasError) as refused:
        read_canvas(text)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"x": 700}, "users[1] (uid 200), x: 700 to 1340 leaves the canvas, which goes from 0 to"),
        ({"y": -1}, "users[1] (uid 200), y: -1 to 359 leaves the canvas"),
        ({"width": 0}, "users[1] (uid 200), width: 0 shows nothing"),
        ({"uid": 100}, "users[1] (uid 100), uid: users[0] has it already"),
        ({"uid": None}, "users[1], uid: None is no user id."),
        ({"uid": ""}, "users[1], uid: it is missing"),
        ({"x": 1.5}, "users[1] (uid 200), x: 1.5 is not a whole number"),
        ({"zOrder": "top"}, "users[1] (uid 200), zOrder: 'top' is not a number."),
        ({"zOrder": 101}, "users[1] (uid 200), zOrder: 101 is not between 0 and 100."),
        ({"adaption": 2}, "users[1] (uid 200), adaption: 2 is not 0 or 1."),
        ({"pushVideo": 1}, "users[1] (uid 200), pushVideo: 1 is neither true nor false."),
        ({}, "users[0] (uid 100): users[1] (uid 200) hides it."),
        ({"x": 10}, "users[0] (uid 100): users[1] (uid 200) covers part of it."),
    ],
)
def test_what_is_wrong_with_a_tile_is_named(changed: dict[str, Any], sentence: str) -> None:
    assert any(sentence in it for it in sentences(guide(**changed)))


@pytest.mark.parametrize("changed", [{"x": 700}, {"pushVideo": False}])
def test_a_tile_that_is_not_drawn_covers_nothing(changed: dict[str, Any]) -> None:
    said = sentences(guide(**changed))
    assert not any("covers" in it or "hides" in it for it in said)


def test_only_the_broken_tile_is_left_out() -> None:
    reading = guide(width=0)
    assert [user.uid for user in usable(reading.canvas, reading.problems).users] == ["100"]
    assert len(reading.canvas.users) == 2


def test_leaving_a_tile_out_changes_nothing_about_what_covers_what() -> None:
    whole = Rect(0, 0, 9, 9)
    users = (CanvasUser("a", whole), CanvasUser("", whole), CanvasUser("c", whole, 1))
    canvas = Canvas(9, 9, users=users)
    kept = usable(canvas, canvas_problems(canvas))
    assert [kept.users[index].uid for index in kept.stacked()] == ["a", "c"]


def test_a_problem_has_its_line() -> None:
    text = json.dumps(GUIDE, indent=1).replace('"adaption": 1', '"adaption": 5', 1)
    line = text[: text.index('"adaption": 5')].count("\n") + 1
    assert sentences(read_canvas(text))[0].startswith(f"line {line}: users[0] (uid 100), adaption")


@pytest.mark.parametrize("color", [-1, 1 << 24, "red", "#12", True, [1]])
def test_a_colour_that_is_none_is_named_and_kept(color: object) -> None:
    told = {**GUIDE, "canvas": {"width": 1280, "height": 720, "color": color}}
    reading = read_canvas(json.dumps(told))
    assert "canvas, color" in sentences(reading)[0]
    assert canvas_value(reading.canvas, "nertc") == told


@pytest.mark.parametrize("url", ["", "https://e.com/notes.txt", "x" * 300 + ".png", 5])
def test_an_image_that_cannot_be_one_is_named(url: object) -> None:
    told = {**GUIDE, "images": [{**GUIDE["images"][0], "url": url}]}
    assert any("images[0], url" in it for it in sentences(read_canvas(json.dumps(told))))


def test_uids_nobody_has_are_named_where_members_are_known() -> None:
    found = [str(it) for it in read_canvas(json.dumps(GUIDE), known_uids=["100"]).problems]
    assert any("users[1] (uid 200), uid: nobody in the room has it" in it for it in found)
    assert not any("users[0] (uid 100), uid" in it for it in found)


def test_equal_heights_stack_in_the_order_of_the_list() -> None:
    whole = Rect(0, 0, 9, 9)
    users = (CanvasUser("a", whole, 5), CanvasUser("b", whole, 5), CanvasUser("c", whole, 0))
    assert Canvas(9, 9, users=users).stacked() == [2, 0, 1]
