"""The layout oracle: really coded pictures of stages against canvases."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lianmai.cli import main
from lianmai.core.errors import SourceError
from lianmai.core.stage.canvas import Canvas, CanvasUser
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.request import Fit
from lianmai.media.picture.still import png_of
from lianmai.media.vision.check import Seen, check
from lianmai.media.vision.pictures import luma_of
from tests.unit.media.vision.composites import Shown, stage

SIZE = (1280, 720)
HALF, OTHER_HALF = (0, 0, 640, 360), (640, 0, 640, 360)
WHOLE, SMALL = (0, 0, 1280, 720), (900, 40, 320, 180)


def user(uid: int, place: tuple[int, int, int, int], z: int = 0, fit: Fit = "cover") -> CanvasUser:
    return CanvasUser(str(uid), Rect(*place), z, fit)


def look(shown: list[Shown], *users: CanvasUser, **options: Any) -> Seen:
    return check(luma_of(stage(shown, SIZE)), Canvas(*SIZE, users=users), **options)


def what(seen: Seen) -> list[tuple[str, str]]:
    return [(it.what, it.uid) for it in seen.report.differences]


def test_a_stage_as_told_agrees() -> None:
    shown = [Shown(1, (640, 360), HALF), Shown(2, (640, 360), OTHER_HALF)]
    report = look(shown, user(1, HALF), user(2, OTHER_HALF, fit="contain")).report
    assert report.is_as_told
    assert [it.uid for it in report.agreed] == ["1", "2"]


@pytest.mark.parametrize(("off_px", "is_as_told"), [(1, True), (4, False)])
def test_two_pixels_are_no_difference_and_four_are(off_px: int, is_as_told: bool) -> None:
    seen = look([Shown(1, (640, 360), (100 + off_px, 50, 640, 360))], user(1, (100, 50, 640, 360)))
    assert seen.report.is_as_told is is_as_told


def test_a_moved_and_a_smaller_tile_are_measured() -> None:
    shown = [Shown(1, (640, 360), (12, 8, 640, 360)), Shown(2, (640, 360), (660, 380, 600, 338))]
    report = look(shown, user(1, HALF), user(2, (660, 380, 640, 360))).report
    first, second = report.differences
    assert (first.dx, first.dy) == pytest.approx((12, 8), abs=1)
    assert (second.dw, second.dh) == pytest.approx((-40, -22), abs=1)
    assert "uid 1 is off its place by +12 px across and +8 px down" in first.sentence


@pytest.mark.parametrize("y", [100, 240])
def test_a_tile_that_should_be_higher_differs_although_another_shape_would_suit(y: int) -> None:
    seen = look([Shown(1, (320, 180), (100, y, 640, 360))], user(1, (100, y, 640, 480)))
    assert what(seen) == [("moved", "1")]


def test_who_is_missing_and_who_is_not_in_the_layout_is_named() -> None:
    shown = [Shown(1, (640, 360), HALF), Shown(7, (640, 360), OTHER_HALF)]
    seen = look(shown, user(1, HALF), user(2, OTHER_HALF))
    assert what(seen) == [("extra", ""), ("missing", "2")]
    assert "sender 7 is shown, 640x360 at 640, 0" in seen.report.differences[0].sentence


def test_a_small_picture_on_a_large_one_agrees() -> None:
    shown = [Shown(1, SIZE, WHOLE), Shown(2, (640, 360), SMALL)]
    assert look(shown, user(2, SMALL, 1), user(1, WHOLE, 0)).report.is_as_told


def test_the_wrong_one_on_top_is_a_difference() -> None:
    shown = [Shown(1, SIZE, WHOLE), Shown(2, (640, 360), SMALL)]
    assert what(look(shown, user(1, WHOLE, 1), user(2, SMALL, 0))) == [("order", "2")]


def test_one_that_is_hidden_against_the_layout_is_a_difference() -> None:
    shown = [Shown(2, (640, 360), SMALL), Shown(1, SIZE, WHOLE)]
    assert what(look(shown, user(1, WHOLE, 0), user(2, SMALL, 1))) == [("order", "1")]


def test_one_that_is_hidden_as_told_cannot_be_checked() -> None:
    shown = [Shown(2, (640, 360), SMALL), Shown(1, SIZE, WHOLE)]
    report = look(shown, user(1, WHOLE, 1), user(2, SMALL, 0)).report
    assert report.is_as_told
    assert report.unchecked == ("uid 2 cannot be checked: its stamp lies under uid 1.",)


def test_a_picture_with_borders_is_where_its_shape_puts_it() -> None:
    shown = [Shown(1, (640, 360), (0, 180, 640, 360))]
    assert look(shown, user(1, (0, 0, 640, 720), fit="contain")).report.is_as_told
    assert not look(shown, user(1, (0, 0, 640, 720), fit="cover")).report.is_as_told


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ((100, 50, 600, 360), ""),
        ((0, 0, 800, 600), "Cells 8 to 55 of its stamp are seen."),
        ((100, 50, 500, 500), "Cells 14 to 49 of its stamp are seen, not who sent it."),
    ],
)
def test_a_picture_cut_at_its_sides_is_judged_by_what_is_left(
    place: tuple[int, int, int, int], note: str
) -> None:
    seen = look([Shown(1, (640, 360), place, covers=True)], user(1, place))
    assert seen.report.is_as_told
    assert [it.note for it in seen.report.agreed] == [note]


def test_a_picture_cut_at_its_sides_is_not_taken_for_anothers() -> None:
    place = (0, 0, 800, 600)
    assert what(look([Shown(1, (640, 360), place, covers=True)], user(2, place))) == [
        ("missing", "2")
    ]


def test_a_picture_whose_stamp_is_cut_away_cannot_be_checked() -> None:
    shown = [Shown(1, (360, 640), HALF, covers=True)]
    report = look(shown, user(1, HALF), aspects=(9 / 16,)).report
    assert report.is_as_told
    assert report.unchecked == (
        "uid 1 cannot be checked: cut to its tile, its picture loses the stamp.",
    )


def test_members_who_send_no_picture_are_not_missed() -> None:
    silent = CanvasUser("2", Rect(*OTHER_HALF), push_video=False)
    assert look([Shown(1, (640, 360), HALF)], user(1, HALF), silent).report.is_as_told


def test_a_larger_picture_of_the_canvas_will_do() -> None:
    frame = stage([Shown(1, (640, 360), (300, 150, 960, 540))], (1920, 1080))
    canvas = Canvas(*SIZE, users=(user(1, (200, 100, 640, 360)),))
    assert check(luma_of(frame), canvas).report.is_as_told


def test_a_picture_of_another_shape_is_refused() -> None:
    with pytest.raises(SourceError, match="The picture is 100x100, the canvas 1280x720: cut"):
        check(np.zeros((100, 100), np.uint8), Canvas(*SIZE))


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, Path]:
    picture, layout = tmp_path / "stage.png", tmp_path / "layout.json"
    picture.write_bytes(png_of(stage([Shown(100, (640, 360), HALF)], SIZE)))
    users = [{"uid": 100, "x": 0, "y": 0, "width": 640, "height": 360}]
    layout.write_text(json.dumps({"canvas": {"width": 1280, "height": 720}, "users": users}))
    return str(picture), layout


def run(*arguments: str) -> int:
    return main(["check-layout", *arguments])


def test_the_command_prints_what_it_found(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    picture, layout = files
    assert run("--picture", picture, "--layout", str(layout)) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["as_told"], told["picture"], told["canvas"]) == (True, "1280x720", "1280x720")
    assert [(it["uid"], it["sender"], it["width"]) for it in told["found"]] == [("100", 100, 640)]


def test_the_command_fails_on_a_difference(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    picture, layout = files
    layout.write_text(layout.read_text().replace('"x": 0', '"x": 50'))
    assert run("--picture", picture, "--layout", str(layout)) == 1
    told = json.loads(capsys.readouterr().out)
    assert [it["what"] for it in told["differences"]] == ["moved"]
    assert run("--picture", picture, "--layout", str(layout), "--tolerance", "60") == 0


def test_the_command_names_what_is_wrong_with_the_layout_and_checks_the_rest(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    picture, layout = files
    told = json.loads(layout.read_text())
    told["users"].append({"uid": 100, "x": 0, "y": 400, "width": 10, "height": 10})
    layout.write_text(json.dumps(told))
    assert run("--picture", picture, "--layout", str(layout)) == 1
    found = json.loads(capsys.readouterr().out)
    assert [it["uid"] for it in found["agreed"]] == ["100"]
    assert "users[0] has it already" in found["layout_problems"][0]["sentence"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "line 1: This is no JSON"),
        ('{"canvas": {"width": 0, "height": 5}}', "canvas, width: 0"),
    ],
)
def test_the_command_says_in_one_line_why_a_layout_is_none(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    picture, layout = files
    layout.write_text(text)
    assert run("--picture", picture, "--layout", str(layout)) == 1
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_the_command_says_which_file_is_missing(
    files: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    picture, layout = files
    assert run("--picture", picture + "x", "--layout", str(layout)) == 1
    assert run("--picture", picture, "--layout", str(layout) + "x") == 1
    errors = capsys.readouterr().err.splitlines()
    assert "does not exist" in errors[0]
    assert "cannot be read" in errors[1]
