"""Writes a canvas as JSON, with all that its file had beside it."""

from __future__ import annotations

import json

from lianmai.core.stage.canvas import Canvas, CanvasImage, CanvasUser, Extra
from lianmai.core.stage.canvas_fields import looks_like_number
from lianmai.core.stage.canvas_spelling import FORMAT, MORE, NERTC, Form, Spelling, spelling_of
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.request import Fit


def canvas_value(canvas: Canvas, form: Form) -> dict[str, object]:
    """Return *canvas* as JSON values."""
    spelling = spelling_of(form)
    ground = {"width": canvas.width_px, "height": canvas.height_px}
    color: object = f"#{canvas.color:06x}" if form == "own" else canvas.color
    users = [
        _with(_user_value(it, spelling), it.extra, form) if it.unread is None else it.unread
        for it in canvas.users
    ]
    images = [
        _with(_image_value(it, spelling), it.extra, form) if it.unread is None else it.unread
        for it in canvas.images
    ]
    layout: dict[str, object] = {"format": FORMAT, "version": 1} if form == "own" else {}
    layout |= {
        "canvas": _with({**ground, "color": color}, canvas.canvas_extra, form),
        spelling.users: users,
        spelling.images: images,
    }
    layout = _with(layout, canvas.extra, form)
    return layout if canvas.around is None else {**canvas.around, "layout": layout}


def canvas_text(canvas: Canvas, form: Form) -> str:
    """Return *canvas* as a JSON text for a file."""
    return json.dumps(canvas_value(canvas, form), indent=1, ensure_ascii=False) + "\n"


def _user_value(user: CanvasUser, spelling: Spelling) -> dict[str, object]:
    uid = int(user.uid) if spelling is NERTC and looks_like_number(user.uid) else user.uid
    value: dict[str, object] = {spelling.uid: uid, **_rect_value(user.rect)}
    if user.z_order is not None:
        value[spelling.z_order] = user.z_order
    return value | {
        spelling.fit: _fit_value(user.fit, spelling),
        spelling.push_video: user.push_video,
        spelling.push_audio: user.push_audio,
    }


def _image_value(image: CanvasImage, spelling: Spelling) -> dict[str, object]:
    fit = {spelling.fit: _fit_value(image.fit, spelling)}
    return {spelling.url: image.url, **_rect_value(image.rect), **fit}


def _rect_value(rect: Rect) -> dict[str, object]:
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}


def _fit_value(fit: Fit, spelling: Spelling) -> str | int:
    return next(told for told, meant in spelling.fits.items() if meant == fit)


def _with(value: dict[str, object], extra: Extra, form: Form) -> dict[str, object]:
    if form == "own":
        return value | {MORE: dict(extra)} if extra else value
    return value | dict(extra)
