"""What the user does to tiles, by mouse, keys and menu, turned into wishes to their feeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.ui.stage.look import Feed, TileAct
from lianmai.ui.stage.sounds import step_volume, toggle_mute
from lianmai.ui.stage.tile import Tile
from lianmai.ui.stage.tile_controls import TileControls
from lianmai.ui.stage.tile_menu import tile_menu
from lianmai.ui.widgets.timers import delayed

_SETTLE_MS = 60
"""Moving the controls while the mouse is being told where it is would move it again."""


class TileWishes(QObject):
    """Serves the tiles of *stage*; *feed_of* tells what is behind each."""

    sound_changed = Signal()
    wanted = Signal(StreamId, TileAct)

    def __init__(self, stage: QWidget, feed_of: Callable[[StreamId], Feed]) -> None:
        super().__init__(stage)
        self._stage, self._feed_of = stage, feed_of
        self._hovered: tuple[StreamId, Tile] | None = None
        self._is_quiet = False
        self.of_stage: list[QAction] = []  # what the whole stage can do, for menus
        self._controls = TileControls(stage)
        self._controls.changed.connect(self.sound_changed)
        self._controls.menu_wanted.connect(self._open_menu_of_controls)
        self._settled = delayed(self, _SETTLE_MS, self._show_controls)

    def serve(self, stream_id: StreamId, tile: Tile) -> None:
        """Do what is wished on *tile*."""
        tile.hovered.connect(partial(self._hover, stream_id, tile))
        self.answer(stream_id, tile)

    def answer(self, stream_id: StreamId, tile: Tile) -> None:
        """Do what is wished on *tile* by menu and keys."""
        tile.retry_wanted.connect(partial(self.retry, stream_id))
        tile.menu_wanted.connect(partial(self._open_menu, stream_id))
        tile.volume_step_wanted.connect(partial(self._step_volume, stream_id))
        tile.mute_wanted.connect(partial(self._toggle_mute, stream_id))

    def forget(self, tile: Tile) -> None:
        """Take the controls away from *tile*, which is about to end."""
        if self._hovered is not None and self._hovered[1] is tile:
            self._hovered = None
        if self._controls.parent() is tile:
            self._controls.retire(self._stage)

    def set_quiet(self, quiet: bool) -> None:
        """Show no controls, as in a presentation."""
        self._is_quiet = quiet
        self.settle()

    def settle(self) -> None:
        """Put the controls in their place soon: tiles have moved."""
        self._settled.start()

    def retry(self, stream_id: StreamId) -> None:
        """Try a stream again."""
        if (retry := self._feed_of(stream_id).retry) is not None:
            retry()

    def _hover(self, stream_id: StreamId, tile: Tile, is_over: bool) -> None:
        if is_over:
            self._hovered = stream_id, tile
        elif self._hovered == (stream_id, tile):
            self._hovered = None
        self.settle()

    @Slot()
    def _show_controls(self) -> None:
        if self._hovered is None or self._is_quiet:
            self._controls.retire(self._stage)
        else:
            stream_id, tile = self._hovered
            self._controls.show_on(tile, self._feed_of(stream_id).sound)

    def _step_volume(self, stream_id: StreamId, steps: int) -> None:
        if (sound := self._feed_of(stream_id).sound) is not None:
            step_volume(sound, steps)
            self.sound_changed.emit()

    def _toggle_mute(self, stream_id: StreamId) -> None:
        if (sound := self._feed_of(stream_id).sound) is not None:
            toggle_mute(sound)
            self.sound_changed.emit()

    def _open_menu(self, stream_id: StreamId, where: QPoint) -> None:
        feed = self._feed_of(stream_id)
        want = partial(self.wanted.emit, stream_id)
        menu = tile_menu(stream_id, feed, self.sound_changed.emit, want, self._stage, self.of_stage)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    @Slot(QPoint)
    def _open_menu_of_controls(self, where: QPoint) -> None:
        if self._hovered is not None:
            self._open_menu(self._hovered[0], where)
