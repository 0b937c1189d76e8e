"""A pane of glass over the stage: shows the reference picture and marks, and takes no clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.figures import TileFigures
from lianmai.ui.verify.marks import GridKind, Marker, paint_grid, paint_markers, paint_tiles
from lianmai.ui.verify.reference import Reference
from lianmai.ui.verify.seat import Seat


class Overlay(QWidget):
    """Lies over the stage of *seat*; marks are drawn once, so that tiles stay cheap to repaint."""

    def __init__(self, seat: Seat, reference: Reference) -> None:
        super().__init__(seat.host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._seat, self._reference = seat, reference
        self.grid: GridKind = "none"
        self.tiles: tuple[TileFigures, ...] = ()
        self.markers: tuple[Marker, ...] = ()
        self._drawn: QPixmap | None = None
        seat.changed.connect(self.follow)
        reference.changed.connect(self._show_reference)
        reference.blinked.connect(self.update)
        self.follow()

    @property
    def has_marks(self) -> bool:
        """Whether anything is drawn."""
        return self.grid != "none" or bool(self.tiles) or bool(self.markers)

    def show_marks(
        self, grid: GridKind, tiles: tuple[TileFigures, ...], markers: tuple[Marker, ...]
    ) -> None:
        """Draw these; nothing is repainted when they are the same."""
        if (grid, tiles, markers) != (self.grid, self.tiles, self.markers):
            self.grid, self.tiles, self.markers = grid, tiles, markers
            self.redraw()

    def redraw(self) -> None:
        """Draw everything anew: what it is measured in has changed."""
        self._drawn = None
        self.setVisible(self.has_marks or self._reference.is_on)
        self.update()

    @Slot()
    def follow(self) -> None:
        """Lie where the stage is."""
        if self.geometry() != self._seat.rect:
            self.setGeometry(self._seat.rect)
        self.redraw()

    @Slot()
    def _show_reference(self) -> None:
        self.setVisible(self.has_marks or self._reference.is_on)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part asked for."""
        painter = QPainter(self)
        self._reference.paint(painter, self._seat.px_per_layout_px, self.devicePixelRatioF())
        if self.has_marks:
            if self._drawn is None:
                self._drawn = self._draw()
            painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.redraw()
        super().changeEvent(event)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        whole, px_per_unit = QRectF(self.rect()), self._seat.px_per_unit
        paint_grid(painter, self.grid, whole, px_per_unit)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint_tiles(painter, self.tiles, whole, px_per_unit)
        paint_markers(painter, self.markers, whole)
        painter.end()
        return pixmap
