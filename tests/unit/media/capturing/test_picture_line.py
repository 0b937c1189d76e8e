"""The way of own pictures to the encoder and to the window."""

from itertools import pairwise

import av
import pytest
from msgspec.structs import replace

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.live_player import PICTURE_GAP_MS
from lianmai.core.source import Size
from lianmai.core.stamp import CELLS, Stamp, cell_edges, decode_cells
from lianmai.media.capturing.feed import Picture, capture_clock
from lianmai.media.capturing.picture_line import (
    CARD_PERIOD_S,
    GREY_LUMA,
    QUIET_S,
    PictureLine,
    Shot,
    StandIn,
)
from lianmai.media.capturing.stamping import draw_stamp
from lianmai.media.picture.planes import BLACK_LUMA, blank, planes_of

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


def test_while_the_camera_is_off_black_cards_go_out_too_often_to_be_a_stall() -> None:
    pictures = line()
    pictures.camera_on = False
    taken(pictures)
    now_s = capture_clock()
    sent_s = [now_s]
    for quarter in range(1, 41):
        pictures.take(Picture(blank(320, 180, 200), now_s + quarter / 4))
        pictures.fill_in(now_s + quarter / 4)
        if (shot := pictures.shots.take()) is not None:
            sent_s.append(shot.at_s)
            assert luma(shot.frame) == BLACK_LUMA
    gaps_s = [after - before for before, after in pairwise(sent_s)]
    assert max(gaps_s) * 1000 < PICTURE_GAP_MS


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


def lopsided(width_px: int = 320, height_px: int = 180) -> av.VideoFrame:
    """Return a picture that is dark on the left and light on the right."""
    frame = blank(width_px, height_px, 60)
    planes_of(frame)[0][:, width_px // 2 :] = 180
    return frame


def halves(frame: av.VideoFrame) -> tuple[int, int]:
    pixels = planes_of(frame)[0]
    middle = pixels.shape[1] // 2
    return round(float(pixels[40:, :middle].mean())), round(float(pixels[40:, middle:].mean()))


def stamp_of(frame: av.VideoFrame) -> Stamp | None:
    edges, row = cell_edges(frame.width), planes_of(frame)[0][3]
    return decode_cells([int(row[(edges[i] + edges[i + 1]) // 2]) for i in range(CELLS)])


def test_without_effects_the_sources_own_frame_is_sent() -> None:
    pictures = line()
    pictures.set_attributes(PusherAttributes())
    frame = blank(320, 180, 100)
    pictures.take(Picture(frame, 1.0))
    assert taken(pictures).frame is frame


@pytest.mark.parametrize("name", ["mirror", "remote_mirror"])
def test_a_mirror_flips_what_is_sent_and_not_the_preview_nor_the_stamp(name: str) -> None:
    pictures = line(stamp_sender=9)
    pictures.preview_size_px = (320, 180)
    pictures.set_attributes(replace(PusherAttributes(), **{name: True}))
    frame = lopsided()
    pictures.take(Picture(frame, capture_clock(), is_shared=True))
    shot, preview = taken(pictures), pictures.preview.take()
    assert halves(shot.frame) == pytest.approx((180, 60), abs=2)
    stamp = stamp_of(shot.frame)
    assert stamp is not None
    assert stamp.sender == 9
    assert preview is not None
    pixels = preview.to_ndarray()
    assert pixels[90, 80, 0] < pixels[90, 240, 0]
    assert halves(frame) == pytest.approx((60, 180), abs=2)


def test_effects_do_not_reach_the_stamp() -> None:
    pictures = line(stamp_sender=9)
    pictures.set_attributes(PusherAttributes(beauty=9, whiteness=9, filter="romantic", mirror=True))
    pictures.zoom = 2.0
    pictures.take(Picture(lopsided(), capture_clock(), is_shared=True))
    frame = taken(pictures).frame
    assert set(planes_of(frame)[0][3]) == {16, 235}
    assert stamp_of(frame) is not None


def test_zoom_enlarges_the_middle_of_the_source() -> None:
    pictures = line()
    source = blank(640, 360, 60)
    planes_of(source)[0][90:270, 160:480] = 180
    pictures.zoom = 2.0
    pictures.take(Picture(source, capture_clock(), is_shared=True))
    frame = taken(pictures).frame
    assert (frame.width, frame.height) == (320, 180)
    assert halves(frame) == pytest.approx((180, 180), abs=2)
    draw_stamp(frame, 1, 1)  # its pixels are its own
    assert set(planes_of(source)[0][93]) == {60, 180}


def test_a_lying_camera_fills_an_upright_picture_and_a_file_does_not() -> None:
    for is_camera, corner in ((True, 200), (False, BLACK_LUMA)):
        pictures = PictureLine(Size(180, 320, 15), None, lambda: None)
        pictures.new_source(is_camera=is_camera)
        pictures.take(Picture(blank(640, 360, 200), capture_clock()))
        assert planes_of(taken(pictures).frame)[0][2, 2] == corner


def test_the_size_may_change_at_any_time() -> None:
    pictures = line()
    pictures.take(Picture(blank(320, 180, 77), capture_clock()))
    pictures.size = Size(160, 90, 15)
    pictures.take(Picture(blank(320, 180, 77), capture_clock()))
    assert (pictures.shots.dropped, taken(pictures).frame.width) == (1, 160)


def test_a_camera_that_is_not_enabled_sends_nothing_and_returns_with_another_scene() -> None:
    pictures = line()
    now_s = capture_clock()
    pictures.take(Picture(blank(320, 180, 200), now_s))
    before = taken(pictures).scene
    pictures.set_attributes(PusherAttributes(enable_camera=False))
    for quarter in range(20):
        pictures.take(Picture(blank(320, 180, 200), now_s + quarter / 4))
        pictures.fill_in(now_s + quarter / 4, at_once=True)
    assert pictures.shots.take() is None
    pictures.set_attributes(PusherAttributes())
    pictures.take(Picture(blank(320, 180, 200), capture_clock()))
    back = taken(pictures)
    assert luma(back.frame) == 200
    assert back.scene > before


@pytest.mark.parametrize(
    ("stand_in", "expected"),
    [("black", BLACK_LUMA), ("frozen", 200), ("waiting_image", 90), ("none", None)],
)
def test_something_else_stands_in_at_once_and_again_until_it_is_taken_back(
    stand_in: StandIn, expected: int | None
) -> None:
    pictures = line()
    pictures.set_waiting_image(blank(320, 180, 90))
    now_s = capture_clock()
    pictures.take(Picture(blank(320, 180, 200), now_s))
    taken(pictures)
    pictures.stand_in = stand_in
    for _ in range(2):
        shot = pictures.shots.take()
        assert (luma(shot.frame) if shot else None) == expected
        now_s += CARD_PERIOD_S + 0.01
        pictures.take(Picture(blank(320, 180, 140), now_s))
        pictures.fill_in(now_s)
    pictures.shots.take()
    pictures.stand_in = ""
    pictures.take(Picture(blank(320, 180, 140), now_s))
    assert luma(taken(pictures).frame) == 140


def test_a_frozen_picture_keeps_the_stamp_of_its_moment() -> None:
    pictures = line(stamp_sender=9)
    pictures.take(Picture(blank(320, 180, 200), capture_clock() - 5.0))
    first = stamp_of(taken(pictures).frame)
    pictures.stand_in = "frozen"
    assert stamp_of(taken(pictures).frame) == first


def test_the_waiting_image_is_black_until_there_is_one_and_fits_any_size() -> None:
    pictures = line(stamp_sender=9)
    pictures.stand_in = "waiting_image"
    assert luma(taken(pictures).frame) == BLACK_LUMA
    image = blank(320, 180, 90)
    pictures.set_waiting_image(image)
    pictures.fill_in(capture_clock(), at_once=True)
    assert luma(taken(pictures).frame) == 90
    assert (planes_of(image)[0] == 90).all()  # stamped is only its copy
    pictures.size = Size(160, 90, 15)
    pictures.fill_in(capture_clock(), at_once=True)
    assert taken(pictures).frame.width == 160


def test_an_attribute_among_others_does_not_wake_the_camera_that_is_off() -> None:
    pictures = line()
    pictures.camera_on = False
    taken(pictures)
    pictures.set_attributes(PusherAttributes(beauty=3))
    assert pictures.shots.take() is None
