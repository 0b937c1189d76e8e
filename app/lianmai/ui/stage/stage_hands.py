"""Tiles moved by mouse: a tap, a drag onto another, the floating picture dragged about."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication

from lianmai.core.messages import StreamId


class StageHands(QObject):
    """Tells taps from drags, and drags of a floating tile from those onto another.

    Positions are the stage's. `opened` is a double click; the tap that it began with has been
    told as `tapped` before.
    """

    tapped = Signal(StreamId)
    opened = Signal(StreamId)
    dragged = Signal(StreamId, QPoint, QPoint)
    """The tile, where its corner goes, and where the mouse is."""
    dropped = Signal(StreamId, QPoint)
    cancelled = Signal(StreamId)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._held: StreamId | None = None
        self._pressed = QPoint()
        self._grip = QPoint()
        self._drags = self._may_drag = False
        self._last: StreamId | None = None

    @property
    def dragging(self) -> StreamId | None:
        """What is being dragged."""
        return self._held if self._drags else None

    def press(self, stream_id: StreamId, corner: QPoint, at: QPoint, *, may_drag: bool) -> None:
        """Take hold of a tile whose *corner* is there."""
        self._held, self._pressed, self._grip = stream_id, at, at - corner
        self._drags, self._may_drag = False, may_drag

    def move(self, at: QPoint) -> None:
        """Drag, once the mouse has gone far enough to mean it."""
        if self._held is None or not self._may_drag:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._drags = self._drags or far
        if self._drags:
            self.dragged.emit(self._held, at - self._grip, at)

    def release(self, at: QPoint) -> None:
        """Let go: the end of a drag, or a tap."""
        held, drags = self._held, self._drags
        self._held, self._drags = None, False
        if held is None:
            return
        self._last = held
        if drags:
            self.dropped.emit(held, at)
        elif (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            self.tapped.emit(held)

    def double_click(self) -> None:
        """Open the tile of the first click: its tap may have put another below the mouse."""
        self._held = None
        if self._last is not None:
            self.opened.emit(self._last)

    def cancel(self) -> bool:
        """Give up a drag; tell whether there was one."""
        held = self.dragging
        self._held, self._drags = None, False
        if held is not None:
            self.cancelled.emit(held)
        return held is not None

    def forget(self, stream_id: StreamId) -> None:
        """Let go of what has left."""
        if self._held == stream_id:
            self._held, self._drags = None, False
        if self._last == stream_id:
            self._last = None
