"""Screens of phones: everything on them lies where a page would find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.devices import Screen, devices, screen_named, screen_of, seat
from lianmai.core.stage.geometry import Rect

SCREENS = [
    screen_of(it, is_landscape=turned) for it in devices().values() for turned in (False, True)
]
sides = st.integers(40, 4000)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda it: it.name)
def test_everything_lies_on_the_screen(screen: Screen) -> None:
    parts = [screen.safe, screen.status_bar, screen.capsule, screen.cutout or screen.safe]
    assert all(screen.whole.contains(part) for part in parts)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda it: it.name)
def test_the_camera_is_outside_the_safe_area_and_clear_of_the_capsule(screen: Screen) -> None:
    if screen.cutout is not None:
        assert not screen.cutout.overlaps(screen.safe)
        assert not screen.cutout.overlaps(screen.capsule)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda it: it.name)
def test_the_capsule_is_below_the_status_bar(screen: Screen) -> None:
    assert not screen.capsule.overlaps(screen.status_bar)


def test_an_iphone_says_what_pages_read_on_it() -> None:
    screen = screen_named("iphone-x")
    assert screen.whole == Rect(0, 0, 375, 812)
    assert screen.safe == Rect(0, 44, 375, 734)
    assert (screen.capsule.x, screen.capsule.right) == (281, 368)
    assert (screen.capsule.y, screen.capsule.bottom) == (48, 80)


def test_turned_it_has_its_safe_area_beside_the_camera() -> None:
    screen = screen_named("iphone-15:landscape")
    assert screen.whole == Rect(0, 0, 852, 393)
    assert screen.safe == Rect(59, 0, 734, 372)
    assert screen.status_bar.height == 0
    assert screen.name == "iphone-15:landscape"


@pytest.mark.parametrize("text", ["nokia", "iphone-15:upside", ""])
def test_an_unknown_device_is_refused_with_those_known(text: str) -> None:
    with pytest.raises(ValueError, match=r"Unknown device .*: use iphone-se, .* or "):
        screen_named(text)


def test_every_device_says_where_its_numbers_are_from() -> None:
    assert all(device.source for device in devices().values())
    assert len(devices()) == len({device.title for device in devices().values()})


@given(width=sides, height=sides, screen=st.sampled_from(SCREENS))
def test_scaled_to_fit_it_is_as_large_as_the_room_allows(
    width: int, height: int, screen: Screen
) -> None:
    room = Rect(7, 5, width, height)
    found = seat(screen.whole, room)
    assert room.contains(found.rect)
    assert room.width - found.rect.width <= 1 or room.height - found.rect.height <= 1


@given(width=sides, height=sides, screen=st.sampled_from(SCREENS))
def test_in_its_own_size_it_is_whole_and_never_left_of_the_room(
    width: int, height: int, screen: Screen
) -> None:
    found = seat(screen.whole, Rect(7, 5, width, height), true_size=True)
    assert found.scale == 1
    assert (found.rect.width, found.rect.height) == (screen.whole.width, screen.whole.height)
    assert found.rect.x >= 7
    assert found.rect.y >= 5
