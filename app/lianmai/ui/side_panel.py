"""The panel beside the stage: participants, statistics or events, one at a time."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.icon_button import IconButton
from lianmai.ui.theme import GAP, Text

USUAL_WIDTH_PX = 340


class Panel(Protocol):
    """A widget that reads the call when told to."""

    def refresh(self) -> None:
        """Show the call as it is now."""


class SidePanel(QWidget):
    """Shows one of *panels*, each with a title, by name; only the one seen is refreshed."""

    close_wanted = Signal()

    def __init__(
        self, panels: dict[str, tuple[str, QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._panels = panels
        self._title = QLabel(self)
        self._title.setFont(theme.font(Text.HEADING))
        close = IconButton("close", self.tr("Close panel"), parent=self)
        close.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, GAP // 2, GAP // 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._stack = QStackedWidget(self)
        for _, panel in panels.values():
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.hide()

    @property
    def shown(self) -> str:
        """The name of the panel shown, empty when there is none."""
        if self.isHidden():
            return ""
        return next(n for n, (_, it) in self._panels.items() if it is self._stack.currentWidget())

    def show_panel(self, name: str) -> None:
        """Show the panel called *name*; an empty name hides all."""
        self.setVisible(bool(name))
        if name:
            title, panel = self._panels[name]
            self._title.setText(title)
            self.setAccessibleName(title)
            self._stack.setCurrentWidget(panel)
            self.refresh()

    def refresh(self) -> None:
        """Bring the panel that is seen up to date."""
        if not self.isHidden():
            cast(Panel, self._stack.currentWidget()).refresh()

    def sizeHint(self) -> QSize:
        """Return the width that suits all panels."""
        return QSize(USUAL_WIDTH_PX, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().surface))
        painter.end()
