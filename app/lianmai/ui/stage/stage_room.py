"""How much of the stage there is for tiles, and where a layout's rectangles lie on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.request import StageRequest
from lianmai.ui.stage.pager import HEIGHT_PX
from lianmai.ui.theme import GAP


class StageRoom:
    """*whole* is the stage; tiles keep a margin, unless it is bare or a *screen* is shown on it.

    Layouts are asked for the size of the *screen*, and what they answer is scaled to the stage.
    """

    def __init__(self) -> None:
        self.whole = QRect()
        self.screen: QSize | None = None
        self.is_bare = False

    @property
    def is_edge_to_edge(self) -> bool:
        """Whether tiles meet each other and the stage's edges."""
        return self.is_bare or self.screen is not None

    def request(self, *, with_pager: bool) -> StageRequest:
        """Return what a layout is asked, but for the tiles."""
        size = self.screen or self._free(with_pager=with_pager).size()
        gap_px = 0 if self.is_edge_to_edge else GAP
        return StageRequest(0, size.width(), size.height(), gap_px)

    def place(self, rect: Rect, *, with_pager: bool) -> QRect:
        """Return where *rect* of a layout is on the stage."""
        if self.screen is not None:
            across = self.whole.width() / self.screen.width()
            rect = rect.scaled(across, self.whole.height() / self.screen.height())
        place = QRect(rect.x, rect.y, rect.width, rect.height)
        return place.translated(self._free(with_pager=with_pager).topLeft())

    def laid_out(self, spot: QPoint, *, with_pager: bool) -> QPoint:
        """Return where *spot* of the stage is for a layout."""
        spot = spot - self._free(with_pager=with_pager).topLeft()
        if self.screen is None:
            return spot
        across = self.screen.width() / max(1, self.whole.width())
        down = self.screen.height() / max(1, self.whole.height())
        return QPoint(round(spot.x() * across), round(spot.y() * down))

    def _free(self, *, with_pager: bool) -> QRect:
        if self.is_edge_to_edge:
            return self.whole
        return self.whole.adjusted(GAP, GAP, -GAP, -(HEIGHT_PX if with_pager else GAP))
