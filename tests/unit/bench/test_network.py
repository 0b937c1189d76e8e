"""Recovery after a fault is judged by when latency is low again for good."""

import pytest

from tests.bench.measurements.network import _recovery
from tests.bench.watching import Sighting


def sightings(*points: tuple[float, float]) -> list[Sighting]:
    return [Sighting(at_s, latency_ms) for at_s, latency_ms in points]


def test_recovery_counts_from_the_end_of_the_fault_to_the_first_live_picture() -> None:
    seen = sightings((1, 20), (2, 20), (6, 900), (8.5, 400), (9, 30), (9.1, 25))
    found = _recovery(seen, start_s=3, end_s=8)
    assert found.seconds == pytest.approx(1.0)
    assert found.worst_ms == 900


def test_a_latency_that_comes_back_is_no_recovery() -> None:
    seen = sightings((1, 20), (9, 30), (9.5, 500), (10, 30))
    assert _recovery(seen, 3, 8).seconds == pytest.approx(2.0)


def test_one_late_picture_in_twenty_is_no_relapse() -> None:
    seen = sightings((1, 20), *((9 + n / 10, 300 if n == 15 else 30) for n in range(30)))
    assert _recovery(seen, 3, 8).seconds == pytest.approx(1.0)


def test_a_latency_that_stays_is_never_recovered() -> None:
    assert _recovery(sightings((1, 20), (9, 500), (10, 500)), 3, 8).seconds is None


def test_a_picture_that_stays_away_is_never_recovered() -> None:
    assert _recovery(sightings((1, 20), (5, 300)), 3, 8).seconds is None
