"""The canvas that a stage on the screen amounts to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lianmai.core.stage.canvas import Canvas, CanvasUser
from lianmai.core.stage.figures import TileFigures
from lianmai.core.stage.geometry import Rect, fitted
from lianmai.core.stage.request import Fit

OWN_KEY = "me"
"""The key of the own tile, whatever the own uid is."""


def canvas_of_tiles(
    tiles: Sequence[TileFigures], own_uid: str, stage: Rect, width_px: int, height_px: int
) -> Canvas:
    """Return *tiles* of a *stage* on a canvas of another size, as large as it can hold.

    They keep their order: later ones lie above.
    """
    users = []
    for z_order, tile in enumerate(tiles):
        fit: Fit = "cover" if tile.covers else "contain"
        uid = own_uid if tile.key == OWN_KEY else tile.key
        seen = tile.rect.common(stage).moved(-stage.x, -stage.y)
        users.append(CanvasUser(uid, seen, z_order, fit))
    whole = Canvas(max(1, stage.width), max(1, stage.height), users=tuple(users))
    canvas = canvas_fitted(whole, width_px, height_px)
    return replace(canvas, users=tuple(user for user in canvas.users if user.rect.area))


def with_listeners(canvas: Canvas, uids: Collection[str], color: int) -> Canvas:
    """Return *canvas* in *color*, with *uids* heard who are not seen."""
    drawn = {user.uid for user in canvas.users}
    unseen = [uid for uid in uids if uid not in drawn]
    heard = [CanvasUser(uid, canvas.whole, 0, push_video=False) for uid in unseen]
    return replace(canvas, color=color, users=(*canvas.users, *heard))


def canvas_fitted(canvas: Canvas, width_px: int, height_px: int) -> Canvas:
    """Return *canvas* on one of another size, as large as it can hold it, in the middle."""
    if (canvas.width_px, canvas.height_px) == (width_px, height_px):
        return canvas
    whole = Rect(0, 0, width_px, height_px)
    room = fitted(canvas.width_px / canvas.height_px, whole)
    across, down = room.width / canvas.width_px, room.height / canvas.height_px

    def placed(rect: Rect) -> Rect:
        return rect.scaled(across, down).moved(room.x, room.y).common(whole)

    users = tuple(replace(user, rect=placed(user.rect)) for user in canvas.users)
    images = tuple(replace(image, rect=placed(image.rect)) for image in canvas.images)
    return replace(canvas, width_px=width_px, height_px=height_px, users=users, images=images)


def even_size(aspect: float, long_side_px: int) -> tuple[int, int]:
    """Return the size of a picture of *aspect* (width / height), its longer side given, even."""
    width, height = long_side_px, long_side_px
    if aspect >= 1:
        height = max(64, round(long_side_px / aspect / 2) * 2)
    else:
        width = max(64, round(long_side_px * aspect / 2) * 2)
    return width, height
