"""What the oracle makes of tiles that were found."""

from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.canvas import Canvas, CanvasUser
from lianmai.core.stage.found import FoundTile, covers
from lianmai.core.stage.geometry import Rect, picture_area
from lianmai.core.stage.oracle import OracleReport, compare
from lianmai.core.stage.request import Fit

WIDE, TALL = 16 / 9, 9 / 16


def found(
    sender: int, x: float, y: float, width: float, aspects: tuple[float, ...] = (WIDE,)
) -> FoundTile:
    return FoundTile(sender, 0, x, y, width, width / aspects[0] / 30, aspects)


def report_of(tiles: list[FoundTile], *users: CanvasUser) -> OracleReport:
    return compare(tiles, Canvas(1280, 720, users=users))


@given(
    st.integers(0, 600),
    st.integers(0, 300),
    st.integers(60, 600),
    st.integers(60, 400),
    st.sampled_from(["contain", "cover"]),
    st.sampled_from([WIDE, TALL, 1.0]),
)
def test_a_picture_in_its_place_agrees_whatever_its_shape(
    x: int, y: int, width: int, height: int, fit: Fit, aspect: float
) -> None:
    rect = Rect(x, y, width, height)
    area = picture_area(aspect, rect, covers=fit == "cover")
    tile = found(1, area.x, area.y, area.width, (aspect,))
    assert report_of([tile], CanvasUser("1", rect, fit=fit)).is_as_told


def test_of_several_possible_shapes_the_one_that_fits_counts() -> None:
    user = CanvasUser("1", Rect(0, 0, 320, 240))
    assert report_of([found(1, 0, 0, 320, (WIDE, 4 / 3))], user).is_as_told


def test_what_is_cut_away_may_be_rounded_up_to_even_sizes() -> None:
    tile, rect = found(1, 1000.2, 300, 204, (TALL,)), Rect(1000, 300, 202, 360)
    assert report_of([tile], CanvasUser("1", rect, fit="cover")).is_as_told
    assert not report_of([tile], CanvasUser("1", rect, fit="contain")).is_as_told


def test_a_tile_that_is_too_small_is_a_difference_also_where_it_is_cut() -> None:
    user = CanvasUser("1", Rect(0, 0, 640, 360))
    assert not report_of([found(1, 0, 0, 637)], user).is_as_told


def test_two_members_with_one_sender_id_get_the_nearest_tile_each() -> None:
    """The id has 8 bits only: 1 and 257 share one."""
    users = CanvasUser("1", Rect(0, 0, 320, 180)), CanvasUser("257", Rect(640, 0, 320, 180))
    assert report_of([found(1, 640, 0, 320), found(1, 0, 0, 320)], *users).is_as_told


def test_a_second_tile_of_a_member_is_extra() -> None:
    user = CanvasUser("1", Rect(0, 0, 320, 180))
    (difference,) = report_of([found(1, 0, 0, 320), found(1, 640, 0, 320)], user).differences
    assert (difference.what, difference.uid) == ("extra", "1")
    assert difference.sentence.startswith("A second tile of uid 1 is shown, 320x180 at 640, 0")


def test_the_one_whose_stamp_is_seen_in_the_common_part_is_on_top() -> None:
    large, small = found(1, 0, 0, 1280), found(2, 900, 40, 320)
    assert covers(small, large) is True
    assert covers(large, small) is False
    assert covers(found(3, 0, 0, 320), found(4, 640, 0, 320)) is None
    assert covers(found(5, 0, 100, 640), found(6, 620, 0, 640)) is None  # only the quiet ends
