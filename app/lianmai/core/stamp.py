"""The in-picture stamp: who sent a frame and when, as 64 black and white cells.

A strip ``stamp_height`` rows high across the top of the picture. Cells 0-3 and 60-63 are
black, 4-11 hold the sync word, 12-19 the sender, 20-51 the time, 52-59 a CRC-8 over sender
and time. This module knows bits; drawing and sampling pixels is for media/.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CELLS = 64
WHITE_LUMA = 235
BLACK_LUMA = 16
_QUIET = "0000"
_SYNC = "10101100"
_TIME_MODULO = 1 << 32


@dataclass(frozen=True)
class Stamp:
    """What a stamp says: *sender* is 0-255, *time_ms* Unix milliseconds modulo 2^32."""

    sender: int
    time_ms: int


def stamp_height(picture_height_px: int) -> int:
    """Return the height of the strip in px: a thirtieth, at least 8, even."""
    height_px = max(8, picture_height_px // 30)
    return height_px + height_px % 2


def cell_edges(picture_width_px: int) -> list[int]:
    """Return the 65 left edges of the cells and the right edge of the last, in px."""
    return [round(i * picture_width_px / CELLS) for i in range(CELLS + 1)]


def crc8(data: bytes) -> int:
    """Return the CRC-8 of *data*: polynomial 0x07, start 0, no reflection, no final xor."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x07) & 0xFF if crc & 0x80 else crc << 1
    return crc


def sender_of(uid: str) -> int:
    """Return the 8-bit sender id of a uid: its number modulo 256, else a checksum of its text."""
    return int(uid) % 256 if uid.isascii() and uid.isdigit() else crc8(uid.encode())


def encode_cells(sender: int, unix_ms: int) -> list[bool]:
    """Return the 64 cells, ``True`` for white.

    Raises:
        ValueError: If *sender* does not fit 8 bits.
    """
    payload = bytes([sender]) + (unix_ms % _TIME_MODULO).to_bytes(4, "big")
    bits = "".join(f"{byte:08b}" for byte in (*payload, crc8(payload)))
    return [cell == "1" for cell in _QUIET + _SYNC + bits + _QUIET]


def decode_cells(luma: Sequence[int]) -> Stamp | None:
    """Read 64 luma samples, one from the middle of each cell; ``None`` when there is no stamp.

    The threshold lies half-way between the lightest and the darkest sample.
    """
    if len(luma) != CELLS:
        return None
    threshold = (max(luma) + min(luma)) / 2
    bits = "".join("1" if value > threshold else "0" for value in luma)
    if bits[4:12] != _SYNC:
        return None
    payload = bytes(int(bits[i : i + 8], 2) for i in range(12, 60, 8))
    if crc8(payload[:5]) != payload[5]:
        return None
    return Stamp(sender=payload[0], time_ms=int.from_bytes(payload[1:5], "big"))


def latency_ms(stamp: Stamp, unix_ms: int) -> int:
    """Return how long ago *stamp* was taken; negative when the sender's clock is ahead."""
    age_ms = (unix_ms - stamp.time_ms) % _TIME_MODULO
    return age_ms - _TIME_MODULO if age_ms >= _TIME_MODULO // 2 else age_ms
