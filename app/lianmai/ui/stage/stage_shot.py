"""What the stage shows now: its tiles as figures, itself as pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.figures import TileFigures
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.golden import KEYWORD, StageShot, shot_text
from lianmai.media.picture.planes import Pixels
from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.stage import Stage


def tile_figures(stage: Stage, factor: float = 1.0) -> list[TileFigures]:
    """Return the tiles on the page, from left to right as seated, in px *factor* times as large."""
    figures = []
    for stream_id in stage.visible_ids():
        tile = stage.tiles[stream_id]
        place = tile.geometry()
        one = TileFigures(
            "me" if stream_id == OWN else str(stream_id),
            tile.look.label,
            rect_of(place),
            rect_of(tile.card.translated(place.topLeft())),
            tile.aspect,
            tile.look.fills,
            tile.has_picture,
        )
        figures.append(one.scaled(1 / factor))
    return figures


def stage_shot(stage: Stage, within: QWidget | None = None) -> StageShot:
    """Return where everything is in a picture of *stage*, or of the widget it is *within*."""
    ratio = stage.devicePixelRatioF()
    corner = stage.mapTo(within, QPoint()) if within is not None else QPoint()
    place = rect_of(QRect(corner, stage.size())).scaled(ratio, ratio)
    return StageShot(place, ratio, tuple(tile_figures(stage, 1 / ratio)))


def stage_image(stage: Stage) -> QImage:
    """Return a picture of *stage* in device pixels that says itself where its tiles are."""
    return told(stage.grab().toImage(), stage_shot(stage))


def told(image: QImage, shot: StageShot) -> QImage:
    """Return *image* with what is known about it inside."""
    image.setText(KEYWORD, shot_text(shot))
    return image


def pixels_of(image: QImage) -> Pixels:
    """Return the colours of *image*, shape (height, width, 3), as an array of its own."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def rect_of(rect: QRect) -> Rect:
    """Return *rect* as the core has it."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())
