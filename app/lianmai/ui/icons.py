"""Icons from ``resources/icons``, drawn in the colours of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lianmai.core.resources import resource
from lianmai.ui import theme

_SIZES_PX = (16, 20, 22)
"""The sizes in use, see `theme.ICON_PX`: drawing all sizes there could be takes 2 ms an icon."""


def icon(name: str, color: str = "") -> QIcon:
    """Return ``resources/icons/<name>.svg`` in *color*, or the colour of text.

    An icon keeps its colour: ask again after a ``QEvent.PaletteChange``.

    Raises:
        FileNotFoundError: If there is no such icon.
    """
    return _tinted(name, color or theme.colors().text, theme.colors().quiet)


@cache
def app_icon() -> QIcon:
    """Return the program's own icon, which has colours of its own."""
    made = QIcon()
    for side_px in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_draw(_svg("lianmai"), side_px, 1.0))
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: str) -> None:
    """Draw an icon straight onto *painter*, sharp at any size."""
    _renderer(name, color).render(painter, rect)


@cache
def _tinted(name: str, color: str, disabled_color: str) -> QIcon:
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled_color)):
        drawing = _svg(name).replace(b"currentColor", tint.encode())
        for side_px in _SIZES_PX:
            made.addPixmap(_draw(drawing, side_px, _sharpest_ratio()), mode)
    return made


def _sharpest_ratio() -> float:
    """Return the highest number of device pixels a pixel has on any screen."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", color.encode())))


@cache
def _svg(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


def _draw(drawing: bytes, side_px: int, ratio: float) -> QPixmap:
    """Return *drawing* as *side_px* logical pixels a side on a screen of *ratio*."""
    pixmap = QPixmap(round(side_px * ratio), round(side_px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
