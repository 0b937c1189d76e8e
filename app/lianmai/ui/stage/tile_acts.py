"""What the menu of a tile asks for, done: snapshots, windows of their own, playing and pausing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from lianmai.call import Call
from lianmai.call.components import ME
from lianmai.core.errors import OutputError
from lianmai.core.messages import StreamId
from lianmai.media.capturing.capture import Capture
from lianmai.media.picture.still import png_of
from lianmai.media.playing.player import Player
from lianmai.ui.stage.full_screen import Direction
from lianmai.ui.stage.look import OWN, TileAct
from lianmai.ui.stage.snapshots import save_snapshot, snapshot_path
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.stage_shot import stage_image
from lianmai.ui.stage.views import Views
from lianmai.ui.stage.zoom_wheel import ZoomWheel

_TURNS: dict[TileAct, Direction] = {
    TileAct.FULL_SCREEN: 0,
    TileAct.FULL_SCREEN_RIGHT: 90,
    TileAct.FULL_SCREEN_LEFT: -90,
}
Do: TypeAlias = Callable[[], None]
Note: TypeAlias = Callable[[str, str, Do], None]
"""Shows a sentence for a while, with a button that does something."""


class TileActs(QObject):
    """Serves *stage*; *note* tells the user what came of it."""

    inspect_wanted = Signal(StreamId)
    done = Signal()

    def __init__(self, call: Call, stage: Stage, note: Note, owner: QWidget) -> None:
        super().__init__(owner)
        self.views = Views(stage, owner)
        self.views.floated.connect(self._tell_of_floating)
        self.views.filled_screen.connect(self._tell_of_full_screen)
        self._call, self._stage, self._note = call, stage, note
        self._tasks: set[asyncio.Task[None]] = set()
        stage.wanted.connect(self.do)
        ZoomWheel(call, stage)

    @Slot(StreamId, TileAct)
    def do(self, stream_id: StreamId, act: TileAct) -> None:
        """Do *act* with *stream_id*."""
        match act:
            case TileAct.SNAPSHOT:
                self.snap(stream_id)
            case TileAct.SCREENSHOT:
                tile = self._stage.tiles[stream_id]
                self._shoot(tile.look.label, tile.grab(tile.card).toImage())
            case TileAct.FLOAT:
                self.views.toggle_floating(stream_id)
            case _ if act in _TURNS:
                self.views.fill_screen(stream_id, _TURNS[act])
            case TileAct.PLAY | TileAct.STOP:
                self._call.set_playing(stream_id, playing=act is TileAct.PLAY)
            case TileAct.PAUSE:
                self._call.streams[stream_id].player.pause()
            case TileAct.RESUME:
                self._call.streams[stream_id].player.resume()
            case TileAct.INSPECT:
                self.inspect_wanted.emit(stream_id)
        self.done.emit()

    @Slot()
    def snap_focused(self) -> None:
        """Save a snapshot of the tile that has the focus, else of the own one."""
        tiles = self._stage.tiles
        focused = next((it for it, tile in tiles.items() if tile.hasFocus()), OWN)
        self.snap(focused if focused in tiles else next(iter(tiles)))

    def snap(self, stream_id: StreamId) -> None:
        """Save a snapshot of *stream_id*, in the size in which it is sent."""
        self._run(self._snap(stream_id))

    @Slot()
    def shoot_stage(self) -> None:
        """Save the stage as it is seen, in the pixels of the screen, and where its tiles are."""
        self._shoot(self.tr("stage"), stage_image(self._stage))

    def _shoot(self, label: str, image: QImage) -> None:
        sentence = self.tr("Screenshot saved: {path}")
        self._run(self._save(partial(_png_of, image), label, sentence))

    def _run(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(errand, name="snapshot")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @Slot(StreamId, bool)
    def _tell_of_floating(self, stream_id: StreamId, on: bool) -> None:
        self._call.tell(_speaker(stream_id), "picture_in_picture", on=on)

    @Slot(StreamId, int, bool)
    def _tell_of_full_screen(self, stream_id: StreamId, direction: int, on: bool) -> None:
        self._call.tell(_speaker(stream_id), "full_screen", on=on, direction=direction)

    def stop(self) -> None:
        """Close every window: the call is over."""
        self.views.close_all()

    def _source(self, stream_id: StreamId) -> Capture | Player:
        """Return what has the pictures of *stream_id* in full size."""
        return self._call.capture if stream_id == OWN else self._call.streams[stream_id].player

    async def _snap(self, stream_id: StreamId) -> None:
        tile = self._stage.tiles[stream_id]
        frame = self._source(stream_id).snapshot()
        if frame is None or not tile.has_picture:
            self._note(self.tr("There is no picture to take a snapshot of."), "", _nothing)
            return
        await self._save(partial(png_of, frame), tile.look.label, self.tr("Snapshot saved: {path}"))

    async def _save(self, encode: Callable[[], bytes], label: str, sentence: str) -> None:
        """Save what *encode* gives, and say where it went."""
        path = snapshot_path(label, datetime.now().astimezone())
        try:
            await save_snapshot(encode, path)
        except OutputError as error:
            self._note(str(error), "", _nothing)
        else:
            copy = self.tr("Copy path"), partial(_copy, path)
            self._note(sentence.format(path=path), *copy)


def _speaker(stream_id: StreamId) -> StreamId | str:
    return ME if stream_id == OWN else stream_id


def _png_of(image: QImage) -> bytes:
    """Return *image* as a PNG; for any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _copy(path: Path) -> None:
    QGuiApplication.clipboard().setText(str(path))


def _nothing() -> None:
    pass
