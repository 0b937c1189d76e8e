"""The panel that shows how the streams do: numbers of all, two minutes of one."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import nan
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lianmai.core.errors import OutputError
from lianmai.core.history import History
from lianmai.core.messages import StreamId
from lianmai.ui import theme
from lianmai.ui.panels.call_view import CallView
from lianmai.ui.panels.figure_grid import FigureGrid
from lianmai.ui.panels.figures import Stats
from lianmai.ui.panels.history_plots import SPAN_S, HistoryPlots, Series
from lianmai.ui.panels.statistic_rows import (
    StatisticRow,
    as_csv,
    as_table,
    recall,
    statistic_rows,
)
from lianmai.ui.panels.statistic_table import StatisticModel, StatisticTable
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.confirm_bar import ConfirmBar
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import scrolled
from lianmai.ui.widgets.save_file import ask_where, write

SAMPLE_S = 1.0
"""How often numbers are noted and drawn; they are means over 2 s themselves."""


class StatisticsPanel(QWidget):
    """Numbers and history of every stream. *clock* gives Unix time.

    Unseen it does nothing: when it is opened it takes what it missed from the journal.
    """

    def __init__(
        self,
        call: CallView,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._call = call
        self._clock = clock
        self._sampled_s = 0.0
        self._is_split_by_hand = False
        self._histories: dict[StreamId, History[Stats]] = {}
        self.model = StatisticModel(self)
        self.table = StatisticTable(self.model, self)
        self.table.selectionModel().currentRowChanged.connect(self._show_selected)
        self._make_labels()
        self.grid = FigureGrid(self)
        self.plots = HistoryPlots(3, self)
        self.bar = ConfirmBar(self)
        self._lay_out()
        self.refresh()

    def _make_labels(self) -> None:
        self.empty = QLabel(self.tr("Numbers appear as soon as a stream is sent or received."))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("quiet", True)
        self.empty.setMargin(2 * GAP)
        self.title = ElidedLabel(self)
        self.title.setFont(theme.font(Text.STRONG))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setProperty("bad", True)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self.table)
        self._split.addWidget(self._make_detail())
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.splitterMoved.connect(self._keep_split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.empty, 1)
        column.addWidget(self._split, 1)
        column.addWidget(self.bar)

    def _make_head(self) -> QHBoxLayout:
        self.count = QLabel(self)
        self.count.setProperty("quiet", True)
        self.copy = IconButton("copy", self.tr("Copy the numbers of now"), parent=self)
        self.copy.clicked.connect(self._copy)
        self.save = IconButton("save", self.tr("Save the last two minutes as CSV…"), parent=self)
        self.save.clicked.connect(self._ask_where)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, 0, GAP // 2, 0)
        head.setSpacing(0)
        head.addWidget(self.count, 1)
        head.addWidget(self.copy)
        head.addWidget(self.save)
        return head

    def _make_detail(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        for widget in (self.title, self.problem, self.grid):
            column.addWidget(widget)
        column.addWidget(self.plots, 1)
        return scrolled(inside, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date at once."""
        super().showEvent(event)
        for time_s, key, stats in recall(self._call.journal, self._sampled_s):
            self._history(key).add(time_s, stats)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Note and show the numbers of now, once a second."""
        now_s = self._clock()
        if not self.isVisible() or abs(now_s - self._sampled_s) < SAMPLE_S:
            return
        self._sampled_s = now_s
        rows = statistic_rows(self._call)
        for row in rows:
            self._history(row.key).add(now_s, row.stats)
        self._forget(now_s)
        self._show(rows)

    def _history(self, key: StreamId) -> History[Stats]:
        return self._histories.setdefault(key, History(SPAN_S))

    def _forget(self, now_s: float) -> None:
        for key, history in list(self._histories.items()):
            history.forget(now_s)
            if not history:
                del self._histories[key]

    def _show(self, rows: list[StatisticRow]) -> None:
        self.empty.setVisible(not rows)
        self._split.setVisible(bool(rows))
        self.copy.setEnabled(bool(rows))
        self.save.setEnabled(bool(self._histories))
        self.count.setText(self._count_words(len(rows)))
        self.model.show(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        if not self._is_split_by_hand:
            table_px = self.table.fitting_height()
            self._split.setSizes([table_px, max(1, self._split.height() - table_px)])
        self._show_selected()

    @Slot()
    def _keep_split(self) -> None:
        self._is_split_by_hand = True

    def _count_words(self, count: int) -> str:
        if count == 0:
            return self.tr("No streams")
        return self.tr("1 stream") if count == 1 else self.tr("{n} streams").format(n=count)

    def selected(self) -> StatisticRow | None:
        """Return the stream whose history is shown."""
        return self.model.row_at(self.table.currentIndex())

    @Slot()
    def _show_selected(self) -> None:
        if (row := self.selected()) is None:
            return
        self.title.setText(row.label)
        self.problem.setText(row.problem)
        self.problem.setVisible(bool(row.problem))
        self.grid.show_stats(row.stats)
        self.plots.show_series(self._series(row))

    def _series(self, row: StatisticRow) -> list[Series]:
        """Return what is plotted of *row*: nobody knows the latency of the own stream."""
        third = (
            ("queue_ms", self.tr("Queue"), self.tr("ms"))
            if row.is_own
            else ("latency_ms", self.tr("Latency"), self.tr("ms"))
        )
        wanted = (
            ("kbps", self.tr("Bitrate"), self.tr("kbit/s")),
            ("fps", self.tr("Frames"), self.tr("per second")),
            third,
        )
        now_s, items = self._sampled_s, tuple(self._histories.get(row.key, ()))
        ages_s = [time_s - now_s for time_s, _ in items]
        return [
            Series(title, unit, ages_s, [_number(stats, name) for _, stats in items])
            for name, title, unit in wanted
        ]

    # --- to take away -----------------------------------------------------------------------

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_table(self.model.rows))

    @Slot()
    def _ask_where(self) -> None:
        ask_where(self, self.tr("Save statistics"), "lianmai-statistics.csv", self.save_history)

    def save_history(self, path: Path) -> None:
        """Write the history of all streams to *path* as CSV; say so when that fails."""
        try:
            write(path, as_csv(self._histories))
        except OutputError as error:
            self.bar.tell(str(error))


def _number(stats: Stats, name: str) -> float:
    value = getattr(stats, name)
    return nan if value is None else float(value)
