"""What is painted on the screen of memory can be read from outside, and watched."""

import struct
import time
from itertools import pairwise

import numpy as np
import pytest

from lianmai.core.stamp import Stamp, cell_edges, encode_cells
from tests.bench.screen import Pixels, pixels_of, virtual_screen
from tests.bench.spotting import Strip
from tests.bench.watching import _Observer
from tests.processes import running


def test_a_painted_screen_is_seen_from_outside() -> None:
    with virtual_screen(320, 240) as screen:
        assert screen.pixels.shape == (240, 320, 4)
        assert screen.is_blank
        player = ("mpv", "--no-config", "--vo=x11", "--really-quiet", "--no-border")
        picture = ("--geometry=320x240+0+0", "av://lavfi:color=red:320x240")
        with running(*player, *picture, env=screen.env):
            deadline = time.monotonic() + 10
            while (screen.pixels[120, 160, :3] // 32).tolist() != [0, 0, 7]:
                assert time.monotonic() < deadline, screen.pixels[120, 160]


def test_a_dump_of_another_depth_is_refused() -> None:
    fields = [0] * 25
    fields[0], fields[4], fields[5], fields[11], fields[12] = 100, 4, 4, 16, 8
    with pytest.raises(ValueError, match="16 bits a pixel"):
        pixels_of(struct.pack(">25I", *fields) + bytes(100))


COLUMNS = tuple((left + right) // 2 for left, right in pairwise(cell_edges(640)))
STRIPS = [Strip(0, 2, COLUMNS), Strip(10, 12, COLUMNS)]


def show(luma: Pixels, y: int, unix_ms: int) -> None:
    levels = np.where(encode_cells(1, unix_ms), 255, 0).astype(np.uint8)
    luma[y : y + 4] = np.repeat(levels, np.diff(cell_edges(640)))


def test_each_frame_counts_once_and_the_one_already_there_not_at_all() -> None:
    luma = np.zeros((20, 640), np.uint8)
    observer = _Observer(luma, STRIPS)
    base_ms = int(time.time() * 1000)
    for frame_ms in (base_ms - 60, base_ms - 60, base_ms - 30, base_ms - 10, base_ms - 10):
        show(luma, 0, frame_ms)
        observer.look()
    show(luma, 10, base_ms)
    observer.look()
    assert [len(seen) for seen in observer.sightings] == [2, 0]
    first, second = (it.latency_ms for it in observer.sightings[0])
    assert 29 <= first < 1000
    assert 9 <= second < 1000


def test_a_half_painted_stamp_is_no_sighting() -> None:
    luma = np.zeros((20, 640), np.uint8)
    observer = _Observer(luma, STRIPS)
    now_ms = int(time.time() * 1000)
    show(luma, 0, now_ms)
    observer.look()
    luma[:, 320:] = 0
    observer.look()
    assert observer.sightings == [[], []]
    assert STRIPS[0].read(luma) is None
    show(luma, 0, now_ms)
    assert STRIPS[0].read(luma) == Stamp(1, now_ms % 2**32)
