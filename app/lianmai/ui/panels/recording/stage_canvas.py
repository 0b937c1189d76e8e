"""The stage as a canvas that can be mixed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtGui import QColor

from lianmai.call import Call
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_problems import canvas_problems, usable
from lianmai.core.stage.tile_canvas import (
    canvas_fitted,
    canvas_of_tiles,
    even_size,
    with_listeners,
)
from lianmai.ui import theme
from lianmai.ui.canvas.desk import CanvasDesk
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.stage_shot import rect_of, tile_figures

LONG_SIDE_PX = 1280

Size: TypeAlias = tuple[int, int]
StageCanvas: TypeAlias = Callable[[Size | None], Canvas]
"""Gives the stage as a canvas of a size in px, or of one that suits it."""


def present_canvas(call: Call, stage: Stage, desk: CanvasDesk, size: Size | None = None) -> Canvas:
    """Return the canvas that is being edited, else the stage, as it is now."""
    if desk.editor is None:
        return stage_canvas(call, stage, size)
    document = desk.editor.document
    canvas = usable(document.canvas, canvas_problems(document.canvas))
    folder = document.path.parent if document.path is not None else Path()
    images = tuple(
        it if "://" in it.url else replace(it, url=str(folder / it.url)) for it in canvas.images
    )
    canvas = replace(canvas, images=images)
    return canvas_fitted(canvas, *size) if size is not None else canvas


def stage_canvas(call: Call, stage: Stage, size: Size | None = None) -> Canvas:
    """Return *stage* as it is laid out now; whoever is on another page is heard all the same."""
    whole = rect_of(stage.rect())
    width, height = size or even_size(whole.width / max(1, whole.height), LONG_SIDE_PX)
    canvas = canvas_of_tiles(tile_figures(stage), call.room.uid, whole, width, height)
    heard = [str(stream_id) for stream_id in call.streams]
    heard += [call.room.uid] if call.source.has_audio else []
    ground = QColor(theme.colors().stage).rgb() & 0xFFFFFF
    return with_listeners(canvas, heard, ground)
