"""The statistics of the benchmark say what they claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.figures import difference, middle, percentile, ratio, slope, spread


def test_percentiles_are_interpolated() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2.5
    assert percentile([10, 20], 95) == pytest.approx(19.5)
    assert percentile([7], 95) == 7


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.floats(0, 100))
def test_a_percentile_lies_among_the_values(values: list[float], percent: float) -> None:
    slack = 1e-6
    assert min(values) - slack <= percentile(values, percent) <= max(values) + slack


def test_the_spread_counts_what_it_saw() -> None:
    seen = spread([1, 2, 3])
    assert seen is not None
    assert (seen.p50, seen.highest, seen.count) == (2, 3, 3)
    assert spread([]) is None


def test_a_repetition_that_failed_does_not_count() -> None:
    assert middle([3, None, 1]) == 2
    assert middle([None]) is None


def test_there_is_no_ratio_to_what_was_not_measured() -> None:
    assert ratio(3, 2) == 1.5
    assert ratio(3, None) is None
    assert ratio(None, 2) is None
    assert ratio(3, 0) is None


def test_there_is_no_difference_to_what_was_not_measured() -> None:
    assert difference(3, 0) == 3
    assert difference(None, 2) is None
    assert difference(3, None) is None


def test_the_slope_ignores_an_outlier() -> None:
    line = [(float(x), 2.0 * x + 1) for x in range(50)]
    line[20] = (20.0, 9999.0)
    assert slope(line) == pytest.approx(2.0)


def test_the_slope_of_one_point_is_flat() -> None:
    assert slope([(1.0, 5.0)]) == 0.0
