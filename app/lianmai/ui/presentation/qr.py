"""QR codes as pictures."""

from __future__ import annotations

from functools import lru_cache

import segno
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

QUIET = 4
"""Modules that have to stay free on each side, so that a reader finds the code (ISO/IEC 18004)."""


@lru_cache(maxsize=4)
def qr_image(text: str) -> QImage:
    """Return the code of *text*, a pixel a module, with its free margin: black on white."""
    code = segno.make(text, error="m", micro=False)
    rows = [bytes(row) for row in code.matrix]
    side = len(rows) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.setPixelColor(QUIET + x, QUIET + y, Qt.GlobalColor.black)
    return image


def sharp_side(text: str, wanted_px: float, ratio: float) -> float:
    """Return the side, at most *wanted_px*, at which modules are whole device pixels."""
    modules = qr_image(text).width()
    return max(1, int(wanted_px * ratio) // modules) * modules / ratio


def paint_qr(painter: QPainter, place: QRect, text: str) -> None:
    """Paint the code of *text*, without smoothing: edges stay edges."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(place, qr_image(text))
