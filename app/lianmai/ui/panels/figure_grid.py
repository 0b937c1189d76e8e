"""The numbers of one stream, each with its name below it and its meaning on hover."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.panels.figures import Figure, Stats, detail_figures
from lianmai.ui.theme import GAP, Text

_CELL_PX = 74
_MOST_COLUMNS = 6


class FigureGrid(QWidget):
    """As many cells side by side as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = [_Cell(figure, self) for figure in detail_figures()]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._arranged: tuple[int, list[_Cell]] = (0, [])

    def show_stats(self, stats: Stats) -> None:
        """Show those numbers that *stats* has; the table tells why others are not known."""
        for cell in self._cells:
            cell.show_stats(stats)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(2, min(_MOST_COLUMNS, self.width() // _CELL_PX))
        wanted = columns, [cell for cell in self._cells if not cell.isHidden()]
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for place, cell in enumerate(wanted[1]):
            self._grid.addWidget(cell, *divmod(place, columns))
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _Cell(QWidget):
    """One number."""

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self._figure = figure
        self._value = QLabel(self)
        self._value.setFont(theme.font(Text.STRONG))
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = QLabel(figure.title, self)
        title.setFont(theme.font(Text.SMALL))
        title.setProperty("quiet", True)
        self.setToolTip(figure.explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(title)

    def show_stats(self, stats: Stats) -> None:
        """Show the number in *stats*."""
        self.setVisible(self._figure.is_measured(stats))
        text = self._figure.with_unit(stats)
        if text != self._value.text():
            self._value.setText(text)
            self.setAccessibleName(f"{self._figure.title}: {text}")
