"""Turns the pages of a stage that has more tiles than fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.stage.plates import paint_plate
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.icon_button import IconButton

HEIGHT_PX = 36
BARE_HEIGHT_PX = 20
_PITCH_PX = 16
_LEAST_DOTS, _MOST_DOTS, _DOTS_OF_NUMBER = 2, 9, 4


class Pager(QWidget):
    """Arrows and dots, or on pictures dots alone. `turned` tells the page to go to.

    From left to right in every language, as the pages' tiles are.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.page_count = 0, 1
        self._is_bare = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._back = IconButton("previous", self.tr("Previous page"), "PgUp", self)
        self._forth = IconButton("next", self.tr("Next page"), "PgDown", self)
        self._dots = Dots(self)
        self._back.clicked.connect(lambda: self.turned.emit(self.page - 1))
        self._forth.clicked.connect(lambda: self.turned.emit(self.page + 1))
        self._dots.pressed.connect(self.turned)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for widget in (self._back, self._dots, self._forth):
            if isinstance(widget, IconButton):
                widget.setMinimumSize(HEIGHT_PX, HEIGHT_PX)
            row.addWidget(widget)
        row.addStretch()

    def set_bare(self, bare: bool) -> None:
        """Lie on pictures, as dots alone, or below them."""
        self._is_bare = bare
        self._dots.on_plate = bare
        self._back.setHidden(bare)
        self._forth.setHidden(bare)

    def settle(self, stage: QRect) -> None:
        """Take the place at the lower edge of *stage*; on pictures where no names are."""
        width_px = self._dots.sizeHint().width() + 2 * GAP if self._is_bare else stage.width()
        height_px = BARE_HEIGHT_PX if self._is_bare else HEIGHT_PX
        place = QRect(0, 0, width_px, height_px)
        place.moveBottomRight(stage.bottomRight())
        if self._is_bare:
            place.translate(-GAP, -GAP)
        self.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate that dots on pictures need."""
        if self._is_bare:
            painter = QPainter(self)
            paint_plate(painter, QRectF(self.rect()), self.height() / 2)
            painter.end()

    def show_page(self, page: int, page_count: int) -> None:
        """Show that this is *page* of *page_count*; one page needs no pager."""
        self.page, self.page_count = page, page_count
        self._back.setEnabled(page > 0)
        self._forth.setEnabled(page < page_count - 1)
        self._dots.show_page(page, page_count)
        text = self.tr("Page {page} of {count}").format(page=page + 1, count=page_count)
        self._dots.setToolTip(text)
        self._dots.setAccessibleName(text)
        self.setVisible(page_count > 1)


class Dots(QWidget):
    """One dot a page; too many pages become a number."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._count = 0, 1
        self.on_plate = False

    def show_page(self, page: int, count: int) -> None:
        """Fill the dot of *page*."""
        self._page, self._count = page, count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size all dots need."""
        dots = self._count if self._count <= _MOST_DOTS else _DOTS_OF_NUMBER
        height_px = BARE_HEIGHT_PX if self.on_plate else HEIGHT_PX
        return QSize(_PITCH_PX * max(_LEAST_DOTS, dots), height_px)

    def minimumSizeHint(self) -> QSize:
        """Return the size all dots need."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page of the dot under the mouse."""
        index = int(event.position().x() // _PITCH_PX)
        if self._count <= _MOST_DOTS and index < self._count:
            self.pressed.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dots, or the number of the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.colors()
        if self._count > _MOST_DOTS:
            painter.setPen(QColor(colors.on_plate if self.on_plate else colors.text))
            text = f"{self._page + 1} / {self._count}"
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            for index in range(self._count):
                is_here = index == self._page
                painter.setBrush(self._color(is_here=is_here))
                spot = QPointF((index + 0.5) * _PITCH_PX, self.height() / 2)
                radius = 4.0 if is_here else 3.0
                painter.drawEllipse(spot, radius, radius)
        painter.end()

    def _color(self, *, is_here: bool) -> QColor:
        colors = theme.colors()
        if not self.on_plate:
            return QColor(colors.accent if is_here else colors.quiet)
        color = QColor(colors.on_plate)
        color.setAlphaF(1.0 if is_here else 0.45)
        return color
