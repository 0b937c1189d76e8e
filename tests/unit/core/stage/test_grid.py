from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.grid import GridShape, close_grid, grid_shape
from lianmai.core.stage.request import StageRequest

counts = st.integers(1, 60)
sides = st.integers(200, 3000)
gaps = st.integers(0, 16)


def grid(count: int, width: int, height: int, gap: int) -> list[Rect]:
    return [it.rect for it in close_grid(StageRequest(count, width, height, gap))]


def overlap(a: Rect, b: Rect) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


@given(counts, sides, sides, gaps)
@example(37, 2266, 200, 0)  # fractions of a pixel once rounded up for one tile, down for the next
def test_every_tile_lies_inside_the_stage_and_on_no_other(
    count: int, width: int, height: int, gap: int
) -> None:
    rects = grid(count, width, height, gap)
    assert len(rects) == count
    assert all(r.x >= 0 and r.x + r.width <= width for r in rects)
    assert all(r.y >= 0 and r.y + r.height <= height for r in rects)
    assert not any(overlap(a, b) for a, b in combinations(rects, 2))


@given(counts, sides, sides, gaps)
def test_tiles_differ_by_rounding_only(count: int, width: int, height: int, gap: int) -> None:
    rects = grid(count, width, height, gap)
    assert max(r.width for r in rects) - min(r.width for r in rects) <= 1
    assert max(r.height for r in rects) - min(r.height for r in rects) <= 1


@pytest.mark.parametrize(
    ("count", "width", "height", "expected"),
    [
        (1, 1600, 900, GridShape(1, 1)),
        (2, 1600, 900, GridShape(2, 1)),
        (2, 400, 900, GridShape(1, 2)),
        (4, 1600, 900, GridShape(2, 2)),
        (9, 1600, 900, GridShape(3, 3)),
        (16, 1600, 900, GridShape(4, 4)),
        (5, 3000, 300, GridShape(5, 1)),
        (5, 300, 3000, GridShape(1, 5)),
    ],
)
def test_the_shape_suits_the_stage(
    count: int, width: int, height: int, expected: GridShape
) -> None:
    assert grid_shape(count, width, height) == expected


def test_a_last_row_that_is_not_full_is_centred() -> None:
    third = grid(3, 1000, 600, 8)[2]
    assert third.x + third.width / 2 == 500


def test_a_grid_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        grid_shape(0, 100, 100)
