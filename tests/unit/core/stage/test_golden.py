"""Goldens: what is kept, what counts as a difference, what bad files get."""

import json
from dataclasses import replace

import pytest

from lianmai.core.stage.figures import Cut, TileFigures, shape_words
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.golden import (
    GoldenError,
    GoldenReport,
    PixelCount,
    StageShot,
    Tolerance,
    pixel_difference,
    read_shot,
    shot_text,
    tile_differences,
)

ANNA = TileFigures("anna", "Anna", Rect(8, 8, 320, 180), Rect(8, 8, 320, 180), 16 / 9, False, True)
SHOT = StageShot(Rect(0, 40, 640, 360), 2.0, (ANNA,))


def test_a_shot_is_read_as_it_was_written() -> None:
    read = read_shot(shot_text(SHOT))
    assert (read.place, read.ratio) == (SHOT.place, SHOT.ratio)
    assert read.tiles[0].rect == ANNA.rect
    assert tile_differences(SHOT.tiles, read.tiles, 0) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no description"),
        ("[]", "no description"),
        ('{"format": "else"}', "does not say format"),
        ('{"format": "lianmai-stage"}', "no description"),
        ("[" * 100_000, "no description"),
        (shot_text(SHOT).replace('"x": 8', '"x": 1e99'), "no whole number"),
        (shot_text(SHOT).replace("1.7778", "0"), "aspect"),
    ],
)
def test_what_is_no_shot_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(GoldenError, match=said):
        read_shot(text)


def test_tiles_that_moved_came_or_went_are_named() -> None:
    moved = replace(ANNA, rect=ANNA.rect.moved(5, 0))
    bo = replace(ANNA, key="bo", name="Bo")
    assert "Anna: the tile is off by +5 px" in tile_differences([ANNA], [moved], 1)[0]
    assert tile_differences([ANNA], [moved], 5) == []
    assert tile_differences([ANNA], [], 1) == ["Anna: the tile is missing."]
    assert "Bo: this tile is not in the golden" in tile_differences([ANNA], [ANNA, bo], 1)[0]


def test_a_picture_that_is_gone_cut_or_elsewhere_is_named() -> None:
    gone, cut = replace(ANNA, has_picture=False), replace(ANNA, covers=True)
    elsewhere = replace(ANNA, card=Rect(40, 8, 256, 180))
    said = [tile_differences([ANNA], [it], 1)[0] for it in (gone, cut, elsewhere)]
    assert "shows no picture" in said[0]
    assert "is cut to its tile" in said[1]
    assert "the picture is off by +32 px" in said[2]


def test_few_pixels_are_no_difference() -> None:
    count = PixelCount(1000, 5, 200, Rect(1, 2, 3, 4))
    assert pixel_difference(count, Tolerance(share=0.005)) == ""
    assert "3x4 at 1, 2" in pixel_difference(count, Tolerance(share=0.004))


def test_the_line_says_everything_a_test_needs() -> None:
    report = GoldenReport(pixels=PixelCount(2000, 1, 9), tiles_agreed=2, tiles_expected=2)
    assert report.line() == "golden: same, tiles 2/2, pixels 0.050 % of 2000, worst 9"
    assert replace(report, differences=("x",)).line().startswith("golden: different")
    assert json.loads(json.dumps(report.value()))["same"]


def test_a_cut_picture_says_how_much_is_lost() -> None:
    square = replace(ANNA, card=Rect(0, 0, 180, 180), covers=True)
    assert square.cut.left == pytest.approx(0.21875)
    assert square.cut.top == 0.0
    assert not ANNA.cut
    assert not replace(square, has_picture=False).cut
    assert not Cut(0.001)


@pytest.mark.parametrize(
    ("aspect", "words"),
    [(16 / 9, "16:9"), (9 / 16, "9:16"), (1.0, "1:1"), (184 / 102, "16:9"), (1.9, "1.90:1")],
)
def test_shapes_are_said_as_people_say_them(aspect: float, words: str) -> None:
    assert shape_words(aspect) == words
