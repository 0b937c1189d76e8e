"""What the editor draws over a canvas: frames, handles, and the lines things have snapped to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.handles import handle_points
from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text

HANDLE_PX = 9
_FRAME_PX, _THIN_PX = 2, 1
_GUIDE, _RIM = "#ff4fa3", "#ffffff"
_LEAST_FOR_HANDLES_PX = 24


@dataclass(frozen=True)
class Marked:
    """What to draw, in px of the window.

    *bad* are items that cannot be drawn as told, *label* says where the chosen one is.
    """

    outlines: tuple[Rect, ...] = ()
    bad: tuple[Rect, ...] = ()
    chosen: Rect | None = None
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    label: str = ""
    has_focus: bool = False


class Marks(QWidget):
    """Lies over everything and is masked to what it paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._marked = Marked()

    def show_marked(self, marked: Marked) -> None:
        """Draw *marked* from now on."""
        if marked != self._marked:
            self._marked = marked
            self.setMask(self._region())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw from the least to the most important."""
        marked, colors = self._marked, theme.colors()
        painter = QPainter(self)
        _draw(painter, marked.outlines, QPen(QColor(255, 255, 255, 70), _THIN_PX))
        _draw(painter, marked.bad, QPen(QColor(colors.bad), _FRAME_PX, Qt.PenStyle.DashLine))
        painter.setPen(QPen(QColor(_GUIDE), _THIN_PX))
        for x in marked.columns:
            painter.drawLine(x, 0, x, self.height())
        for y in marked.rows:
            painter.drawLine(0, y, self.width(), y)
        if marked.chosen is not None:
            _draw(painter, (marked.chosen,), QPen(QColor(colors.accent), _FRAME_PX))
            self._paint_handles(painter)
            self._paint_label(painter)
        painter.end()

    def _paint_handles(self, painter: QPainter) -> None:
        accent = QColor(theme.colors().accent)
        painter.setPen(QPen(accent, _FRAME_PX))
        painter.setBrush(QColor(_RIM) if self._marked.has_focus else accent)
        for handle in self._handles():
            painter.drawRect(handle.adjusted(1, 1, -1, -1))

    def _paint_label(self, painter: QPainter) -> None:
        place = self._label_rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().accent))
        painter.drawRoundedRect(place, GAP / 2, GAP / 2)
        painter.setPen(QColor(theme.colors().on_accent))
        painter.setFont(theme.font(Text.NUMBERS))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._marked.label)

    def _label_rect(self) -> QRect:
        """Return where the label is: below the chosen item, inside when there is no room."""
        if (chosen := self._marked.chosen) is None or not self._marked.label:
            return QRect()
        words = QFontMetrics(theme.font(Text.NUMBERS))
        width = words.horizontalAdvance(self._marked.label) + 2 * GAP
        height = words.height() + GAP // 2
        x = chosen.x + (chosen.width - width) // 2
        y = chosen.bottom + HANDLE_PX
        if y + height > self.height():
            y = chosen.bottom - HANDLE_PX - height
        x = max(0, min(x, self.width() - width))
        return QRect(x, y, width, height)

    def _handles(self) -> list[QRect]:
        if (chosen := self._marked.chosen) is None:
            return []
        points = handle_points(chosen)
        if min(chosen.width, chosen.height) < _LEAST_FOR_HANDLES_PX:
            points = {name: at for name, at in points.items() if len(name) == 2}
        square = QRect(0, 0, HANDLE_PX, HANDLE_PX)
        squares = []
        for x, y in points.values():
            square.moveCenter(QPoint(x, y))
            squares.append(QRect(square))
        return squares

    def _region(self) -> QRegion:
        marked = self._marked
        region = QRegion()
        for rect in (*marked.outlines, *marked.bad, *((marked.chosen,) if marked.chosen else ())):
            outer = QRect(rect.x, rect.y, rect.width, rect.height).adjusted(-2, -2, 2, 2)
            region += QRegion(outer) - QRegion(outer.adjusted(4, 4, -4, -4))
        for handle in self._handles():
            region += handle.adjusted(-1, -1, 1, 1)
        for x in marked.columns:
            region += QRect(x, 0, 1, self.height())
        for y in marked.rows:
            region += QRect(0, y, self.width(), 1)
        region += self._label_rect()
        return region if not region.isEmpty() else QRegion(-1, -1, 1, 1)


def _draw(painter: QPainter, rects: Sequence[Rect], pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for rect in rects:
        painter.drawRect(QRect(rect.x, rect.y, rect.width - 1, rect.height - 1))
