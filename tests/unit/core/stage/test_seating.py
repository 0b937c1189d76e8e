from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.seating import seated

people = st.lists(st.integers(0, 30), unique=True, max_size=20)


@given(people, people)
def test_everybody_present_has_one_seat(before: list[int], present: list[int]) -> None:
    assert sorted(seated(before, present)) == sorted(present)


@given(people, people)
def test_at_most_as_many_move_as_seats_stay_free(before: list[int], present: list[int]) -> None:
    after = seated(before, present)
    moved = [it for it in present if it in before and before.index(it) != after.index(it)]
    newcomers = [it for it in present if it not in before]
    assert len(moved) <= max(0, len(before) - len(present))
    assert not moved or len(newcomers) < len(set(before) - set(present))


def test_a_newcomer_takes_the_seat_of_who_left() -> None:
    assert seated(["a", "b", "c"], ["a", "c", "d"]) == ["a", "d", "c"]


def test_the_last_fills_the_seat_of_who_left() -> None:
    assert seated(["a", "b", "c", "d"], ["a", "c", "d"]) == ["a", "d", "c"]


def test_nobody_moves_when_somebody_joins() -> None:
    assert seated(["b", "a"], ["a", "b", "c"]) == ["b", "a", "c"]
