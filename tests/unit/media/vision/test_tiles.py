"""Stamped tiles are found in pictures of a stage, to a fraction of a pixel."""

from collections.abc import Sequence

import av
import numpy as np
import pytest
from av.video.reformatter import Interpolation

from lianmai.core.stage.found import FoundTile
from lianmai.media.vision.pictures import luma_of
from lianmai.media.vision.tiles import find_tiles
from tests.unit.media.vision.composites import NOW_MS, Shown, coded, stage

ACCURACY_PX = 1.0
"""Half of what is promised; most are found within a tenth of a pixel."""


def rows(
    count: int, size: tuple[int, int], tile: tuple[int, int], gap_px: int = 8, columns: int = 4
) -> list[Shown]:
    """Return pictures of *size* as *tile* s in rows."""
    width, height = tile
    return [
        Shown(
            number + 1,
            size,
            (
                3 + number % columns * (width + gap_px),
                5 + number // columns * (height + gap_px),
                width,
                height,
            ),
        )
        for number in range(count)
    ]


def worst_px(
    found: Sequence[FoundTile], shown: Sequence[Shown], across: float = 1, down: float = 1
) -> float:
    """Return by how many px the worst of *found* is off; infinite when they are not the same."""
    by_sender = {tile.sender: tile for tile in found}
    if sorted(by_sender) != sorted(tile.sender for tile in shown) or len(found) != len(shown):
        return float("inf")
    misses = []
    for tile in shown:
        x, y, width, height = tile.place
        it = by_sender[tile.sender]
        misses += [it.x - x * across, it.y - y * down, it.width - width * across]
        misses.append(it.height - height * down)
    return float(np.abs(misses).max())


@pytest.mark.parametrize(
    ("size", "tile"),
    [
        ((1280, 720), (320, 180)),  # a quarter
        ((640, 360), (160, 90)),  # a quarter
        ((640, 360), (423, 238)),
        ((480, 270), (300, 169)),
        ((320, 180), (400, 225)),  # enlarged
        ((640, 480), (300, 225)),
        ((480, 480), (250, 250)),
        ((360, 640), (90, 160)),  # a quarter: cells of 1.4 px
    ],
)
def test_tiles_of_any_size_and_shape_are_measured(
    size: tuple[int, int], tile: tuple[int, int]
) -> None:
    columns = 1270 // (tile[0] + 8)
    shown = rows(min(16, columns * (710 // (tile[1] + 8))), size, tile, columns=columns)
    assert worst_px(find_tiles(luma_of(stage(shown, (1280, 720)))), shown) < ACCURACY_PX


@pytest.mark.parametrize("ground", [16, 128, 235])
def test_the_ground_does_not_matter(ground: int) -> None:
    shown = rows(6, (640, 360), (300, 169))
    frame = stage(shown, (1280, 720), ground)
    assert worst_px(find_tiles(luma_of(frame)), shown) < ACCURACY_PX


def test_tiles_that_touch_are_told_apart() -> None:
    shown = rows(16, (640, 360), (320, 180), gap_px=0)
    assert worst_px(find_tiles(luma_of(stage(shown, (1300, 730)))), shown) < ACCURACY_PX


@pytest.mark.parametrize("size", [(1366, 768), (1000, 562), (1920, 1080)])
def test_edges_between_pixels_are_found(size: tuple[int, int]) -> None:
    shown = rows(6, (640, 360), (400, 225), columns=3)
    scaled = stage(shown, (1280, 720)).reformat(*size, interpolation=Interpolation.BICUBIC)
    found = find_tiles(luma_of(coded(scaled)))
    assert worst_px(found, shown, size[0] / 1280, size[1] / 720) < ACCURACY_PX


def test_a_starved_stream_is_read() -> None:
    shown = rows(6, (640, 360), (400, 225), columns=3)
    found = find_tiles(luma_of(coded(stage(shown, (1280, 720)), kbps=200)))
    assert worst_px(found, shown) < ACCURACY_PX


def test_a_tile_in_a_mirror_is_found_and_said_to_be_one() -> None:
    shown = [Shown(9, (640, 360), (100, 50, 500, 281), mirrored=True)]
    (tile,) = found = find_tiles(luma_of(stage(shown, (1280, 720))))
    assert tile.mirrored
    assert worst_px(found, shown) < ACCURACY_PX


def test_a_tile_on_another_is_found_as_well_as_that() -> None:
    shown = [
        Shown(1, (1280, 720), (0, 0, 1280, 720)),
        Shown(2, (640, 360), (900, 300, 320, 180)),
    ]
    assert worst_px(find_tiles(luma_of(stage(shown, (1280, 720)))), shown) < ACCURACY_PX


def test_a_lower_edge_that_is_seen_counts_more_than_the_end_of_the_stage() -> None:
    shown = [Shown(5, (320, 180), (400, 240, 640, 360))]  # 4:3 would end with the stage
    found = find_tiles(luma_of(stage(shown, (1280, 720), ground=90)))
    assert worst_px(found, shown) < ACCURACY_PX


def test_who_and_when_are_read() -> None:
    (tile,) = find_tiles(luma_of(stage([Shown(200, (640, 360), (10, 10, 640, 360))], (800, 450))))
    assert (tile.sender, tile.time_ms) == (200, NOW_MS % 2**32)


def test_other_formats_of_pictures_will_do() -> None:
    shown = rows(4, (640, 360), (300, 169))
    frame = stage(shown, (1280, 720)).reformat(format="rgb24")
    assert worst_px(find_tiles(luma_of(frame)), shown) < ACCURACY_PX


@pytest.mark.parametrize("kind", ["noise", "stripes", "text", "black"])
def test_nothing_is_found_where_nothing_is(kind: str) -> None:
    random = np.random.default_rng(3)
    height_px, width_px = 240, 640
    pictures = {
        "noise": random.integers(0, 256, (height_px, width_px)),
        "stripes": np.tile(np.arange(width_px) // 7 % 2 * 219 + 16, (height_px, 1)),
        "text": np.cumsum(random.random((height_px // 8, width_px)) < 0.2, 1).repeat(8, 0)
        % 2
        * 255,
        "black": np.zeros((height_px, width_px)),
    }
    assert find_tiles(pictures[kind].astype(np.uint8)) == []


def test_a_sync_word_in_the_dark_is_no_stamp() -> None:
    """Whose check sum is right: it is that of nothing but zeros."""
    luma = np.full((200, 400), 20, np.uint8)
    cells = np.array([0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0] + [0] * 52, np.uint8)
    luma[40:50, 20:340] = np.repeat(cells * 200 + 20, 5)
    assert find_tiles(luma) == []


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (70, 3)])
def test_a_tiny_picture_has_no_tiles(size: tuple[int, int]) -> None:
    assert find_tiles(luma_of(av.VideoFrame(*size, "gray"))) == []
