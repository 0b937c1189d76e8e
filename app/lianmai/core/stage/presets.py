"""Layouts of vendors' components, from ``resources/layouts/presets.json``.

A preset says for each number of tiles where they go, as *tiles* (x, y, width, height) or as
*rows* from *top* downwards (number of tiles, width, height, x of the first). All are lengths
(`lianmai.core.stage.lengths`). A number it says nothing about gets the first tiles of the next
greater one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import msgspec

from lianmai.core.resources import resource
from lianmai.core.stage.enlarged import enlarged_cells
from lianmai.core.stage.geometry import fitted, rect_between
from lianmai.core.stage.lengths import Length, length
from lianmai.core.stage.request import Fit, Placement, Seats, StageRequest

Place: TypeAlias = Callable[[StageRequest], list[Placement]]
Edge: TypeAlias = tuple[float, float]
"""How much of the stage's width and of its height lie before an edge."""
Edges: TypeAlias = tuple[Edge, Edge, Edge, Edge]

_RULES: dict[str, Place] = {"enlarged_cells": enlarged_cells}
_ANY_WIDE = "1000"


class StageShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shapes of stage a preset is made for, width / height.

    A stage outside of *narrowest* to *widest* gets one of *aspect* in its middle: rules that take
    heights from the width would leave it otherwise.
    """

    aspect: str
    widest: str = _ANY_WIDE
    narrowest: str = "0"


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where so many tiles go; *z* is 0 for all when it is left out."""

    tiles: list[tuple[str, str, str, str]] = []
    top: str = "0"
    rows: list[tuple[int, str, str, str]] = []
    z: list[int] = []


class Preset(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One preset; *like* names another one with the same rectangles, *rule* one that computes."""

    name: str
    title: str
    group: str
    max_visible: int
    source: str
    stage: StageShape | None = None
    seats: Seats = "in_order"
    overlap: bool = False
    fit: Fit = "contain"
    counts: dict[int, Count] = {}
    like: str = ""
    rule: str = ""


def load_presets() -> list[Preset]:
    """Return all presets, in the file's order."""
    text = resource("layouts/presets.json").read_bytes()
    return msgspec.json.decode(text, type=list[Preset])


def place_of(preset: Preset, known: Mapping[str, Preset]) -> Place:
    """Return the function that places tiles as *preset* says; *known* are those it may be like."""
    inside = _RULES.get(preset.rule) or _by_count(known.get(preset.like, preset), preset.fit)
    return _on_its_stage(inside, preset.stage) if preset.stage else inside


def _on_its_stage(inside: Place, shape: StageShape) -> Place:
    """Return *inside* for stages of every shape."""
    aspect, widest = float(Fraction(shape.aspect)), float(Fraction(shape.widest))
    narrowest = float(Fraction(shape.narrowest))

    def place(request: StageRequest) -> list[Placement]:
        if narrowest <= request.width_px / max(1, request.height_px) <= widest:
            return inside(request)
        box = fitted(aspect, request.stage)
        smaller = replace(request, width_px=box.width, height_px=box.height)
        return [replace(it, rect=it.rect.moved(box.x, box.y)) for it in inside(smaller)]

    return place


def _by_count(preset: Preset, fit: Fit) -> Place:
    counts = {count: (_edges(told), told.z) for count, told in preset.counts.items()}

    def place(request: StageRequest) -> list[Placement]:
        tiles, z = counts[min(count for count in counts if count >= request.count)]
        width_px, height_px = request.width_px, request.height_px
        placements = []
        for index, edges in enumerate(tiles[: request.count]):
            rect = rect_between(*(w * width_px + h * height_px for w, h in edges))
            placements.append(Placement(index, rect, z[index] if z else 0, fit))
        return placements

    return place


def _edges(told: Count) -> list[Edges]:
    """Return left, top, right and bottom of every tile."""
    tiles = [
        (length(x, "W"), length(y, "H"), length(width, "W"), length(height, "H"))
        for x, y, width, height in told.tiles
    ]
    return [_corners(*tile) for tile in tiles or _tiles_in_rows(told)]


def _tiles_in_rows(told: Count) -> list[tuple[Length, Length, Length, Length]]:
    tiles, y = [], length(told.top, "H")
    for count, width, height, first in told.rows:
        x, tile = length(first, "W"), length(width, "W")
        for _ in range(count):
            tiles.append((x, y, tile, length(height, "H")))
            x += tile
        y += length(height, "H")
    return tiles


def _corners(x: Length, y: Length, width: Length, height: Length) -> Edges:
    left, top, right, bottom = (
        (float(edge.of_width), float(edge.of_height)) for edge in (x, y, x + width, y + height)
    )
    return left, top, right, bottom
