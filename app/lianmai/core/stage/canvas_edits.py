"""Changes to a canvas, as a mouse or a panel of numbers makes them. All return a new canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias, TypeVar

from lianmai.core.stage.canvas import MOST_Z, Canvas, CanvasImage, CanvasUser, Extra, Item
from lianmai.core.stage.geometry import Rect

Step: TypeAlias = Literal["front", "forward", "backward", "back"]
Edge: TypeAlias = Literal["left", "center", "right", "top", "middle", "bottom"]

Thing = TypeVar("Thing")

_GEOMETRY = ("x", "y", "width", "height")
_OF_USERS = ("zOrder", "z", "adaption", "fit", "pushVideo", "picture", "pushAudio", "sound")


def rect_of(canvas: Canvas, item: Item) -> Rect:
    """Return where *item* is."""
    kind, index = item
    return canvas.users[index].rect if kind == "users" else canvas.images[index].rect


def placed(canvas: Canvas, item: Item, rect: Rect) -> Canvas:
    """Put *item* to *rect*; numbers of its file that were no good are forgotten."""
    kind, index = item
    if kind == "users":
        user = canvas.users[index]
        changed = replace(user, rect=rect, extra=_without(user.extra, _GEOMETRY))
        return replace(canvas, users=_set(canvas.users, index, changed))
    image = canvas.images[index]
    redrawn = replace(image, rect=rect, extra=_without(image.extra, _GEOMETRY))
    return replace(canvas, images=_set(canvas.images, index, redrawn))


def with_user(canvas: Canvas, index: int, user: CanvasUser) -> Canvas:
    """Put *user* in the place of the one at *index*; what was no good in its file is forgotten."""
    extra = _without(user.extra, (*_GEOMETRY, *_OF_USERS))
    if user.uid != canvas.users[index].uid:
        extra = _without(extra, ("uid", "peer"))
    return replace(canvas, users=_set(canvas.users, index, replace(user, extra=extra)))


def with_image(canvas: Canvas, index: int, image: CanvasImage) -> Canvas:
    """Put *image* in the place of the one at *index*; what was no good in its file is forgotten."""
    extra = _without(image.extra, (*_GEOMETRY, "url", "file", "adaption", "fit"))
    return replace(canvas, images=_set(canvas.images, index, replace(image, extra=extra)))


def with_ground(canvas: Canvas, width_px: int, height_px: int, color: int) -> Canvas:
    """Give the canvas another size and colour."""
    extra = _without(canvas.canvas_extra, ("width", "height", "color"))
    return replace(canvas, width_px=width_px, height_px=height_px, color=color, canvas_extra=extra)


def added(canvas: Canvas, thing: CanvasUser | CanvasImage) -> Canvas:
    """Put one more on top."""
    if isinstance(thing, CanvasImage):
        return replace(canvas, images=(*canvas.images, thing))
    order = canvas.stacked()
    grown = replace(canvas, users=(*canvas.users, thing))
    return _numbered(grown, [*order, len(order)])


def removed(canvas: Canvas, item: Item) -> Canvas:
    """Take *item* away."""
    kind, index = item
    if kind == "users":
        return replace(canvas, users=canvas.users[:index] + canvas.users[index + 1 :])
    return replace(canvas, images=canvas.images[:index] + canvas.images[index + 1 :])


def brought(canvas: Canvas, index: int, step: Step) -> Canvas:
    """Bring the user at *index* higher or lower; all get whole numbers from 0 up."""
    order = canvas.stacked()
    at = order.index(index)
    order.remove(index)
    places = {"front": len(order), "forward": at + 1, "backward": max(0, at - 1), "back": 0}
    order.insert(places[step], index)
    return _numbered(canvas, order)


def aligned(canvas: Canvas, items: Sequence[Item], edge: Edge) -> Canvas:
    """Line *items* up along *edge* of all of them together; a single one along the canvas."""
    rects = [rect_of(canvas, item) for item in items]
    whole = canvas.whole if len(items) == 1 else _around(rects)
    for item, rect in zip(items, rects, strict=True):
        canvas = placed(canvas, item, _along(rect, whole, edge))
    return canvas


def _around(rects: Sequence[Rect]) -> Rect:
    x, y = min(it.x for it in rects), min(it.y for it in rects)
    right, bottom = max(it.right for it in rects), max(it.bottom for it in rects)
    return Rect(x, y, right - x, bottom - y)


def _along(rect: Rect, whole: Rect, edge: Edge) -> Rect:
    x = {
        "left": whole.x,
        "center": whole.x + (whole.width - rect.width) // 2,
        "right": whole.right - rect.width,
    }
    y = {
        "top": whole.y,
        "middle": whole.y + (whole.height - rect.height) // 2,
        "bottom": whole.bottom - rect.height,
    }
    return replace(rect, x=x.get(edge, rect.x), y=y.get(edge, rect.y))


def _numbered(canvas: Canvas, order: Sequence[int]) -> Canvas:
    """Give users, from the lowest to the uppermost as *order* lists them, z from 0 up."""
    users = list(canvas.users)
    for z_order, index in enumerate(order):
        extra = _without(users[index].extra, ("zOrder", "z"))
        users[index] = replace(users[index], z_order=min(z_order, MOST_Z), extra=extra)
    return replace(canvas, users=tuple(users))


def _set(users: tuple[Thing, ...], index: int, changed: Thing) -> tuple[Thing, ...]:
    return (*users[:index], changed, *users[index + 1 :])


def _without(extra: Extra, names: Sequence[str]) -> Extra:
    return {name: value for name, value in extra.items() if name not in names}
