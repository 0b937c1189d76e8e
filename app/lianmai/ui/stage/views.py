"""Streams shown outside the stage: floating above other windows, or on the whole screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.ui.stage.floating import FloatingWindow
from lianmai.ui.stage.full_screen import Direction, FullScreen
from lianmai.ui.stage.look import TileAct
from lianmai.ui.stage.loose_window import LooseWindow
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.tile_menu import SNAPSHOT_KEYS


class Views(QObject):
    """Opens and closes windows with tiles of *stage*.

    A stream floats at most once, and again where it was left.

    `floated` and `filled_screen` tell when that begins and ends.
    """

    floated = Signal(StreamId, bool)
    filled_screen = Signal(StreamId, int, bool)

    def __init__(self, stage: Stage, owner: QWidget) -> None:
        super().__init__(owner)
        self._stage, self._owner = stage, owner
        self._windows: dict[LooseWindow, StreamId] = {}
        self._places: dict[StreamId, QRect] = {}
        stage.removed.connect(self._close)

    def is_floating(self, stream_id: StreamId) -> bool:
        """Tell whether *stream_id* has a floating window."""
        return self._floating(stream_id) is not None

    def toggle_floating(self, stream_id: StreamId) -> None:
        """Let *stream_id* float above other windows, or no longer."""
        if (window := self._floating(stream_id)) is not None:
            window.close()
            return
        window = FloatingWindow(self._owner, self._places.get(stream_id))
        window.left.connect(partial(self.floated.emit, stream_id, False))
        self._open(stream_id, window)
        window.show()
        self.floated.emit(stream_id, True)

    def fill_screen(self, stream_id: StreamId, direction: Direction) -> None:
        """Show *stream_id* alone on the screen, instead of whatever has it now."""
        for other in [it for it in self._windows if isinstance(it, FullScreen)]:
            other.close()
        window = FullScreen(self._owner, direction)
        window.left.connect(partial(self.filled_screen.emit, stream_id, direction, False))
        self._open(stream_id, window)
        window.showFullScreen()
        window.activateWindow()
        window.tile.setFocus()
        self.filled_screen.emit(stream_id, direction, True)

    def close_all(self) -> None:
        """Close every window: the call is over."""
        for window in list(self._windows):
            window.close()

    def _floating(self, stream_id: StreamId) -> FloatingWindow | None:
        known = (it for it, shown in self._windows.items() if shown == stream_id)
        return next((it for it in known if isinstance(it, FloatingWindow)), None)

    def _open(self, stream_id: StreamId, window: LooseWindow) -> None:
        self._windows[window] = stream_id
        window.left.connect(partial(self._forget, window))
        window.back_wanted.connect(self._show_call)
        window.setWindowTitle(f"{self._stage.tiles[stream_id].look.label} – Lianmai")
        self._stage.add_guest(stream_id, window.tile)
        snap = QShortcut(window)
        snap.setKeys([QKeySequence(it) for it in SNAPSHOT_KEYS])
        snap.activated.connect(partial(self._stage.wanted.emit, stream_id, TileAct.SNAPSHOT))

    @Slot()
    def _show_call(self) -> None:
        main = self._owner.window()
        if main.isMinimized():
            main.showNormal()
        main.activateWindow()

    def _forget(self, window: LooseWindow) -> None:
        stream_id = self._windows.pop(window)
        if isinstance(window, FloatingWindow):
            self._places[stream_id] = window.geometry()
        self._stage.remove_guest(window.tile)

    def _close(self, stream_id: StreamId) -> None:
        """Close what showed a stream that has gone."""
        for window in [it for it, shown in self._windows.items() if shown == stream_id]:
            window.close()
