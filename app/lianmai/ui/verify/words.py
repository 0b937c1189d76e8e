"""Measures in words, for the stage and the clipboard."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lianmai.core.stage.figures import TileFigures, shape_words
from lianmai.core.stage.geometry import Rect
from lianmai.ui.words import translate

_LEAST = 0.0005


def rect_words(rect: Rect) -> str:
    """Return place and size of *rect*."""
    return f"x {rect.x}  y {rect.y}  w {rect.width}  h {rect.height}"


def tile_words(tile: TileFigures) -> str:
    """Return shape and cut of a tile's picture; nothing without one."""
    if not tile.has_picture:
        return translate("Verify", "no picture")
    said = [shape_words(tile.aspect)]
    cut = tile.cut
    if cut:
        sides = {
            translate("Verify", "{share} left and right"): cut.left,
            translate("Verify", "{share} top and bottom"): cut.top,
        }
        told = [
            it.format(share=f"{100 * share:.1f} %") for it, share in sides.items() if share > _LEAST
        ]
        said.append(translate("Verify", "cut: {sides}").format(sides=", ".join(told)))
    return "  ".join(said)


def tiles_text(tiles: Sequence[TileFigures]) -> str:
    """Return all tiles as lines of text."""
    return "\n".join(f"{it.name}: {rect_words(it.rect)}  {tile_words(it)}" for it in tiles)


def tiles_json(tiles: Sequence[TileFigures]) -> str:
    """Return all tiles as JSON."""
    return json.dumps([tile.value() for tile in tiles], indent=1, ensure_ascii=False)
