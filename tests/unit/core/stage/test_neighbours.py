"""The tile beside, above and below another."""

import pytest

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.neighbours import neighbour
from lianmai.core.stage.registry import layout_named
from lianmai.core.stage.request import StageRequest


def nine() -> dict[int, Rect]:
    """Return the tiles of three rows of three."""
    arrangement = layout_named("grid").arrange(StageRequest(9, 1600, 900))
    return {it.index: it.rect for it in arrangement.placements}


@pytest.mark.parametrize(
    ("direction", "found"), [((-1, 0), 3), ((1, 0), 5), ((0, -1), 1), ((0, 1), 7)]
)
def test_the_middle_of_nine_has_a_neighbour_on_each_side(
    direction: tuple[int, int], found: int
) -> None:
    assert neighbour(nine(), 4, *direction) == found


@pytest.mark.parametrize("direction", [(-1, 0), (0, -1)])
def test_there_is_nobody_beyond_the_edge(direction: tuple[int, int]) -> None:
    assert neighbour(nine(), 0, *direction) is None


def test_who_is_not_there_has_no_neighbour() -> None:
    assert neighbour(nine(), 20, 1, 0) is None
