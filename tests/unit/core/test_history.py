from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.history import History


@given(st.lists(st.floats(0, 300), max_size=50).map(sorted))
def test_the_span_is_kept_and_nothing_older(times_s: list[float]) -> None:
    history = History[float](span_s=120)
    for time_s in times_s:
        history.add(time_s, time_s)

    kept = [time_s for time_s in times_s if time_s >= times_s[-1] - 120]
    assert list(history) == [(time_s, time_s) for time_s in kept]


def test_a_history_never_outgrows_its_capacity() -> None:
    history = History[int](span_s=1000, capacity=3)
    for number in range(10):
        history.add(0.0, number)

    assert [item for _, item in history] == [7, 8, 9]


def test_what_is_too_old_can_be_forgotten_without_news() -> None:
    history = History[str](span_s=120)
    history.add(0.0, "old")
    history.forget(121.0)

    assert len(history) == 0
