"""The panel beside the stage: participants, statistics or events, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.icon_button import IconButton

USUAL_WIDTH_PX = 340


MakePanel: TypeAlias = Callable[[str], QWidget]
"""Gives the panel of a name; it is a `Panel` too."""


class Panel(Protocol):
    """A widget that reads the call when told to."""

    def refresh(self) -> None:
        """Show the call as it is now."""


class SidePanel(QWidget):
    """Shows one panel with a title, by name; each is made when it is first wanted."""

    close_wanted = Signal()

    def __init__(
        self, titles: Mapping[str, str], make: MakePanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._titles, self._make = titles, make
        self._panels: dict[str, QWidget] = {}
        self._shown = ""
        self._title = QLabel(self)
        self._title.setFont(theme.font(Text.HEADING))
        close = IconButton("close", self.tr("Close panel"), parent=self)
        close.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, GAP // 2, GAP // 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.hide()

    @property
    def shown(self) -> str:
        """The name of the panel shown, empty when there is none."""
        return self._shown

    def show_panel(self, name: str) -> None:
        """Show the panel called *name*; an empty name hides all."""
        self._shown = name
        if name:
            self._title.setText(self._titles[name])
            self.setAccessibleName(self._titles[name])
            self._stack.setCurrentWidget(self.panel(name))
            self.refresh()
        self.setVisible(bool(name))

    def panel(self, name: str) -> QWidget:
        """Return the panel called *name*."""
        if name not in self._panels:
            self._panels[name] = self._make(name)
            self._stack.addWidget(self._panels[name])
        return self._panels[name]

    def refresh(self) -> None:
        """Bring the panel that is seen up to date."""
        if self._shown:
            cast(Panel, self._panels[self._shown]).refresh()

    def sizeHint(self) -> QSize:
        """Return the width that suits all panels."""
        return QSize(USUAL_WIDTH_PX, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().surface))
        painter.end()
