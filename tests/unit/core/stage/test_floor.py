"""Who talks: found soon, kept through gaps, never flickering."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.floor import KEEPS_S, Floor, heard

STEP_S = 0.1
NAMES = ("anna", "bo", "chen")
levels = st.lists(st.tuples(*[st.floats(0, 1)] * 3), min_size=1, max_size=150)
loud = st.floats(0.3, 1)


def listen(
    steps: list[dict[str, float]], floor: Floor[str] | None = None, now_s: float = 0.0
) -> list[Floor[str]]:
    """Return the floor after each of *steps*, a tenth of a second apart."""
    floors = [floor or Floor[str]()]
    for number, step in enumerate(steps):
        floors.append(heard(floors[-1], step, now_s + number * STEP_S))
    return floors[1:]


def named(steps: Sequence[tuple[float, ...]]) -> list[dict[str, float]]:
    return [dict(zip(NAMES, step, strict=True)) for step in steps]


@given(levels)
def test_the_floor_is_kept_for_two_seconds_whatever_is_heard(
    steps: list[tuple[float, ...]],
) -> None:
    floors = listen(named(steps))
    taken = [after for before, after in pairwise(floors) if before.holder != after.holder]
    assert all(
        later.since_s - earlier.since_s >= KEEPS_S - 1e-9 for earlier, later in pairwise(taken)
    )


@given(levels, st.integers(1, 100))
def test_silence_changes_nothing_for_who_has_the_floor(
    steps: list[tuple[float, ...]], count: int
) -> None:
    floor = listen(named([*steps, *[(0.0, 0.0, 0.0)] * 40]))[-1]
    after = listen([dict.fromkeys(NAMES, 0.0)] * count, floor, 100.0)[-1]
    assert after.holder == floor.holder


@given(levels, loud, st.sampled_from(NAMES))
def test_who_talks_alone_has_the_floor_within_four_seconds(
    steps: list[tuple[float, ...]], level: float, who: str
) -> None:
    floor = listen(named(steps))[-1]
    alone = {name: level if name == who else 0.0 for name in NAMES}
    assert listen([alone] * 40, floor, len(steps) * STEP_S)[-1].holder == who


@given(loud, st.integers(5, 100))
def test_two_as_loud_as_each_other_do_not_take_turns(level: float, count: int) -> None:
    alternating = [(level, 0.9 * level, 0.0), (0.9 * level, level, 0.0)] * count
    assert len({floor.holder for floor in listen(named(alternating))} - {None}) <= 1


@given(loud)
def test_a_cough_takes_no_floor(level: float) -> None:
    talk, cough = {"anna": 0.3, "bo": 0.0}, {"anna": 0.0, "bo": level}
    floors = listen([talk] * 40 + [cough] * 3 + [talk] * 20)
    assert {floor.holder for floor in floors} <= {None, "anna"}


@given(levels)
def test_only_who_is_here_has_the_floor(steps: list[tuple[float, ...]]) -> None:
    floor = listen(named(steps))[-1]
    present = {name: 0.0 for name in NAMES if name != floor.holder}
    assert heard(floor, present, 1000.0).holder is None


def test_nobody_has_the_floor_in_silence() -> None:
    assert listen([dict.fromkeys(NAMES, 0.01)] * 50)[-1].holder is None
