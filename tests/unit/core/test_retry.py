"""Waits between attempts."""

from lianmai.core.retry import Backoff


def test_waits_grow_up_to_the_longest_and_end() -> None:
    assert list(Backoff(1, 2, 5, attempts=5).waits()) == [1, 2, 4, 5, 5]


def test_a_success_starts_anew() -> None:
    backoff = Backoff(1, 3, 9)
    series = backoff.waits()
    next(series)
    assert [next(series), next(backoff.waits())] == [3, 1]


def test_no_attempts_means_no_waits() -> None:
    assert list(Backoff(attempts=0).waits()) == []
