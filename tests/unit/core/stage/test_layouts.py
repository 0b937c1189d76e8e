"""What every layout promises, whatever the stage and however many come."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.grid import grid_shape
from lianmai.core.stage.layout import Layout
from lianmai.core.stage.registry import layout_named, layouts
from lianmai.core.stage.request import Arrangement, StageRequest
from lianmai.core.stage.speaker import float_at, float_rect, snapped

names = st.sampled_from(list(layouts()))
sides = st.integers(240, 2600)
gaps = st.sampled_from([0, 8])


@st.composite
def requests(draw: st.DrawFn, most: int = 60) -> StageRequest:
    count = draw(st.integers(1, most))
    someone = st.none() | st.integers(0, count - 1)
    return StageRequest(
        count,
        draw(sides),
        draw(sides),
        draw(gaps),
        draw(st.sampled_from([16 / 9, 4 / 3, 1.0, 9 / 16])),
        draw(st.none() | st.just(0)),
        draw(someone),
        (draw(st.floats(0, 1)), draw(st.floats(0, 1))),
        draw(st.integers(0, 3)),
    )


def by_index(arrangement: Arrangement) -> dict[int, tuple[int, int, int, int]]:
    return {
        it.index: (it.rect.x, it.rect.y, it.rect.width, it.rect.height)
        for it in arrangement.placements
    }


@given(names, requests())
def test_everybody_is_placed_inside_the_stage_or_named_as_hidden(
    name: str, request: StageRequest
) -> None:
    arrangement = layout_named(name).arrange(request)
    placed = [it.index for it in arrangement.placements]
    assert sorted([*placed, *arrangement.hidden]) == list(range(request.count))
    assert all(request.stage.contains(it.rect) for it in arrangement.placements)
    assert all(it.rect.area > 0 for it in arrangement.placements)


@given(names.filter(lambda name: not layout_named(name).overlap), requests())
def test_tiles_only_cover_each_other_where_the_layout_says_so(
    name: str, request: StageRequest
) -> None:
    rects = [it.rect for it in layout_named(name).arrange(request).placements]
    assert not any(a.overlaps(b) for a, b in combinations(rects, 2))


@given(names.filter(lambda name: layout_named(name).overlap), requests())
def test_what_covers_another_lies_higher(name: str, request: StageRequest) -> None:
    placements = layout_named(name).arrange(request).placements
    for below, above in combinations(placements, 2):
        assert not below.rect.overlaps(above.rect) or below.z < above.z


@given(names, requests())
def test_all_pages_together_show_everybody(name: str, request: StageRequest) -> None:
    layout = layout_named(name)
    pages = [
        layout.arrange(replace(request, page=page))
        for page in range(layout.arrange(request).page_count)
    ]
    assert {it.index for page in pages for it in page.placements} == set(range(request.count))
    assert [page.page for page in pages] == list(range(len(pages)))


@given(names, requests(), st.sampled_from([2, 3, 4]))
def test_a_sharper_screen_shows_the_same_fractions(
    name: str, request: StageRequest, ratio: int
) -> None:
    """A number of tiles that follows from their size in px is asked in logical px."""
    layout = layout_named(name)
    if name in ("grid", "side_by_side"):
        layout = replace(layout, capacity=lambda width_px, height_px: 9)
    sharp = replace(
        request,
        width_px=request.width_px * ratio,
        height_px=request.height_px * ratio,
        gap_px=request.gap_px * ratio,
    )
    usual, sharper = by_index(layout.arrange(request)), by_index(layout.arrange(sharp))
    assert usual.keys() == sharper.keys()
    for index, rect in usual.items():
        for small, large in zip(rect, sharper[index], strict=True):
            assert abs(large - small * ratio) <= 2 * ratio


@given(st.sampled_from(["grid", "gallery_49"]), requests(16))
def test_a_newcomer_moves_nobody_above_the_last_row_of_a_grid_of_the_same_shape(
    name: str, request: StageRequest
) -> None:
    """Tiles jump only when the best shape changes; a last row stays in the middle."""
    layout, size = layout_named(name), (request.width_px, request.height_px)
    more = replace(request, count=request.count + 1)
    shape = grid_shape(request.count, *size, request.aspect)
    before, after = layout.arrange(request), layout.arrange(more)
    if after.hidden or grid_shape(more.count, *size, request.aspect) != shape:
        return
    full = (shape.rows - 1) * shape.columns
    assert before.placements[:full] == after.placements[:full]


@given(requests(6))
def test_who_speaks_does_not_jump_when_somebody_joins(request: StageRequest) -> None:
    layout = layout_named("speaker")
    request = replace(request, count=max(2, request.count), focus=0)
    large = [
        layout.arrange(replace(request, count=count)).placements[0].rect
        for count in (request.count, request.count + 1)
    ]
    assert large[0] == large[1]


@given(names, requests())
def test_the_focus_is_seen_where_a_layout_has_a_lead(name: str, request: StageRequest) -> None:
    layout = layout_named(name)
    if layout.seats == "in_order" or request.focus is None or request.page:
        return
    largest = max(layout.arrange(request).placements, key=lambda it: it.rect.area)
    assert largest.index == request.focus


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_lead_and_a_floating_self_view_are_on_every_page(page: int) -> None:
    talk = layout_named("one_to_one").arrange(StageRequest(4, 400, 800, page=page))
    assert [it.index for it in talk.placements] == [page + 1, 0]
    led = layout_named("speaker").arrange(StageRequest(20, 1600, 900, focus=7, page=page))
    assert led.placements[0].index == 7


def test_a_tap_swaps_two_in_a_call() -> None:
    layout = layout_named("one_to_one")
    usual = by_index(layout.arrange(StageRequest(2, 400, 800)))
    swapped = by_index(layout.arrange(StageRequest(2, 400, 800, focus=0)))
    assert (usual[0], usual[1]) == (swapped[1], swapped[0])


def test_who_only_watches_sees_two_others_in_a_call() -> None:
    arrangement = layout_named("one_to_one").arrange(StageRequest(2, 400, 800, own=None))
    assert [it.index for it in arrangement.placements] == [0, 1]


def test_without_an_own_tile_no_guest_stays_in_its_place() -> None:
    talk = layout_named("one_to_one")
    pages = [talk.arrange(StageRequest(4, 400, 800, own=None, page=page)) for page in range(3)]
    assert [[it.index for it in one.placements] for one in pages] == [[0, 1], [0, 2], [0, 3]]


@given(sides, sides, st.floats(0, 1), st.floats(0, 1))
def test_a_floating_tile_stays_where_it_was_dragged(
    width_px: int, height_px: int, x: float, y: float
) -> None:
    request = StageRequest(2, width_px, height_px, float_at=(x, y))
    rect = float_rect(request)
    again = float_rect(replace(request, float_at=float_at(rect.x, rect.y, request)))
    assert abs(again.x - rect.x) <= 1
    assert abs(again.y - rect.y) <= 1


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_floating_tile_let_go_snaps_into_a_corner(x_px: float, y_px: float) -> None:
    request = StageRequest(2, 1280, 720)
    corner = float_rect(replace(request, float_at=snapped(float_at(x_px, y_px, request))))
    assert corner.x in (18, 1280 - 18 - corner.width)
    assert corner.y in (18, 720 - 18 - corner.height)


@pytest.mark.parametrize(
    ("width_px", "height_px", "columns", "rows"), [(1600, 400, 4, 1), (400, 1600, 1, 4)]
)
def test_side_by_side_goes_along_the_longer_side(
    width_px: int, height_px: int, columns: int, rows: int
) -> None:
    placements = layout_named("side_by_side").arrange(StageRequest(4, width_px, height_px))
    assert len({it.rect.x for it in placements.placements}) == columns
    assert len({it.rect.y for it in placements.placements}) == rows


def test_a_very_wide_stage_has_its_strip_beside_the_speaker() -> None:
    large, *strip = layout_named("speaker").arrange(StageRequest(3, 2400, 600)).placements
    assert (large.rect.x, large.rect.height) == (0, 600)
    assert all(it.rect.x >= large.rect.right for it in strip)


def test_galleries_hold_as_many_as_they_say() -> None:
    for name, most in (("gallery_25", 25), ("gallery_49", 49)):
        first = layout_named(name).arrange(StageRequest(50, 1600, 900))
        assert (len(first.placements), first.page_count) == (most, 2)


def test_an_empty_stage_has_no_tiles() -> None:
    assert all(
        layout.arrange(StageRequest(0, 800, 600)) == Arrangement(())
        for layout in layouts().values()
    )


def test_an_unknown_layout_is_refused_with_those_known() -> None:
    with pytest.raises(ValueError, match=r"Unknown layout 'circle': use grid, .* or \w+\."):
        layout_named("circle")


def test_vendors_layouts_name_their_source() -> None:
    def has_source(layout: Layout) -> bool:
        return bool(layout.source)

    assert all(has_source(layout) for layout in layouts().values() if layout.group)
