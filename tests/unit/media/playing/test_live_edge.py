"""How late a packet is."""

import pytest

from lianmai.media.playing.live_edge import LiveEdge


def lateness(edge: LiveEdge, way_s: float, dts_s: float) -> float:
    """Return the lateness of a packet sent at *dts_s* that was *way_s* under way."""
    return edge.lateness_s(dts_s, 1000 + dts_s + way_s)


def test_steady_arrival_is_never_late() -> None:
    edge = LiveEdge()
    assert max(lateness(edge, 0.05, index / 30) for index in range(300)) == pytest.approx(0)


def test_what_was_held_back_is_late_and_the_rest_of_the_pile_less_and_less() -> None:
    edge = LiveEdge()
    for index in range(30):
        lateness(edge, 0.05, index / 30)
    released_s = 2.0
    pile = [edge.lateness_s(dts_s, 1000.05 + released_s) for dts_s in (1.0, 1.5, 1.9)]
    assert pile == pytest.approx([1.0, 0.5, 0.1])


def test_a_way_that_stays_longer_becomes_the_usual_one() -> None:
    edge = LiveEdge()
    for index in range(30):
        lateness(edge, 0.05, index / 30)
    later = [lateness(edge, 0.25, 1 + index / 30) for index in range(150)]
    assert later[0] == pytest.approx(0.2)
    assert later[-1] == pytest.approx(0.0)


def test_a_new_timeline_is_not_taken_for_a_delay() -> None:
    edge = LiveEdge()
    for index in range(30):
        lateness(edge, 0.05, 500 + index / 30)
    assert edge.lateness_s(0.0, 1501.0) == 0.0
