"""A red mark over the stage: a recording is on."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.panels.recording.desk import RecordingDesk
from lianmai.ui.panels.recording.recorded_file import time_words
from lianmai.ui.theme import GAP, Text

_RED = "#ff4d42"
_DOT_PX = 5.0


class RecordingMark(QWidget):
    """Stands in the upper corner of *place* while *desk* records, and shows for how long."""

    def __init__(self, desk: RecordingDesk, place: QWidget) -> None:
        super().__init__(place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._desk, self._place = desk, place
        self.is_wanted = True
        place.installEventFilter(self)
        desk.changed.connect(self.refresh)
        self.refresh()

    def set_wanted(self, wanted: bool) -> None:
        """Be there, or not: a presentation shows none."""
        self.is_wanted = wanted
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the time of now."""
        is_on = self._desk.is_running and self.is_wanted
        self.setVisible(is_on)
        if is_on:
            self._settle()
            words = self.tr("Recording, {time}")
            self.setAccessibleName(words.format(time=self._time))
            self.update()

    @property
    def _time(self) -> str:
        return time_words(time.time() - self._desk.started_s)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if watched is self._place and event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dot and the time on a plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().plate))
        painter.drawRoundedRect(QRectF(self.rect()), GAP, GAP)
        painter.setBrush(QColor(_RED))
        painter.drawEllipse(QPointF(GAP + _DOT_PX, self.height() / 2), _DOT_PX, _DOT_PX)
        painter.setFont(theme.font(Text.NUMBERS))
        painter.setPen(QColor(theme.colors().on_plate))
        words = self.rect().adjusted(2 * GAP + int(2 * _DOT_PX), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._time)
        painter.end()

    def _settle(self) -> None:
        metrics = QFontMetricsF(theme.font(Text.NUMBERS))
        width = 3 * GAP + 2 * _DOT_PX + metrics.horizontalAdvance(self._time)
        self.resize(round(width), round(metrics.height()) + GAP)
        is_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = GAP if is_left else self._place.width() - self.width() - GAP
        self.move(x, GAP)
        self.raise_()
