"""What of a canvas is under the mouse: items, and the eight handles of a rectangle."""

from __future__ import annotations

from collections.abc import Mapping

from lianmai.core.stage.canvas import Canvas, Item
from lianmai.core.stage.dragging import Handle
from lianmai.core.stage.geometry import Rect


def item_at(canvas: Canvas, x_px: int, y_px: int) -> Item | None:
    """Return the uppermost item at a place; pictures lie below all users."""
    spot = Rect(x_px, y_px, 1, 1)
    for index in reversed(canvas.stacked()):
        if canvas.users[index].rect.contains(spot):
            return "users", index
    for index in reversed(range(len(canvas.images))):
        if canvas.images[index].rect.contains(spot):
            return "images", index
    return None


def items_in_turn(canvas: Canvas) -> list[Item]:
    """Return all items as Tab visits them: users from the lowest up, then pictures."""
    users: list[Item] = [("users", index) for index in canvas.stacked()]
    return users + [("images", index) for index in range(len(canvas.images))]


def handle_points(rect: Rect) -> Mapping[Handle, tuple[int, int]]:
    """Return where the handles of *rect* are; corners come first."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    center, middle = rect.x + rect.width // 2, rect.y + rect.height // 2
    return {
        "nw": (left, top),
        "ne": (right, top),
        "se": (right, bottom),
        "sw": (left, bottom),
        "n": (center, top),
        "e": (right, middle),
        "s": (center, bottom),
        "w": (left, middle),
    }


def handle_at(rect: Rect, x: int, y: int, reach: int) -> Handle | None:
    """Return the handle of *rect* at most *reach* away each way; on small ones a corner wins."""
    for handle, (at_x, at_y) in handle_points(rect).items():
        if max(abs(at_x - x), abs(at_y - y)) <= reach:
            return handle
    return None
