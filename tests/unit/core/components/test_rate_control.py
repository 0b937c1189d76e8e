"""The bitrate that suits a network, tried on a simulated one."""

from collections import deque
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianmai.core.components.rate_control import (
    BUSY_S,
    CALM_S,
    SENSITIVE,
    SLOW,
    BusyWatch,
    RateControl,
    Temper,
)

BOUNDS = 200, 1000
STEP_S = 0.1
tempers = st.sampled_from([SENSITIVE, SLOW])


def rates(capacity_kbps: Callable[[float], float], temper: Temper, end_s: float) -> list[float]:
    """Return the rate of each tenth of a second on a network of that capacity.

    The sender gives up what has waited for 0.7 s, as the real one does.
    """
    control = RateControl(BOUNDS, temper, 0.0)
    queue_kbit, taken, chosen = 0.0, deque([0.0], maxlen=5), []
    for tick in range(round(end_s / STEP_S)):
        now_s = tick * STEP_S
        capacity = capacity_kbps(now_s)
        queue_kbit += control.kbps * STEP_S
        sent_kbit = min(queue_kbit, capacity * STEP_S)
        queue_kbit -= sent_kbit
        taken.append(sent_kbit / STEP_S)
        age_s = queue_kbit / capacity
        queue_kbit = 0.0 if age_s > 0.7 else queue_kbit
        control.feed(age_s, sum(taken) / len(taken), now_s)
        chosen.append(float(control.kbps))
    return chosen


def changes(chosen: list[float]) -> int:
    return sum(a != b for a, b in pairwise(chosen))


@given(
    st.lists(st.tuples(st.floats(0, 2), st.floats(0, 5000), st.floats(0.01, 3)), max_size=200),
    st.integers(50, 2000),
    st.integers(0, 2000),
    tempers,
)
def test_the_rate_never_leaves_its_bounds(
    readings: list[tuple[float, float, float]], lowest: int, span: int, temper: Temper
) -> None:
    control, now_s = RateControl((lowest, lowest + span), temper, 0.0), 0.0
    for queue_s, taken_kbps, wait_s in readings:
        now_s += wait_s
        control.feed(queue_s, taken_kbps, now_s)
        assert lowest <= control.kbps <= lowest + span


@settings(max_examples=20)
@given(tempers, st.floats(1.0, 60.0))
def test_a_good_network_is_left_alone(temper: Temper, end_s: float) -> None:
    assert set(rates(lambda _: 5000.0, temper, end_s)) == {1000.0}


@settings(max_examples=20)
@given(st.integers(260, 950), tempers)
def test_it_settles_below_what_a_steady_network_carries(capacity: int, temper: Temper) -> None:
    chosen = rates(lambda _: float(capacity), temper, 240)
    late = chosen[1200:]
    assert 0.6 * capacity < sum(late) / len(late) < capacity
    assert changes(late) <= 30  # in two minutes
    assert sum(rate > capacity for rate in late) < len(late) / 5


@pytest.mark.parametrize(("temper", "falls_s", "returns_s"), [(SENSITIVE, 3, 25), (SLOW, 8, 60)])
def test_it_falls_fast_and_comes_back(temper: Temper, falls_s: int, returns_s: int) -> None:
    chosen = rates(lambda now_s: 300.0 if 10 <= now_s < 40 else 2000.0, temper, 120)
    assert chosen[99] == 1000
    assert min(chosen[100 : 100 + falls_s * 10]) < 300
    assert max(chosen[400 : 400 + returns_s * 10]) == 1000


def test_the_slow_temper_ignores_what_makes_the_sensitive_one_act() -> None:
    sensitive, slow = (RateControl(BOUNDS, temper, 0.0) for temper in (SENSITIVE, SLOW))
    for control in (sensitive, slow):
        control.feed(0.2, 900.0, 1.0)
    assert (sensitive.kbps < 1000, slow.kbps) == (True, 1000)


@given(st.lists(st.tuples(st.floats(0, 0.3), st.floats(0.01, 3)), max_size=50))
def test_busy_is_told_once_until_the_network_has_caught_up(
    readings: list[tuple[float, float]],
) -> None:
    watch, now_s, busy_s, told_s = BusyWatch(), 0.0, [], []
    for age_s, wait_s in readings:
        now_s += wait_s
        busy_s += [now_s] if age_s > BUSY_S else []
        told_s += [now_s] if watch.begins(age_s, now_s) else []
    fresh = [at_s for before_s, at_s in pairwise([-CALM_S, *busy_s]) if at_s - before_s >= CALM_S]
    assert told_s == fresh
