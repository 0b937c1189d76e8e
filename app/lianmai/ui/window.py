"""The one window: the start page, or the call."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from lianmai.ui import settings
from lianmai.ui.icons import app_icon

if TYPE_CHECKING:  # the window is on the screen before the rest of the program is loaded
    from lianmai.ui.room.call_page import CallPage
    from lianmai.ui.start.start_page import StartPage

_USUAL_SIZE = (1120, 720)
_LOGO_PX = 96
_UNSEEN_S = 0.5
"""How long a screen may take to show a window: some never do, as when it is locked."""
_GEOMETRY = re.compile(r"(\d{2,5})x(\d{2,5})(?:\+(-?\d{1,5})\+(-?\d{1,5}))?")


class Window(QWidget):
    """Shows pages; closing it is a wish (`close_wanted`), the program decides when it ends.

    Before `set_start` it shows the logo.
    """

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.call_page: CallPage | None = None
        self._was_maximized = False
        self._was_painted = asyncio.Event()
        self._pages = QStackedWidget(self)
        self._cover = _cover(self)
        self._pages.addWidget(self._cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setWindowIcon(app_icon())
        self.setWindowTitle("Lianmai")
        self.setMinimumSize(360, 300)
        leave = QAction(self)
        leave.setShortcuts(QKeySequence.StandardKey.Quit)
        leave.triggered.connect(self.close)
        self.addAction(leave)

    def place(self, geometry: str) -> None:
        """Take the size and place of *geometry*, ``WxH`` or ``WxH+X+Y``, else the last one.

        Raises:
            ValueError: If *geometry* is not one.
        """
        if not geometry:
            self.resize(*_USUAL_SIZE)
            self.restoreGeometry(settings.load_geometry())
            return
        rect = parse_geometry(geometry)
        self.resize(rect.size())
        if rect.topLeft().x() >= 0:
            self.move(rect.topLeft())

    async def painted(self) -> None:
        """Wait until the window can be seen, half a second at most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._was_painted.wait(), _UNSEEN_S)

    def set_start(self, start: StartPage) -> None:
        """Take *start* as the page outside calls, and show it."""
        self._pages.insertWidget(0, start)
        self._pages.setCurrentWidget(start)
        self._pages.removeWidget(self._cover)

    def show_call(self, page: CallPage) -> None:
        """Show *page* instead of the start page."""
        self.call_page = page
        page.presentation_toggled.connect(self.present)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.setWindowTitle(f"{page.call.settings.room} – Lianmai")
        page.stage.setFocus()

    def show_start(self) -> None:
        """Show the start page; a call shown before goes away."""
        page, self.call_page = self.call_page, None
        self._pages.setCurrentIndex(0)
        self.setWindowTitle("Lianmai")
        if self.isFullScreen():
            self.showNormal()
        if page is not None:
            self._pages.removeWidget(page)

    def present(self, on: bool) -> None:
        """Show the stage alone on the whole screen, or everything in a window again."""
        if self.call_page is None:
            return
        self.call_page.set_clean(on)
        if on:
            self._was_maximized = self.isMaximized()
            self.showFullScreen()
        elif self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the presentation."""
        page = self.call_page
        if event.key() == Qt.Key.Key_Escape and page is not None and page.is_clean:
            self.present(False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note that the window can be seen."""
        super().paintEvent(event)
        self._was_painted.set()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at once and ask for the end; what has to be tidied up is done unseen.

        A canvas that is not saved keeps the window open until the user has decided.
        """
        page = self.call_page
        if page is not None and page.desk.is_dirty:
            event.ignore()
            page.desk.leave_safely(self.close)
            return
        if not self.isFullScreen():
            settings.save_geometry(self.saveGeometry())
        event.accept()
        self.close_wanted.emit()


def _cover(parent: QWidget) -> QLabel:
    cover = QLabel(parent)
    cover.setPixmap(app_icon().pixmap(_LOGO_PX, _LOGO_PX))
    cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cover


def parse_geometry(text: str) -> QRect:
    """Return the rectangle ``WxH+X+Y`` stands for; without a place its left is negative.

    Raises:
        ValueError: If *text* is not of that form.
    """
    if (match := _GEOMETRY.fullmatch(text)) is None:
        raise ValueError(f"Cannot read geometry {text!r}: write WxH or WxH+X+Y, in pixels.")
    width, height, x, y = match.groups()
    return QRect(int(x or -1), int(y or -1), int(width), int(height))
