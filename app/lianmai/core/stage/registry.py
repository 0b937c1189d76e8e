"""All layouts, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from lianmai.core.stage.grid import close_grid, side_by_side
from lianmai.core.stage.layout import Layout
from lianmai.core.stage.pages import grid_capacity, row_capacity
from lianmai.core.stage.presets import load_presets, place_of
from lianmai.core.stage.speaker import one_to_one, speaker_with_strip

USUAL_LAYOUT = "grid"
_CLIENTS = "Zoom support article on video layouts (page sizes, strip on top); geometry is our own"


@cache
def layouts() -> Mapping[str, Layout]:
    """Return every layout there is: our own, then those of vendors."""
    presets = load_presets()
    known = {preset.name: preset for preset in presets}
    vendors = [
        Layout(
            preset.name,
            preset.title,
            preset.group,
            place_of(preset, known),
            _at_most(preset.max_visible),
            preset.seats,
            preset.overlap,
            enlarges=bool(preset.rule),
            source=preset.source,
        )
        for preset in presets
    ]
    return {layout.name: layout for layout in (*_own(), *vendors)}


def layout_named(name: str) -> Layout:
    """Return the layout called *name*.

    Raises:
        ValueError: If there is none; the sentence lists those there are.
    """
    if name not in layouts():
        *most, last = layouts()
        raise ValueError(f"Unknown layout {name!r}: use {', '.join(most)} or {last}.")
    return layouts()[name]


def _own() -> list[Layout]:
    return [
        Layout("grid", "Grid", "", close_grid, grid_capacity),
        Layout(
            "speaker",
            "Speaker with strip",
            "",
            speaker_with_strip,
            _at_most(7),
            "lead_first",
            source=_CLIENTS,
        ),
        Layout(
            "one_to_one",
            "One to one",
            "",
            one_to_one,
            _at_most(2),
            "own_last",
            overlap=True,
            floats=True,
        ),
        Layout("side_by_side", "Side by side", "", side_by_side, row_capacity),
        Layout("gallery_25", "Gallery, 25 a page", "", close_grid, _at_most(25), source=_CLIENTS),
        Layout("gallery_49", "Gallery, 49 a page", "", close_grid, _at_most(49), source=_CLIENTS),
    ]


def _at_most(count: int) -> Callable[[int, int], int]:
    return lambda width_px, height_px: count
