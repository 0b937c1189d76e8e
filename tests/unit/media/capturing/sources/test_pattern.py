"""The test pattern."""

from itertools import pairwise

import pytest

from lianmai.core.source import Size
from lianmai.media.capturing.sources.pattern import PatternPainter, pattern, square_place
from lianmai.media.capturing.tone import BEEP_S
from lianmai.media.picture.planes import Pixels, planes_of
from tests.unit.media.capturing.sources.films import collect, pictures

SIZE = Size(320, 180, 15)


def luma(painter: PatternPainter, number: int, unix_ms: int = 0) -> Pixels:
    return planes_of(painter.paint(number, unix_ms))[0].copy()


def test_the_square_is_white_for_50_ms_from_each_whole_second() -> None:
    painter = PatternPainter(Size(320, 180, 60), tint=0)
    square = square_place(SIZE)
    white = [bool(luma(painter, number)[square].mean() > 200) for number in range(180)]
    assert [number for number in range(180) if white[number]] == [
        0,
        1,
        2,
        60,
        61,
        62,
        120,
        121,
        122,
    ]
    assert BEEP_S == 3 / 60


@pytest.mark.parametrize("fps", [1, 7, 15, 25])
def test_at_any_rate_the_first_frame_of_each_second_is_white(fps: int) -> None:
    painter = PatternPainter(Size(320, 180, fps), tint=0)
    square = square_place(SIZE)
    for number in range(2 * fps):
        is_white = bool(luma(painter, number)[square].mean() > 200)
        assert is_white == (number % fps / fps < BEEP_S)


def test_the_first_frame_of_a_second_is_taken_when_the_beep_begins() -> None:
    given = collect(pattern(Size(320, 180, 30)), lambda items: len(items) > 30)
    square = square_place(SIZE)
    white = [it for it in pictures(given) if planes_of(it.frame)[0][square].mean() > 200]
    assert any(picture.at_s == round(picture.at_s) for picture in white)
    assert all(picture.at_s % 1 < BEEP_S for picture in white)


def test_the_picture_moves_and_shows_the_time() -> None:
    painter = PatternPainter(SIZE, tint=0)
    assert (luma(painter, 3) != luma(painter, 4)).any()
    assert (luma(painter, 3, unix_ms=1000) != luma(painter, 3, unix_ms=2000)).any()


def test_senders_look_different() -> None:
    def colour(tint: int) -> tuple[float, float]:
        blue, red = (p.mean() for p in planes_of(PatternPainter(SIZE, tint).paint(1, 0))[1:])
        return float(blue), float(red)

    colours = [colour(tint) for tint in range(6)]
    for index, one in enumerate(colours):
        for other in colours[index + 1 :]:
            assert abs(one[0] - other[0]) + abs(one[1] - other[1]) > 8


def test_each_frame_has_pixels_of_its_own() -> None:
    painter = PatternPainter(SIZE, tint=0)
    first = painter.paint(1, 0)
    planes_of(first)[0][:] = 0
    assert planes_of(painter.paint(1, 0))[0].any()


@pytest.mark.parametrize("size", [Size(64, 64), Size(66, 1920), Size(1920, 64), Size(1920, 1080)])
def test_it_can_be_painted_in_any_size(size: Size) -> None:
    frame = PatternPainter(size, tint=255).paint(0, 0)
    assert (frame.width, frame.height) == (size.width_px, size.height_px)


def test_frames_come_evenly() -> None:
    given = collect(pattern(Size(64, 64, 50)), lambda items: len(items) >= 15)
    steps = [b.at_s - a.at_s for a, b in pairwise(pictures(given))]
    assert all(abs(step * 50 - round(step * 50)) < 1e-3 for step in steps)
