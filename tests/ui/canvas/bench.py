"""An editor beside a stage of four members, with real tiles and real files."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import Peer, StreamId
from lianmai.core.room import Room
from lianmai.core.stage.canvas import Item
from lianmai.core.stage.canvas_edits import rect_of
from lianmai.core.stage.geometry import Rect
from lianmai.ui.canvas.page import CanvasPage
from lianmai.ui.frames.frame import DeviceFrame
from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.stage import Stage
from tests.ui.pictures import Supply, feeds_of, supplies

TASK = {
    "canvas": {"width": 1280, "height": 720, "color": 1054752, "note": "kept"},
    "users": [
        {"uid": 100, "x": 0, "y": 0, "width": 640, "height": 720, "zOrder": 0, "adaption": 1,
         "pushVideo": True, "pushAudio": True, "extra": [1, 2]},
        {"uid": "u0", "x": 640, "y": 0, "width": 640, "height": 360, "zOrder": 1, "adaption": 0,
         "pushVideo": True, "pushAudio": False},
        {"uid": "u1", "x": 660, "y": 400, "width": 200, "height": 200, "zOrder": 2, "adaption": 1,
         "pushVideo": True, "pushAudio": True},
    ],
    "images": [],
    "config": {"any": "thing"},
}  # fmt: skip


@dataclass
class Bench:
    """The editor with what stands behind it."""

    page: CanvasPage
    stage: Stage
    known: dict[StreamId, Supply]
    room: Room
    folder: Path

    def file(self, value: Any = TASK, name: str = "layout.json") -> Path:
        path = self.folder / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        return path

    def saved(self, path: Path) -> Any:
        return json.loads(path.read_text("utf-8"))

    def rect(self, item: Item) -> Rect:
        return rect_of(self.page.document.canvas, item)

    def spot(self, item: Item, x: float = 0.5, y: float = 0.5) -> QPoint:
        """Return where in the board a place of *item* is, given as shares."""
        rect = self.page.board.on_screen(self.rect(item))
        return QPoint(round(rect.x + x * rect.width), round(rect.y + y * rect.height))

    def drag(self, start: QPoint, end: QPoint, keys: Any = Qt.KeyboardModifier.NoModifier) -> None:
        board, left = self.page.board, Qt.MouseButton.LeftButton
        QTest.mousePress(board, left, keys, start)
        for step in range(1, 6):
            self.move(board, start + (end - start) * step / 5, keys)
        QTest.mouseRelease(board, left, keys, end)

    def move(self, board: QWidget, spot: QPoint, keys: Any) -> None:
        left = Qt.MouseButton.LeftButton
        there = QPointF(spot), QPointF(board.mapToGlobal(spot))
        QApplication.sendEvent(board, QMouseEvent(QEvent.Type.MouseMove, *there, left, left, keys))


def make_bench(qtbot: QtBot, folder: Path) -> Bench:
    """Return an editor that is on the screen, its files in *folder*."""
    known = {OWN: Supply(label="Lin (you)"), **supplies(3)}
    stage, room = Stage(), Room()
    room.uid = "lin"
    room.peers = {uid: Peer(uid, uid.upper()) for uid in ("lin", "u0", "u1", "u2")}
    frame = DeviceFrame(stage)
    qtbot.addWidget(frame)
    frame.resize(1000, 600)
    stage.show_feeds(feeds_of(known))
    page = CanvasPage(room, frame)
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()
    qtbot.waitExposed(page)
    return Bench(page, stage, known, room, folder)
