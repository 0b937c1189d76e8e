"""Tencent's group call with one enlarged tile, in square cells of a twelfth of the width."""

from __future__ import annotations

from typing import TypeAlias

from lianmai.core.stage.geometry import rect_between
from lianmai.core.stage.request import Placement, StageRequest

Cells: TypeAlias = tuple[int, int, int, int]
"""Column, row, width and height."""

_COLUMNS = 12
_SMALL = 4
_LARGE = 8


def enlarged_cells(request: StageRequest) -> list[Placement]:
    """Place all tiles as the component does that enlarges the focused one.

    Up to four: it takes the full width, the others a row below it. More: it takes the place of
    four among three in a row, its neighbours stand beside it, and later rows move down.
    """
    focus = 0 if request.focus is None else request.focus
    tiles = _few(request.count, focus) if request.count <= 4 else _many(request.count, focus)
    cell_px = request.width_px / _COLUMNS
    return [
        Placement(index, rect_between(*(edge * cell_px for edge in (x, y, x + w, y + h))))
        for index, (x, y, w, h) in enumerate(tiles)
    ]


def _few(count: int, focus: int) -> list[Cells]:
    """Small places belong to slots 1, 2 and 3; slot 0 takes that of the enlarged one."""
    places = [0, *((slot - 1) * _SMALL for slot in range(1, count))]
    places[0], places[focus] = places[focus], 0
    tiles: list[Cells] = [(x, _COLUMNS, _SMALL, _SMALL) for x in places]
    tiles[focus] = (0, 0, _COLUMNS, _COLUMNS)
    return tiles


def _many(count: int, focus: int) -> list[Cells]:
    focus_row, focus_column = divmod(focus, 3)
    beside_x = _LARGE if focus_column == 0 else 0
    tiles: list[Cells] = []
    stacked = 0
    for slot in range(count):
        row, column = divmod(slot, 3)
        y = row * _SMALL
        if slot == focus:
            tiles.append((_SMALL if focus_column else 0, y, _LARGE, _LARGE))
        elif row == focus_row:
            tiles.append((beside_x, y + stacked * _SMALL, _SMALL, _SMALL))
            stacked += 1
        else:
            tiles.append((column * _SMALL, y + (row > focus_row) * _SMALL, _SMALL, _SMALL))
    return tiles
