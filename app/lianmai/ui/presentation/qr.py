"""QR codes as pictures."""

from __future__ import annotations

from functools import lru_cache

import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

QUIET = 4
"""Modules that have to stay white on each side, so that a reader finds the code (ISO/IEC 18004)."""


@lru_cache(maxsize=4)
def qr_image(text: str) -> QImage:
    """Return the code of *text*, a pixel a module, without its margin: black on white."""
    rows = segno.make(text, error="m", micro=False).matrix
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            image.setPixelColor(x, y, QColor("black" if is_dark else "white"))
    return image


def margin_px(text: str, side_px: float) -> float:
    """Return how much has to stay white around the code of *text* that is *side_px* wide."""
    return side_px * QUIET / qr_image(text).width()


def sharp_side(text: str, wanted_px: float, ratio: float) -> float:
    """Return the side, at most *wanted_px*, at which modules are whole device pixels."""
    modules = qr_image(text).width()
    return max(1, int(wanted_px * ratio) // modules) * modules / ratio


def paint_qr(painter: QPainter, place: QRectF, text: str) -> None:
    """Paint the code of *text*, without smoothing: edges stay edges."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(place, qr_image(text))
