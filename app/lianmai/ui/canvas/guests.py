"""Gives tiles of a canvas what the call plays: a stream is decoded once for all."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Slot

from lianmai.core.messages import StreamId
from lianmai.ui.canvas.canvas_tile import CanvasTile
from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.stage import Stage


class Guests(QObject):
    """Makes tiles guests of *stage*; *own_uid* gives the uid of the own tile."""

    def __init__(self, stage: Stage, own_uid: Callable[[], str], owner: QObject) -> None:
        super().__init__(owner)
        self._stage, self._own_uid = stage, own_uid
        self._uids: dict[CanvasTile, str] = {}
        stage.removed.connect(self._forget_stream)

    def stream_of(self, uid: str) -> StreamId | None:
        """Return the stream *uid* is seen by, if there is one."""
        stream_id = OWN if uid and uid == self._own_uid() else StreamId(uid)
        return stream_id if stream_id in self._stage.tiles else None

    def uid_of(self, stream_id: StreamId) -> str:
        """Return whose stream that is."""
        return self._own_uid() if stream_id == OWN else stream_id.uid

    def feed(self, tile: CanvasTile, uid: str) -> None:
        """Let *tile* show the stream of *uid*, or nobody, from now on."""
        is_new = self._uids.get(tile) != uid
        self._uids[tile] = uid
        stream_id = self.stream_of(uid)
        if stream_id != tile.stream_id:
            self._part(tile)
            if stream_id is not None:
                tile.stream_id = stream_id
                self._stage.add_guest(stream_id, tile)
        if stream_id is None and is_new:
            tile.show_absent()

    def forget(self, tiles: Collection[CanvasTile]) -> None:
        """Show nothing more on *tiles*."""
        for tile in tiles:
            self._uids.pop(tile, None)
            self._part(tile)

    def refresh(self) -> None:
        """Follow who has come."""
        for tile, uid in list(self._uids.items()):
            self.feed(tile, uid)

    @Slot()
    def tell_sizes(self) -> None:
        """Let the stage ask for pictures in the sizes of now."""
        fed = (tile for tile in self._uids if tile.stream_id is not None)
        if (tile := next(fed, None)) is not None:
            tile.shape_changed.emit()

    def _part(self, tile: CanvasTile) -> None:
        if tile.stream_id is not None:
            self._stage.remove_guest(tile)
            tile.show_absent()

    @Slot(StreamId)
    def _forget_stream(self, stream_id: StreamId) -> None:
        for tile in self._uids:
            if tile.stream_id == stream_id:
                self._part(tile)
