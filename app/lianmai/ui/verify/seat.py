"""Where the stage is: keeps things that lie over it in their places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.dragging import Guides, guides_of
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.stage_shot import rect_of

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Seat(QObject):
    """The place of *stage* within its parent, where tools lie beside it and above.

    They are no children of the stage, so that a picture of it is one without them.
    *scale_of* gives how large a px of the layout is drawn; `changed` follows every move.
    """

    changed = Signal()

    def __init__(self, stage: Stage, scale_of: Callable[[], float]) -> None:
        super().__init__(stage)
        self.stage = stage
        self.in_device_px = False
        self._scale_of = scale_of
        stage.installEventFilter(self)

    @property
    def host(self) -> QWidget:
        """What tools are children of."""
        parent = self.stage.parentWidget()
        assert parent is not None, "the stage is part of a page"
        return parent

    @property
    def rect(self) -> QRect:
        """Where the stage is in its `host`."""
        return self.stage.geometry()

    @property
    def px_per_unit(self) -> float:
        """How many px of the window one px of what is measured takes."""
        if self.in_device_px:
            return 1 / self.stage.devicePixelRatioF()
        return self.px_per_layout_px

    @property
    def px_per_layout_px(self) -> float:
        """How large a px of the layout is drawn: less than 1 on a phone made to fit."""
        return max(0.01, self._scale_of())

    def units(self, px: float) -> int:
        """Return *px* of the window as a whole number of what is measured."""
        return round(px / self.px_per_unit)

    def snap_lines(self) -> Guides:
        """Return edges and middles of the stage and its tiles, in px of the window."""
        tiles = [self.stage.tiles[stream_id] for stream_id in self.stage.visible_ids()]
        rects = [rect_of(tile.card.translated(tile.pos())) for tile in tiles]
        rects += [rect_of(tile.geometry()) for tile in tiles]
        return guides_of(rect_of(self.stage.rect()), rects)

    def local(self, place: QPoint) -> QPoint:
        """Return *place* of the screen on the stage."""
        return self.stage.mapFromGlobal(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the stage has moved."""
        if watched is self.stage and event.type() in _MOVES:
            self.changed.emit()
        return False
