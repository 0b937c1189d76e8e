"""The line at the bottom of a call: where, how many, how fast, how smooth."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lianmai.core.room import LinkState
from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton

_LAMP_PX = 4


@dataclass(frozen=True)
class Status:
    """What the line says. *late_ms* is the worst delay of the window in the last seconds.

    *view* says on which screen the stage is seen, if on another than this one.
    """

    room: str
    server: str
    link: LinkState
    peer_count: int
    up_kbps: float = 0.0
    down_kbps: float = 0.0
    late_ms: float = 0.0
    view: str = ""


class StatusLine(QWidget):
    """A lamp for the link, room and server, and numbers at the right."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link: LinkState = "opening"
        self._place = self._quiet(ElidedLabel(self))
        self._numbers = self._quiet(QLabel(self))
        copy = IconButton("copy", self.tr("Copy join line"), "Ctrl+L", self)
        copy.setMinimumSize(26, 26)
        copy.setMaximumSize(26, 26)
        copy.clicked.connect(self.copy_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP + 2 * _LAMP_PX, 0, 2 * GAP, 3)
        row.setSpacing(GAP)
        row.addWidget(self._place, 1)
        row.addWidget(copy)
        row.addWidget(self._numbers)

    def show_status(self, status: Status) -> None:
        """Show *status*."""
        words = {
            "opening": self.tr("connecting"),
            "open": self.tr("connected"),
            "retrying": self.tr("connection lost"),
            "closed": self.tr("left"),
        }
        if status.link != self._link:
            self._link = status.link
            self.update()
        places = (status.view, status.room, status.server, words[status.link])
        self._place.setText("  ·  ".join(place for place in places if place))
        self._numbers.setText(self._numbers_of(status))
        self.setAccessibleName(f"{self._place.text()}. {self._numbers.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lamp."""
        colors = theme.colors()
        lamps = {"open": colors.good, "closed": colors.bad}
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(lamps.get(self._link, colors.warning)))
        painter.setBrush(QColor(lamps.get(self._link, colors.warning)))
        painter.drawEllipse(QPointF(GAP + _LAMP_PX + 2, (self.height() - 3) / 2), 3.5, 3.5)
        painter.end()

    def _numbers_of(self, status: Status) -> str:
        people = self.tr("People: {count}").format(count=status.peer_count)
        if self.width() < 560:
            return people
        rates = f"↑ {status.up_kbps:.0f}  ↓ {status.down_kbps:.0f} kbit/s"
        late = self.tr("window delay {ms} ms").format(ms=round(status.late_ms))
        return f"{people}  ·  {rates}  ·  {late}"

    def _quiet(self, label: QLabel) -> QLabel:
        label.setFont(theme.font(Text.NUMBERS))
        label.setProperty("quiet", True)
        return label
