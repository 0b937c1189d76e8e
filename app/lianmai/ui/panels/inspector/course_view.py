"""What a phone does in a situation, step by step, with a clock while it lasts."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lianmai.core.components.personality import Step
from lianmai.ui import theme
from lianmai.ui.panels.inspector.situation_words import step_words
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.pieces import plain_label
from lianmai.ui.words import translate


class CourseView(QWidget):
    """One line a step: when, what, and how long until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)

    def show_course(self, steps: Sequence[Step], elapsed_s: float | None) -> None:
        """Show *steps*; *elapsed_s* counts from the beginning, ``None`` before it."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._make_lines()
        for step, (when, what, until) in zip(steps, self._lines, strict=True):
            is_past = elapsed_s is not None and elapsed_s >= step.at_s
            for label in (when, what):
                label.setFont(theme.font(Text.STRONG if is_past else Text.BODY))
            until.setText(_until(step, elapsed_s))
            what.setAccessibleName(f"{when.text()}: {what.text()} {until.text()}")

    def _make_lines(self) -> None:
        for line in self._lines:
            for label in line:
                label.hide()
                label.deleteLater()
        self._lines = [self._add_line(row, step) for row, step in enumerate(self._steps)]

    def _add_line(self, row: int, step: Step) -> tuple[QLabel, QLabel, QLabel]:
        when = QLabel(self.tr("{seconds} s").format(seconds=f"{step.at_s:g}"), self)
        what = plain_label(step_words(step), self)
        until = QLabel(self)
        until.setProperty("quiet", True)
        for column, label in enumerate((when, what, until)):
            self._grid.addWidget(label, row, column)
            label.show()
        return when, what, until


def _until(step: Step, elapsed_s: float | None) -> str:
    """Return how the present stands to *step*."""
    if elapsed_s is None:
        return ""
    if elapsed_s >= step.at_s:
        return translate("Situations", "done")
    return translate("Situations", "in {seconds} s").format(seconds=ceil(step.at_s - elapsed_s))
