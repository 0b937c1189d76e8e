"""Streams that fall silent."""

import pytest

from lianmai.media.playing.stall_watch import StallWatch


def test_a_stall_is_told_once_and_its_end_with_its_length() -> None:
    watch = StallWatch()
    assert watch.arrived(10.0) is None
    assert watch.look(10.7) is None
    assert watch.look(10.9) == pytest.approx(0.9)
    assert watch.look(11.5) is None
    assert watch.arrived(12.0) == pytest.approx(2.0)
    assert watch.arrived(12.1) is None


def test_a_stream_that_has_not_begun_does_not_stall() -> None:
    assert StallWatch().look(100.0) is None


def test_the_next_look_is_when_a_stall_could_begin() -> None:
    watch = StallWatch()
    watch.arrived(10.0)
    assert watch.next_look_s(10.3) == pytest.approx(0.5)
