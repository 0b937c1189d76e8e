"""The bits of the stamp."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stamp import (
    CELLS,
    Stamp,
    cell_edges,
    crc8,
    decode_cells,
    encode_cells,
    latency_ms,
    sender_of,
    stamp_height,
)


def luma_of(cells: list[bool], dark: int = 16, light: int = 235) -> list[int]:
    return [light if cell else dark for cell in cells]


@given(st.integers(0, 255), st.integers(0, 2**45))
def test_what_is_written_is_read(sender: int, unix_ms: int) -> None:
    assert decode_cells(luma_of(encode_cells(sender, unix_ms))) == Stamp(sender, unix_ms % 2**32)


def test_the_cells_lie_where_the_reference_says() -> None:
    text = "".join("1" if cell else "0" for cell in encode_cells(0x5A, 0x12345678))
    assert text[:4] == text[60:] == "0000"
    assert text[4:12] == "10101100"
    assert int(text[12:20], 2) == 0x5A
    assert int(text[20:52], 2) == 0x12345678
    assert int(text[52:60], 2) == crc8(bytes.fromhex("5a12345678"))


def test_the_crc_is_the_common_crc_8() -> None:
    assert crc8(b"123456789") == 0xF4  # check value of CRC-8/SMBUS


def test_a_faint_stamp_is_read_and_a_damaged_one_is_not() -> None:
    cells = encode_cells(7, 123)
    assert decode_cells(luma_of(cells, 100, 130)) == Stamp(7, 123)
    for place in range(4, 60):
        damaged = [cell ^ (index == place) for index, cell in enumerate(cells)]
        assert decode_cells(luma_of(damaged)) is None


@given(st.lists(st.integers(0, 255), max_size=80))
def test_no_row_of_pixels_breaks_the_reader(luma: list[int]) -> None:
    assert len(luma) == CELLS or decode_cells(luma) is None


@pytest.mark.parametrize(
    ("picture", "strip"), [(64, 8), (240, 8), (300, 10), (360, 12), (1080, 36)]
)
def test_the_strip_is_a_thirtieth_of_the_picture_and_even(picture: int, strip: int) -> None:
    assert stamp_height(picture) == strip


@pytest.mark.parametrize("width", [64, 333, 640, 854, 1920])
def test_the_cells_fill_the_width_without_gaps(width: int) -> None:
    edges = cell_edges(width)
    assert (edges[0], edges[-1], len(edges)) == (0, width, CELLS + 1)
    assert all(left < right for left, right in pairwise(edges))


def test_latency_survives_the_wrap_of_the_clock_and_a_clock_ahead() -> None:
    assert latency_ms(Stamp(1, 2**32 - 5), unix_ms=2**32 * 300 + 10) == 15
    assert latency_ms(Stamp(1, 100), unix_ms=80) == -20


def test_senders_come_from_numbers_or_from_text() -> None:
    assert (sender_of("7"), sender_of("263")) == (7, 7)
    assert sender_of("ann") == crc8(b"ann") != sender_of("bob")
    assert sender_of("٣") == crc8("٣".encode())  # a digit, but not one of ours
