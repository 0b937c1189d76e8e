"""Stamps are found and read from the pixels of a screen, wherever and however large they are."""

import av
import numpy as np
import pytest

from lianmai.core.stamp import Stamp, cell_edges, encode_cells, stamp_height
from tests.bench.screen import Pixels
from tests.bench.spotting import find_strips
from tests.bench.watching import together

NOW_MS = 1_700_000_000_123
SHOWN = Stamp(sender=7, time_ms=(NOW_MS - 25) % 2**32)


def picture(width_px: int, height_px: int, unix_ms: int = NOW_MS - 25) -> Pixels:
    """Return the green of a stamped noisy 1280x720 frame, scaled as a player would."""
    pixels = np.random.default_rng(1).integers(16, 235, (720, 1280, 3), np.uint8)
    levels = np.where(encode_cells(SHOWN.sender, unix_ms), 235, 16).astype(np.uint8)
    pixels[: stamp_height(720)] = np.repeat(levels, np.diff(cell_edges(1280)))[:, None]
    scaled = av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(width_px, height_px)
    return scaled.to_ndarray()[:, :, 1].astype(np.uint8)


def screen(*placed: tuple[int, int, Pixels]) -> Pixels:
    pixels = np.zeros((1080, 1920), np.uint8)
    for x, y, part in placed:
        pixels[y : y + part.shape[0], x : x + part.shape[1]] = part
    return pixels


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (640, 360), (480, 270), (240, 136)])
def test_a_stamp_is_read_at_any_size(size: tuple[int, int]) -> None:
    luma = screen((0, 0, picture(*size)))
    strips = find_strips(luma, NOW_MS)
    assert [strip.read(luma) for strip in strips] == [SHOWN]


def test_the_strip_is_read_in_its_middle_row() -> None:
    (strip,) = find_strips(screen((300, 200, picture(1280, 720))), NOW_MS)
    assert abs(strip.y - (200 + 12)) <= 1


def test_pictures_side_by_side_are_told_apart_in_reading_order() -> None:
    part = picture(480, 270)
    luma = screen(*((x, y, part) for y in (0, 270) for x in (0, 480, 960)))
    strips = find_strips(luma, NOW_MS)
    assert [strip.columns[0] // 480 for strip in strips] == [0, 1, 2, 0, 1, 2]
    assert [strip.read(luma) for strip in strips] == [SHOWN] * 6


def test_a_stamp_of_another_day_is_not_believed() -> None:
    luma = screen((0, 0, picture(640, 360, NOW_MS - 90_000_000)))
    assert find_strips(luma, NOW_MS) == []


def test_a_mirrored_stamp_is_found_in_the_mirror_only() -> None:
    luma = screen((100, 50, picture(640, 360)[:, ::-1]))
    assert find_strips(luma, NOW_MS) == []
    (strip,) = find_strips(luma, NOW_MS, mirrored=True)
    assert strip.read(luma) == SHOWN


def test_noise_has_no_stamps() -> None:
    noise = np.random.default_rng(2).integers(0, 255, (1080, 1920), np.uint8)
    assert find_strips(noise, NOW_MS) == []


def test_a_stamp_missed_once_is_not_missing() -> None:
    part = picture(480, 270)
    both, one = screen((0, 0, part), (480, 0, part)), screen((480, 0, part))
    scans = [find_strips(luma, NOW_MS) for luma in (one, both, one)]
    assert [strip.columns[0] // 480 for strip in together(scans)] == [0, 1]
