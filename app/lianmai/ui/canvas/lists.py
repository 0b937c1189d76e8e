"""What is on the canvas, and what is wrong with it, as lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from lianmai.core.stage.canvas import Canvas, Item
from lianmai.core.stage.canvas_problems import CanvasProblem
from lianmai.ui import theme
from lianmai.ui.icons import icon
from lianmai.ui.theme import GAP
from lianmai.ui.words import translated

_SPACING_PX, _LEAST_ROWS, _MOST_ROWS = 3, 2, 7
_ROLE = Qt.ItemDataRole.UserRole


class ItemList(QListWidget):
    """The canvas, its users from the uppermost down, its pictures; `chosen` tells which."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Items"))
        self.setSpacing(_SPACING_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown: list[tuple[str, Item | None]] = []
        self.currentRowChanged.connect(self._tell)

    def show_items(self, canvas: Canvas, item: Item | None) -> None:
        """List what is on *canvas* and mark *item*."""
        was_blocked = self.blockSignals(True)
        rows = self._rows(canvas)
        if rows != self._shown:
            self._shown = rows
            self.clear()
            for text, _ in rows:
                self.addItem(text)
            self.updateGeometry()
        self.setCurrentRow([known for _, known in rows].index(item))
        self.blockSignals(was_blocked)

    def sizeHint(self) -> QSize:
        """Return the height of the rows, of a few when there are many."""
        rows = min(max(_LEAST_ROWS, len(self._shown)), _MOST_ROWS)
        return QSize(200, rows * (self.fontMetrics().height() + 2 * _SPACING_PX + 2) + GAP)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return QSize(100, self.sizeHint().height())

    def _rows(self, canvas: Canvas) -> list[tuple[str, Item | None]]:
        rows: list[tuple[str, Item | None]] = [(self.tr("Canvas"), None)]
        for index in reversed(canvas.stacked()):
            uid = canvas.users[index].uid or self.tr("no uid")
            rows.append((f"{uid}  ·  z {canvas.z_of(index)}", ("users", index)))
        for index, image in enumerate(canvas.images):
            name = image.url.rpartition("/")[2] or self.tr("no file")
            rows.append((self.tr("Picture {name}").format(name=name), ("images", index)))
        return rows

    @Slot(int)
    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.chosen.emit(self._shown[row][1])


class ProblemList(QListWidget):
    """One row for each problem; `chosen` follows a click, or Enter, with its item."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Problems"))
        self.setWordWrap(True)
        self.setSpacing(_SPACING_PX)
        self.setMinimumHeight(60)
        self._problems: list[CanvasProblem] = []
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def show_problems(self, problems: Sequence[CanvasProblem]) -> None:
        """List *problems*."""
        if list(problems) == self._problems:
            return
        self._problems = list(problems)
        self.clear()
        colors = theme.colors()
        for problem in problems:
            text = translated(str(problem))
            row = QListWidgetItem(text, self)
            row.setIcon(icon("warning", colors.bad if problem.blocks else colors.warning))
            row.setToolTip(text)
            row.setData(_ROLE, problem)

    def sizeHint(self) -> QSize:
        """Return a height that leaves room for numbers."""
        return QSize(200, 140)

    @Slot(QListWidgetItem)
    def _tell(self, row: QListWidgetItem) -> None:
        problem = row.data(_ROLE)
        assert isinstance(problem, CanvasProblem)
        self.chosen.emit(problem.where)
