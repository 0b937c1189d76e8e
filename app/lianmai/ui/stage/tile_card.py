"""How large the card of a tile is, and which size of picture suits it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt

_SHAPE = Qt.AspectRatioMode


def wanted_size(room: QSize, shape: QSize | None) -> QSize:
    """Return the size in px that pictures have to fit for a tile of *room*.

    With the *shape* of a picture that fills the tile: one that covers it, in even numbers, as
    players count.
    """
    if shape is None:
        return room
    even = QSize(room.width() + room.width() % 2, room.height() + room.height() % 2)
    return shape.scaled(even, _SHAPE.KeepAspectRatioByExpanding)


def card_in(tile: QRect, shape: QSize | None, ratio: float) -> QRect:
    """Return the card in the middle of *tile*: as large as can be in the *shape* of its picture.

    Without one it is the whole tile. *ratio* is device pixels for a pixel.
    """
    if shape is None:
        return QRect(QPoint(0, 0), tile.size())
    room = tile.size() * ratio
    fitted = shape if _fits(shape, room) else shape.scaled(room, _SHAPE.KeepAspectRatio)
    size = QSize(round(fitted.width() / ratio), round(fitted.height() / ratio))
    left, top = (tile.width() - size.width()) // 2, (tile.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)


def _fits(size: QSize, wanted: QSize) -> bool:
    """Tell whether a picture was made for a tile of *wanted*: it touches two sides.

    Players give even sizes, hence up to 2 px short.
    """
    short = wanted - size
    return min(short.width(), short.height()) in (0, 1) and short.width() >= 0 <= short.height()
