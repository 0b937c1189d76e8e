"""One wake for all pictures: any thread may call it, the Qt thread is woken once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_WOKEN = QEvent.Type(QEvent.registerEventType())


class Wake(QObject):
    """Calls *woken* on the Qt thread soon after any number of calls from any threads.

    A posted event rather than a signal: signals of foreign Python threads crashed PySide6
    (PYSIDE-3124), and calls that come while one is pending cost nothing.
    """

    def __init__(self, woken: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._woken = woken
        self._pending = False
        self._closed = False

    def __call__(self) -> None:
        """Ask for the call; from any thread, returns at once."""
        if not self._pending and not self._closed:
            self._pending = True
            QCoreApplication.postEvent(self, QEvent(_WOKEN))

    def close(self) -> None:
        """Ignore every further call, so that a late thread finds nobody to wake."""
        self._closed = True

    def event(self, event: QEvent) -> bool:
        """Handle the posted event; the flag falls first, so that nothing is missed."""
        if event.type() != _WOKEN:
            return super().event(event)
        self._pending = False
        if not self._closed:
            self._woken()
        return True
