"""How much is kept in hand, and how fast it is played; the network and the clock are simulated."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianmai.media.playing.play_clock import FASTEST, SLOWEST, PlayClock

SENT_S = 50.0
STEP_S = 0.01


@dataclass(frozen=True)
class Look:
    """The clock at one moment; *latency_s* is from sending to playing."""

    time_s: float
    latency_s: float
    speed: float
    position_s: float


class Network:
    """Sends a packet every *interval_s*, which is *way_s* of its time under way, in order."""

    def __init__(
        self, way_s: Callable[[float], float], interval_s: float = 1 / 30, head_start_s: float = 0.0
    ) -> None:
        self._way_s = way_s
        self._interval_s = interval_s
        self._head_start_s = head_start_s

    def arrivals(self, seconds: float) -> Iterator[tuple[float, float]]:
        """Yield timestamp and arrival of each packet."""
        last_s = 0.0
        for index in range(round((seconds + self._head_start_s) / self._interval_s)):
            sent_s = index * self._interval_s - self._head_start_s
            last_s = max(last_s, max(sent_s, 0.0) + self._way_s(sent_s))
            yield SENT_S + sent_s, last_s


def play(clock: PlayClock, network: Network, seconds: float) -> tuple[list[Look], list[str]]:
    looks: list[Look] = []
    turns: list[str] = []
    arrivals = list(network.arrivals(seconds))
    for step in range(round(seconds / STEP_S)):
        now_s = step * STEP_S
        while arrivals and arrivals[0][1] <= now_s:
            dts_s, at_s = arrivals.pop(0)
            clock.arrived(dts_s, at_s)
        if turn := clock.look(now_s):
            turns.append(turn)
        if clock.is_playing:
            latency_s = now_s + SENT_S - clock.position_s
            looks.append(Look(now_s, latency_s, clock.speed, clock.position_s))
    return looks, turns


def test_playing_starts_when_the_least_is_in_hand() -> None:
    looks, turns = play(PlayClock(1.0, 3.0), Network(lambda _: 0.02), 4)
    assert looks[0].time_s == pytest.approx(1.0, abs=0.06)
    assert turns == ["filled"]
    assert {look.speed for look in looks} == {1.0}


@settings(max_examples=40)
@given(
    least_s=st.floats(0.2, 2.0),
    more_s=st.floats(0.3, 2.0),
    jitter_s=st.floats(0.0, 0.15),
    head_start_s=st.floats(0.0, 2.5),
    interval_s=st.sampled_from([1 / 50, 1 / 30, 1 / 15]),
    seed=st.integers(0, 100),
)
def test_the_delay_comes_to_lie_between_least_and_most_whatever_the_start(
    least_s: float,
    more_s: float,
    jitter_s: float,
    head_start_s: float,
    interval_s: float,
    seed: int,
) -> None:
    dice = Random(seed)
    clock = PlayClock(least_s, least_s + more_s)
    network = Network(lambda _: dice.uniform(0, jitter_s), interval_s, head_start_s)
    looks, turns = play(clock, network, 25)
    settled = [look.latency_s for look in looks if look.time_s > 20]
    assert min(settled) > least_s - 0.05
    assert max(settled) < least_s + more_s + jitter_s + 0.1
    assert turns == ["filled"]


@settings(max_examples=40)
@given(
    ways_s=st.lists(st.floats(0.0, 3.0), min_size=1, max_size=12),
    least_s=st.floats(0.0, 1.0),
    more_s=st.floats(0.0, 2.0),
)
def test_whatever_the_network_does_time_never_runs_back_nor_too_fast(
    ways_s: list[float], least_s: float, more_s: float
) -> None:
    clock = PlayClock(least_s, least_s + more_s)
    looks, _ = play(clock, Network(lambda s: ways_s[int(max(s, 0)) % len(ways_s)]), 12)
    speeds = [look.speed for look in looks]
    assert all(SLOWEST <= speed <= FASTEST for speed in speeds)
    for before, look in pairwise(looks):
        assert look.position_s >= before.position_s
        step_s = look.position_s - before.position_s
        elapsed_s = look.time_s - before.time_s
        assert step_s <= elapsed_s * FASTEST + 1e-6 or clock.jumps


def test_what_piled_up_in_a_stall_is_worked_off_faster_and_nothing_is_left_out() -> None:
    def way_s(sent_s: float) -> float:
        return 4.2 - sent_s if 3 < sent_s < 4.2 else 0.0

    clock = PlayClock(0.2, 0.8)
    looks, turns = play(clock, Network(way_s), 12)
    assert turns == ["filled", "empty", "filled"]
    after = [look for look in looks if look.time_s > 4.3]
    assert after[0].latency_s > 0.9
    assert max(look.speed for look in after) > 1.1
    assert after[-1].latency_s < 0.8
    assert clock.jumps == 0


def test_a_bad_network_is_met_with_more_in_hand_up_to_the_most() -> None:
    def way_s(sent_s: float) -> float:
        return 0.0 if sent_s < 5 else (0.45 if int(sent_s * 2) % 2 else 0.0)

    looks, _ = play(PlayClock(0.2, 0.8), Network(way_s), 20)
    calm = next(look for look in looks if look.time_s > 4.9)
    assert calm.latency_s < 0.3
    assert 0.45 < looks[-1].latency_s < 0.85


def test_late_data_is_played_slower_before_it_runs_out() -> None:
    looks, _ = play(PlayClock(0.5, 2.0), Network(lambda s: 0.0 if s < 2 else 0.4), 4)
    assert min(look.speed for look in looks) == SLOWEST


def test_what_lies_far_beyond_the_most_is_left_out() -> None:
    def way_s(sent_s: float) -> float:
        return 9 - sent_s if 3 < sent_s < 9 else 0.0

    clock = PlayClock(0.2, 0.8)
    looks, _ = play(clock, Network(way_s), 10)
    assert clock.jumps == 1
    assert looks[-1].latency_s < 1.0


@pytest.mark.parametrize("speed", [math.inf, 20.0])
def test_a_long_head_start_is_cut_to_the_most(speed: float) -> None:
    def way_s(sent_s: float) -> float:
        return max(0.0, (5 + sent_s) / speed if sent_s < 0 else 0.0)

    clock = PlayClock(0.2, 0.8)
    looks, _ = play(clock, Network(way_s, head_start_s=5), 1)
    assert looks[-1].latency_s < 0.9


def test_the_last_pieces_are_played_although_no_more_come() -> None:
    clock = PlayClock(1.0, 3.0)
    clock.arrived(10.0, 0.0)
    clock.arrived(10.4, 0.4)
    assert clock.look(0.5) == ""
    assert clock.look(0.6, is_last=True) == "filled"
    clock.look(1.1, is_last=True)
    assert clock.due_in_s(10.4) == 0.0


def test_while_it_stands_nothing_is_due() -> None:
    clock = PlayClock(1.0, 3.0)
    clock.arrived(10.0, 0.0)
    clock.look(0.1)
    assert clock.due_in_s(10.5) == math.inf
