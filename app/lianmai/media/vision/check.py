"""Holds a picture of a stage against its canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.found import FoundPart, FoundTile
from lianmai.core.stage.geometry import Rect, rect_between
from lianmai.core.stage.oracle import ASPECTS, TOLERANCE_PX, OracleReport, compare
from lianmai.core.stamp import sender_of
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.parts import find_part
from lianmai.media.vision.tiles import find_tiles

_MOST_DIFFERENT = 0.01


@dataclass(frozen=True)
class Seen:
    """What was *found* in a picture, in px of the canvas, and how it agrees with it."""

    found: tuple[FoundTile, ...]
    report: OracleReport


def check(
    luma: Pixels,
    canvas: Canvas,
    tolerance_px: float = TOLERANCE_PX,
    aspects: Sequence[float] = ASPECTS,
) -> Seen:
    """Find the tiles in *luma*, shape (height, width), and compare them with *canvas*.

    The picture may be larger or smaller than the canvas. *aspects* are the shapes of the pictures
    sent.

    Raises:
        SourceError: If the picture has another shape than the canvas.
    """
    height_px, width_px = luma.shape
    across, down = width_px / canvas.width_px, height_px / canvas.height_px
    if abs(across / down - 1) > _MOST_DIFFERENT:
        raise SourceError(
            sentence(
                "The picture is {width_px}x{height_px}, the canvas "
                "{canvas_width_px}x{canvas_height_px}: cut the picture to the stage alone.",
                width_px=width_px,
                height_px=height_px,
                canvas_width_px=canvas.width_px,
                canvas_height_px=canvas.height_px,
            )
        )
    found = tuple(_scaled(tile, across, down) for tile in find_tiles(luma, aspects))
    senders = {tile.sender for tile in found}
    parts: dict[str, FoundPart] = {}
    for user in canvas.users:
        sender = sender_of(user.uid)
        if user.fit == "cover" and user.push_video and sender not in senders:
            place = _enlarged(user.rect, across, down)
            if (part := find_part(luma, sender, place, aspects)) is not None:
                parts[user.uid] = replace(part, x=part.x / across, width=part.width / across)
    return Seen(found, compare(found, canvas, parts, tolerance_px, aspects))


def _scaled(tile: FoundTile, across: float, down: float) -> FoundTile:
    return replace(
        tile,
        x=tile.x / across,
        y=tile.y / down,
        width=tile.width / across,
        strip_height=tile.strip_height / down,
    )


def _enlarged(rect: Rect, across: float, down: float) -> Rect:
    return rect_between(rect.x * across, rect.y * down, rect.right * across, rect.bottom * down)
