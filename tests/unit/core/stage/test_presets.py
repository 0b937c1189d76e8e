"""Vendors' presets give the rectangles their samples and style sheets give."""

import json
from pathlib import Path
from typing import Any

import pytest

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.lengths import length
from lianmai.core.stage.registry import layout_named, layouts
from lianmai.core.stage.request import StageRequest

PUBLISHED: dict[str, Any] = json.loads(
    (Path(__file__).parent / "published_rectangles.json").read_text("utf-8")
)
CASES = [
    (name, told["stage"], key, tiles)
    for name, told in PUBLISHED.items()
    for key, tiles in told["counts"].items()
]


@pytest.mark.parametrize(("name", "stage", "key", "tiles"), CASES)
def test_a_preset_gives_the_published_rectangles(
    name: str, stage: list[int], key: str, tiles: list[list[float]]
) -> None:
    """A key such as ``9 focus 4`` also names the focused slot."""
    count, *focus = (int(word) for word in key.split() if word.isdigit())
    request = StageRequest(count, stage[0], stage[1], focus=focus[0] if focus else None)
    placements = layout_named(name).place(request)
    assert len(placements) == len(tiles)
    for placement, (x, y, width, height, *z) in zip(placements, tiles, strict=True):
        rect = placement.rect
        found = (rect.x, rect.y, rect.right, rect.bottom)
        wanted = (x, y, x + width, y + height)
        for edge, fraction, side in zip(found, wanted, stage * 2, strict=True):
            assert abs(edge - fraction * side) < 0.51
        assert placement.z == (z[0] if z else 0)


def test_every_vendor_layout_is_held_against_its_source() -> None:
    alike = {"trtc_1v3", "gallery_25"}
    own = {"grid", "one_to_one", "side_by_side"}
    assert set(PUBLISHED) | own | alike == set(layouts())


@pytest.mark.parametrize("height_px", [700, 800, 932])
def test_heights_that_follow_from_the_width_hold_on_any_phone(height_px: int) -> None:
    small = layout_named("trtc_room_1v1").place(StageRequest(2, 375, height_px))[1]
    assert small.rect == Rect(245, 80, 120, 160)
    cell = layout_named("tuicallkit_group_mobile").place(StageRequest(9, 390, height_px))[8]
    assert (cell.rect.width, cell.rect.height) == (130, 130)
    nertc = layout_named("nertc_group_grid").place(StageRequest(4, 375, height_px))[0]
    assert nertc.rect.height == pytest.approx(height_px / 2 - 75, abs=1)


def test_a_portrait_preset_on_a_lying_stage_stands_in_its_middle() -> None:
    two = layout_named("agora_layout_js").place(StageRequest(2, 1600, 900))
    assert two[0].rect.right == two[1].rect.x == 800
    assert two[0].rect.width / two[0].rect.height == pytest.approx(3 / 4, abs=0.01)


def test_fewer_than_published_get_the_first_places() -> None:
    followed = layout_named("nertc_group_fullscreen")
    four = followed.place(StageRequest(4, 375, 667))
    assert followed.place(StageRequest(2, 375, 667)) == four[:2]


def test_neighbours_meet_on_every_stage() -> None:
    for width_px in range(600, 700):
        rects = [
            it.rect for it in layout_named("agora_layout_js").place(StageRequest(5, width_px, 1200))
        ]
        assert [rects[2].right, rects[3].right] == [rects[3].x, rects[4].x]
        assert rects[4].right == width_px


@pytest.mark.parametrize("text", ["1/2X", "wide", "1/2W+", "--1"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no length"):
        length(text, "W")
