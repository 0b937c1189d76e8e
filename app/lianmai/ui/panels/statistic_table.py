"""All streams with their numbers, one row each; names stay in sight while numbers scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lianmai.ui import theme
from lianmai.ui.icons import icon
from lianmai.ui.panels.figures import table_figures
from lianmai.ui.panels.keyed_model import Index, KeyedModel
from lianmai.ui.panels.statistic_rows import StatisticRow
from lianmai.ui.theme import GAP, Text

_NAMES_PX = 112
_ROW_PX = 28
_MOST_ROWS = 6
_SHEET = """
QTableCornerButton::section { background: transparent; border: none;
    border-bottom: 1px solid palette(mid); }
QHeaderView { background: transparent; }
QHeaderView::section:horizontal { padding: 5px 3px; }
QAbstractScrollArea::corner { background: transparent; }
QHeaderView::section:vertical { border: none; color: palette(text); padding: 0 4px 0 16px; }
QHeaderView::section:vertical:checked { background: palette(alternate-base); }
"""
"""What the window's sheet cannot know: names are rows of the table, not its margin."""
_Role = Qt.ItemDataRole


class StatisticModel(KeyedModel[StatisticRow]):
    """Streams down, figures across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = table_figures()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many figures there are."""
        return 0 if parent is not None and parent.isValid() else len(self.figures)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return what *role* asks for of one number."""
        row = self.row_at(index)
        if row is None:
            return None
        figure = self.figures[index.column()]
        match role:
            case _Role.DisplayRole:
                return figure.text(row.stats)
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _Role.ToolTipRole:
                return figure.explanation
            case _Role.AccessibleTextRole:
                return f"{row.label}: {figure.title} {figure.with_unit(row.stats)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return titles across, names down."""
        if orientation == Qt.Orientation.Vertical:
            return self._name(self.rows[section], role) if section < len(self.rows) else None
        figure = self.figures[section]
        match role:
            case _Role.DisplayRole:
                return f"{figure.title}\n{figure.unit}"
            case _Role.ToolTipRole:
                return figure.explanation
        return None

    def _name(self, row: StatisticRow, role: int) -> object:
        match role:
            case _Role.DisplayRole:
                return row.label
            case _Role.ToolTipRole:
                return f"{row.label}\n{row.problem or row.state}"
            case _Role.DecorationRole if row.state in ("retrying", "failed"):
                return icon("warning", theme.colors().warning)
        return None

    def show(self, rows: list[StatisticRow]) -> None:  # type: ignore[override]  # narrower
        """Make *rows* the rows; names may have changed with them."""
        names = [(row.label, row.state) for row in self.rows]
        super().show(rows)
        if rows and names != [(row.label, row.state) for row in rows]:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)


class StatisticTable(QTableView):
    """The table, sized for a narrow panel."""

    def __init__(self, model: StatisticModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Streams"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFont(theme.font(Text.NUMBERS))
        self.setStyleSheet(_SHEET)
        self._set_up_names()
        self._set_up_columns(model)

    def fitting_height(self) -> int:
        """Return the height in px that shows every stream, up to `_MOST_ROWS` of them."""
        rows = min(self.model().rowCount(), _MOST_ROWS)
        around = self.horizontalHeader().height() + self.horizontalScrollBar().sizeHint().height()
        return rows * _ROW_PX + around + GAP

    def _set_up_names(self) -> None:
        names = self.verticalHeader()
        names.setFixedWidth(_NAMES_PX)
        names.setDefaultSectionSize(_ROW_PX)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setHighlightSections(True)

    def _set_up_columns(self, model: StatisticModel) -> None:
        titles = self.horizontalHeader()
        titles.setFont(theme.font(Text.SMALL))
        titles.setHighlightSections(False)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        metrics = QFontMetrics(theme.font(Text.NUMBERS))
        for column, figure in enumerate(model.figures):
            title_px = metrics.horizontalAdvance(figure.title)
            widest_px = metrics.horizontalAdvance(_WIDEST.get(figure.name, "0000"))
            titles.resizeSection(column, max(title_px, widest_px) + 2 * GAP)


_WIDEST = {"size": "1920×1080"}
