"""What is wrong with a canvas, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import MOST_COLOR, MOST_PX, MOST_Z, Canvas, Item
from lianmai.core.stage.geometry import Rect

LONGEST_URL = 256
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif")


@dataclass(frozen=True)
class CanvasProblem:
    """What is wrong with one *item*; when it *blocks*, that item cannot be drawn as told.

    *where* is the item's list and index, ``None`` for the canvas; *line* is that of the file.
    """

    item: str
    name: str
    reason: str
    blocks: bool = True
    where: Item | None = None
    line: int | None = None

    def __str__(self) -> str:
        item = f"{self.item}, {self.name}" if self.name else self.item
        if not self.line:
            return sentence("{item}: {reason}", item=item, reason=self.reason)
        return sentence(
            "line {line}: {item}: {reason}", line=self.line, item=item, reason=self.reason
        )


def canvas_problems(
    canvas: Canvas, known_uids: Collection[str] | None = None
) -> list[CanvasProblem]:
    """Return everything about *canvas* that its geometry and names show to be wrong.

    *known_uids* are the members of the room; without them, no uid is unknown.
    """
    users = list(_user_problems(canvas, known_uids))
    left_out = {problem.where for problem in users if problem.blocks}
    return [
        *_ground_problems(canvas),
        *users,
        *_image_problems(canvas),
        *_overlaps(canvas, left_out),
    ]


def usable(canvas: Canvas, problems: Collection[CanvasProblem]) -> Canvas:
    """Return *canvas* without the items that *problems* block."""
    blocked = {problem.where for problem in problems if problem.blocks}
    return replace(
        canvas,
        users=tuple(
            replace(user, z_order=canvas.z_of(at))
            for at, user in enumerate(canvas.users)
            if ("users", at) not in blocked
        ),
        images=tuple(
            image for at, image in enumerate(canvas.images) if ("images", at) not in blocked
        ),
    )


def user_name(index: int, uid: str) -> str:
    """Return what messages call a user."""
    return f"users[{index}] (uid {uid})" if uid else f"users[{index}]"


def image_name(index: int) -> str:
    """Return what messages call an image."""
    return f"images[{index}]"


def _ground_problems(canvas: Canvas) -> Iterator[CanvasProblem]:
    for name, side in (("width", canvas.width_px), ("height", canvas.height_px)):
        if not 0 < side <= MOST_PX:
            yield CanvasProblem(
                "canvas",
                name,
                sentence("{side} is not between 1 and {most_px}.", side=side, most_px=MOST_PX),
            )
    if not 0 <= canvas.color <= MOST_COLOR:
        reason = sentence(
            "{color} is not between 0 and {most_color}, which is 65536 R + 256 G + B.",
            color=canvas.color,
            most_color=MOST_COLOR,
        )
        yield CanvasProblem("canvas", "color", reason, blocks=False)


def _user_problems(canvas: Canvas, known_uids: Collection[str] | None) -> Iterator[CanvasProblem]:
    first: dict[str, int] = {}
    for at, user in enumerate(canvas.users):
        if user.unread is not None:
            continue
        item = user_name(at, user.uid)
        where: Item = ("users", at)
        if not user.uid:
            yield CanvasProblem(
                item, "uid", sentence("it is missing: say whose tile this is."), True, where
            )
        elif user.uid in first:
            reason = sentence(
                "users[{other}] has it already: give each member one tile.", other=first[user.uid]
            )
            yield CanvasProblem(item, "uid", reason, True, where)
        elif known_uids is not None and user.uid not in known_uids:
            reason = sentence("nobody in the room has it: the tile stays empty.")
            yield CanvasProblem(item, "uid", reason, False, where)
        first.setdefault(user.uid, at)
        if user.z_order is not None and not 0 <= user.z_order <= MOST_Z:
            reason = sentence(
                "{z_order} is not between 0 and {most_z}.", z_order=user.z_order, most_z=MOST_Z
            )
            yield CanvasProblem(item, "zOrder", reason, False, where)
        yield from _rect_problems(canvas, item, where, user.rect)


def _image_problems(canvas: Canvas) -> Iterator[CanvasProblem]:
    for at, image in enumerate(canvas.images):
        if image.unread is not None:
            continue
        item = image_name(at)
        where: Item = ("images", at)
        if not image.url:
            reason = sentence("it is missing: write the address of a picture.")
            yield CanvasProblem(item, "url", reason, True, where)
        elif len(image.url) > LONGEST_URL:
            reason = sentence("it has more than {longest_url} characters.", longest_url=LONGEST_URL)
            yield CanvasProblem(item, "url", reason, False, where)
        elif not image.url.partition("?")[0].lower().endswith(_PICTURES):
            reason = sentence("its name is not that of a picture: use PNG or JPEG.")
            yield CanvasProblem(item, "url", reason, False, where)
        yield from _rect_problems(canvas, item, where, image.rect)


def _rect_problems(canvas: Canvas, item: str, where: Item, rect: Rect) -> Iterator[CanvasProblem]:
    for name, side in (("width", rect.width), ("height", rect.height)):
        if side <= 0:
            yield CanvasProblem(
                item, name, sentence("{side} shows nothing: use 1 or more.", side=side), True, where
            )
    ends = (
        ("x", rect.x, rect.right, canvas.width_px),
        ("y", rect.y, rect.bottom, canvas.height_px),
    )
    for name, start, end, most in ends:
        if start < 0 or end > most:
            reason = sentence(
                "{start} to {end} leaves the canvas, which goes from 0 to {most}.",
                start=start,
                end=end,
                most=most,
            )
            yield CanvasProblem(item, name, reason, True, where)


def _overlaps(canvas: Canvas, left_out: Collection[Item | None]) -> Iterator[CanvasProblem]:
    drawn = [
        at
        for at in canvas.stacked()
        if canvas.users[at].push_video and ("users", at) not in left_out
    ]
    for below, above in combinations(drawn, 2):
        under, over = canvas.users[below], canvas.users[above]
        if not under.rect.overlaps(over.rect):
            continue
        item = user_name(below, under.uid)
        name = user_name(above, over.uid)
        is_hidden = over.rect.contains(under.rect)
        reason = (
            sentence("{other} hides it.", other=name)
            if is_hidden
            else sentence("{other} covers part of it.", other=name)
        )
        yield CanvasProblem(item, "", reason, blocks=False, where=("users", below))
