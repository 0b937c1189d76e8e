"""The way of own pictures to the encoder and to the window."""

import av
import pytest

from lianmai.core.source import Size
from lianmai.media.feed import Picture, capture_clock
from lianmai.media.picture_line import CARD_PERIOD_S, GREY_LUMA, QUIET_S, PictureLine, Shot
from lianmai.media.planes import BLACK_LUMA, blank, planes_of

SIZE = Size(320, 180, 15)


def line(stamp_sender: int | None = None, wakes: list[None] | None = None) -> PictureLine:
    return PictureLine(
        SIZE, stamp_sender, lambda: wakes.append(None) if wakes is not None else None
    )


def luma(frame: av.VideoFrame) -> int:
    return round(float(planes_of(frame)[0][20:].mean()))


def taken(pictures: PictureLine) -> Shot:
    shot = pictures.shots.take()
    assert shot is not None
    return shot


def test_pictures_reach_the_encoder_in_its_size() -> None:
    pictures = line()
    pictures.take(Picture(blank(640, 360, 77), at_s=5.0))
    shot = taken(pictures)
    assert (shot.frame.width, shot.frame.height, shot.at_s) == (320, 180, 5.0)
    assert luma(shot.frame) == 77


def test_the_camera_turned_off_is_black_at_once_and_nothing_else_gets_out() -> None:
    pictures = line()
    pictures.take(Picture(blank(320, 180, 200), capture_clock()))
    pictures.camera_on = False
    assert luma(taken(pictures).frame) == BLACK_LUMA
    pictures.take(Picture(blank(320, 180, 200), capture_clock()))
    assert pictures.shots.take() is None


def test_while_the_camera_is_off_a_black_card_goes_out_every_second() -> None:
    pictures = line()
    pictures.camera_on = False
    taken(pictures)
    now_s = capture_clock()
    sent = 0
    for quarter in range(1, 41):
        pictures.take(Picture(blank(320, 180, 200), now_s + quarter / 4))
        pictures.fill_in(now_s + quarter / 4)
        if (shot := pictures.shots.take()) is not None:
            sent += 1
            assert luma(shot.frame) == BLACK_LUMA
    assert sent == pytest.approx(10 / CARD_PERIOD_S, abs=1)


def test_a_silent_source_is_replaced_by_a_grey_card_until_it_speaks() -> None:
    pictures = line()
    now_s = capture_clock()
    pictures.fill_in(now_s + QUIET_S - 0.1)
    assert pictures.shots.take() is None
    pictures.fill_in(now_s + QUIET_S + 0.1)
    assert luma(taken(pictures).frame) == GREY_LUMA
    pictures.take(Picture(blank(320, 180, 200), now_s + QUIET_S + 0.2))
    assert luma(taken(pictures).frame) == 200
    pictures.fill_in(now_s + QUIET_S + 0.3)
    assert pictures.shots.take() is None


def test_a_source_that_fails_is_replaced_at_once() -> None:
    pictures = line()
    pictures.take(Picture(blank(320, 180, 200), capture_clock()))
    pictures.lose()
    assert luma(taken(pictures).frame) == GREY_LUMA


def test_who_begins_to_look_gets_a_card_now_but_no_card_instead_of_pictures() -> None:
    pictures = line()
    now_s = capture_clock()
    pictures.take(Picture(blank(320, 180, 200), now_s))
    taken(pictures)
    pictures.fill_in(now_s, at_once=True)
    assert pictures.shots.take() is None
    pictures.camera_on = False
    taken(pictures)
    pictures.fill_in(now_s, at_once=True)
    assert luma(taken(pictures).frame) == BLACK_LUMA


def test_each_change_of_kind_is_a_new_source() -> None:
    pictures = line()
    scenes = []
    now_s = capture_clock()
    for step in ("live", "live", "off", "on", "live", "new", "live"):
        if step == "off":
            pictures.camera_on = False
        elif step == "on":
            pictures.camera_on = True
            continue
        elif step == "new":
            pictures.new_source()
            continue
        else:
            pictures.take(Picture(blank(320, 180, 200), now_s))
        scenes.append(taken(pictures).scene)
    assert scenes == [0, 0, 1, 2, 3]


def test_a_preview_is_made_only_when_somebody_looks() -> None:
    wakes: list[None] = []
    pictures = line(wakes=wakes)
    pictures.take(Picture(blank(320, 180, 200), 1.0))
    assert pictures.preview.take() is None
    pictures.preview_size_px = (160, 100)
    pictures.take(Picture(blank(320, 180, 200), 1.1))
    pictures.take(Picture(blank(320, 180, 200), 1.2))
    assert len(wakes) == 1  # the box was not empty the second time
    picture = pictures.preview.take()
    assert picture is not None
    assert (picture.width, picture.height, picture.format.name) == (160, 90, "bgra")


def test_the_pixels_a_decoder_still_needs_are_not_stamped() -> None:
    pictures = line(stamp_sender=9)
    frame = blank(320, 180, 100)
    pictures.take(Picture(frame, 1.0, is_shared=True))
    assert (planes_of(frame)[0] == 100).all()
    assert set(planes_of(taken(pictures).frame)[0][3]) == {16, 235}


def test_cards_are_stamped_too() -> None:
    pictures = line(stamp_sender=9)
    pictures.camera_on = False
    assert set(planes_of(taken(pictures).frame)[0][3]) == {16, 235}
