"""Sizes for bitrates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.components.size_ladder import ladder, size_for
from lianmai.core.source import Size

UPRIGHT = Size(360, 640, 15)
sides = st.integers(32, 960).map(lambda half: half * 2)
sizes = st.builds(Size, sides, sides)


def names(base: Size) -> list[str]:
    return [f"{rung.size.width_px}x{rung.size.height_px}" for rung in ladder(base)]


def test_the_ladder_keeps_shape_and_rate_below_the_size_asked_for() -> None:
    assert names(UPRIGHT) == ["360x640", "270x480", "180x320"]
    assert names(Size(1280, 720, 30)) == ["1280x720", "960x540", "640x360", "480x270", "320x180"]
    assert {rung.size.fps for rung in ladder(Size(1280, 720, 30))} == {30}


@pytest.mark.parametrize(
    ("kbps", "current", "expected"),
    [
        (1000, "360x640", "360x640"),
        (500, "360x640", "360x640"),
        (499, "360x640", "270x480"),
        (540, "270x480", "270x480"),  # ranges overlap: no flutter at 500
        (551, "270x480", "360x640"),
        (200, "360x640", "180x320"),
        (1000, "180x320", "360x640"),
    ],
)
def test_size_follows_bitrate(kbps: int, current: str, expected: str) -> None:
    [now] = [
        it.size for it in ladder(UPRIGHT) if current == f"{it.size.width_px}x{it.size.height_px}"
    ]
    size = size_for(kbps, UPRIGHT, now)
    assert f"{size.width_px}x{size.height_px}" == expected


@given(sizes, st.integers(1, 4000))
def test_a_size_once_chosen_for_a_bitrate_is_kept(base: Size, kbps: int) -> None:
    chosen = size_for(kbps, base, base)
    assert size_for(kbps, base, chosen) == chosen
    assert chosen.width_px <= base.width_px
    assert chosen.height_px <= base.height_px


@given(sizes, st.integers(1, 4000), st.integers(1, 4000))
def test_more_bits_never_mean_a_smaller_picture(base: Size, kbps: int, more: int) -> None:
    chosen, larger = (size_for(it, base, base) for it in (kbps, kbps + more))
    assert chosen.width_px <= larger.width_px
    assert chosen.height_px <= larger.height_px
