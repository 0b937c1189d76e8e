"""Canvases made of what is there already: of tiles on a stage, and of a layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lianmai.core.stage.canvas import MOST_PX, MOST_Z, Canvas, CanvasUser
from lianmai.core.stage.canvas_edits import with_user
from lianmai.core.stage.dragging import inside
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.layout import Layout
from lianmai.core.stage.request import Fit, StageRequest


@dataclass(frozen=True)
class StagePlace:
    """Who is where in a layout, in px of what it was asked for."""

    uid: str
    rect: Rect
    fit: Fit = "contain"


def canvas_of_places(width_px: int, height_px: int, tiles: Sequence[StagePlace]) -> Canvas:
    """Return what is on a stage of that size as a canvas, lowest tile first.

    A stage larger than a canvas can be is made smaller; parts outside are cut off.
    """
    factor = min(1.0, MOST_PX / max(1, width_px, height_px))
    whole = Rect(0, 0, max(1, width_px), max(1, height_px)).scaled(factor, factor)
    users = tuple(
        CanvasUser(
            tile.uid, inside(tile.rect.scaled(factor, factor), whole), min(at, MOST_Z), tile.fit
        )
        for at, tile in enumerate(tiles)
    )
    return Canvas(whole.width, whole.height, users=users)


def laid_out(canvas: Canvas, layout: Layout) -> Canvas:
    """Put users, in the order of the file, where *layout* places as many tiles.

    Those it has no place for stay where they are, below the others.
    """
    known = [at for at, user in enumerate(canvas.users) if user.unread is None]
    request = StageRequest(len(known), canvas.width_px, canvas.height_px, own=None)
    arrangement = layout.arrange(request)
    lowest_first = sorted(arrangement.placements, key=lambda it: it.z)
    order = [known[it] for it in arrangement.hidden]
    order += [known[placement.index] for placement in lowest_first]
    for placement in lowest_first:
        at = known[placement.index]
        user = replace(canvas.users[at], rect=placement.rect, fit=placement.fit)
        canvas = with_user(canvas, at, user)
    for z_order, at in enumerate(order):
        user = replace(canvas.users[at], z_order=min(z_order, MOST_Z))
        canvas = with_user(canvas, at, user)
    return canvas
