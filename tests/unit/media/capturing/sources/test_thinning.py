"""Leaving out pictures."""

import pytest

from lianmai.media.capturing.sources.thinning import Thinner


def kept(source_fps: float, wanted_fps: int, jitter_s: float = 0.0) -> int:
    thinner = Thinner(wanted_fps)
    times = [1000 + n / source_fps + jitter_s * (n % 3 - 1) for n in range(round(source_fps * 10))]
    return sum(thinner.wants(at_s) for at_s in times)


@pytest.mark.parametrize(
    ("source_fps", "wanted_fps", "count"),
    [(30, 15, 150), (60, 30, 300), (25, 15, 150), (15, 15, 150), (10, 15, 100), (29.97, 30, 300)],
)
def test_the_rate_is_kept_to(source_fps: float, wanted_fps: int, count: int) -> None:
    assert kept(source_fps, wanted_fps) == pytest.approx(count, abs=2)


def test_jitter_costs_no_pictures_of_a_source_of_the_same_rate() -> None:
    assert kept(15, 15, jitter_s=0.02) == 150


def test_after_a_pause_there_is_no_burst() -> None:
    thinner = Thinner(10)
    assert thinner.wants(1.0)
    assert thinner.wants(9.0)
    assert sum(thinner.wants(9.0 + n / 100) for n in range(1, 100)) <= 10
