"""What the user does on the stage by mouse, keys and menu, done: who leads, who sits where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent

from lianmai.core.messages import StreamId
from lianmai.core.stage.lead import Choice
from lianmai.ui.stage.look import TileAct
from lianmai.ui.stage.stage_hands import StageHands
from lianmai.ui.stage.tile import Tile

if TYPE_CHECKING:
    from lianmai.ui.stage.stage import Stage

_Key = Qt.Key
_ACTS = {
    _Key.Key_T: TileAct.PIN,
    _Key.Key_O: TileAct.ALONE,
    _Key.Key_F: TileAct.FULL_SCREEN,
}
_DIRECTIONS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class StageActs(QObject):
    """Serves *stage*. `wanted` is what others have to do; `float_moved` tells the new place."""

    wanted = Signal(StreamId, TileAct)
    float_moved = Signal(float, float)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage, self._plan = stage, stage.plan
        self._before_tap: Choice[StreamId] = Choice()
        self._target: Tile | None = None
        self.hands = StageHands(self)
        self.hands.tapped.connect(self._tap)
        self.hands.opened.connect(self._open)
        self.hands.dragged.connect(self._drag)
        self.hands.dropped.connect(self._drop)
        self.hands.cancelled.connect(self._put_back)

    @Slot(StreamId, TileAct)
    def do(self, stream_id: StreamId, act: TileAct) -> None:
        """Do *act*, or leave it to others."""
        choice = self._plan.choice
        if act is TileAct.PIN:
            self.choose(choice.toggle_pin(stream_id))
        elif act is TileAct.ALONE:
            self.choose(choice.toggle_alone(stream_id))
        else:
            self.wanted.emit(stream_id, act)

    def choose(self, choice: Choice[StreamId]) -> None:
        """Let *choice* say who leads."""
        self._plan.choice = choice
        self._stage.arrange(softly=True)

    # --- keys -----------------------------------------------------------------------------

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a key says; tell whether it says something."""
        key, modifiers = _Key(event.key()), event.modifiers()
        if key == _Key.Key_Escape:
            return self._give_up()
        if (focused := self._focused()) is None:
            return False
        if modifiers & _MOVING == _MOVING and key in _DIRECTIONS:
            self._move(focused, *_DIRECTIONS[key])
        elif modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif key in _ACTS:
            self.do(focused, _ACTS[key])
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._tap(focused)
        else:
            return False
        return True

    def _give_up(self) -> bool:
        """End a drag, else show the others again beside the one shown alone."""
        if self.hands.cancel():
            return True
        if self._plan.choice.alone is None:
            return False
        self.choose(Choice())
        return True

    def _move(self, who: StreamId, across: int, down: int) -> None:
        if self._plan.floats(who):
            self._plan.float_aside(across, down)
            self._float_home()
        elif self._plan.can_swap and (other := self._plan.beside(who, across, down)) is not None:
            self._plan.swap(who, other)
            self._stage.arrange(softly=True)

    def _focused(self) -> StreamId | None:
        tiles = self._stage.tiles
        return next((it for it, tile in tiles.items() if tile.hasFocus()), None)

    # --- mouse ----------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the tile below the mouse."""
        at = event.position().toPoint()
        stream_id = self._stage.id_at(at)
        if event.button() == Qt.MouseButton.LeftButton and stream_id is not None:
            may_drag = self._plan.can_swap or self._plan.floats(stream_id)
            corner = self._stage.tiles[stream_id].pos()
            self.hands.press(stream_id, corner, at, may_drag=may_drag)

    def move(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        self.hands.move(event.position().toPoint())

    def release(self, event: QMouseEvent) -> None:
        """Let go of what is held."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hands.release(event.position().toPoint())

    def double_click(self, event: QMouseEvent) -> None:
        """Open the tile that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hands.double_click()

    @Slot(StreamId)
    def _tap(self, stream_id: StreamId) -> None:
        self._before_tap = self._plan.choice
        if self._plan.tap(stream_id):
            self._stage.arrange(softly=True)

    @Slot(StreamId)
    def _open(self, stream_id: StreamId) -> None:
        """Fill the screen; what the first click of the two did is taken back."""
        if self._plan.choice != self._before_tap:
            self.choose(self._before_tap)
        self.wanted.emit(stream_id, TileAct.FULL_SCREEN)

    @Slot(StreamId, QPoint, QPoint)
    def _drag(self, stream_id: StreamId, corner: QPoint, at: QPoint) -> None:
        if self._plan.floats(stream_id):
            place = self._stage.laid_out(corner)
            self._plan.float_to(place.x(), place.y())
            self._stage.arrange()
            return
        tile = self._stage.tiles[stream_id]
        tile.raise_()
        tile.move(corner)
        self._aim_at(self._stage.tile_below(at, tile))

    @Slot(StreamId, QPoint)
    def _drop(self, stream_id: StreamId, at: QPoint) -> None:
        if self._plan.floats(stream_id):
            self._plan.float_home()
            self._float_home()
            return
        target = self._target
        self._aim_at(None)
        if target is not None:
            self._plan.swap(stream_id, self._stage.id_of(target))
        self._stage.arrange(softly=True)

    @Slot(StreamId)
    def _put_back(self, stream_id: StreamId) -> None:
        self._aim_at(None)
        self._plan.float_home()
        self._stage.arrange(softly=True)

    def _float_home(self) -> None:
        self._stage.arrange(softly=True)
        self.float_moved.emit(*self._plan.float_at)

    def _aim_at(self, tile: Tile | None) -> None:
        """Mark the tile that a dragged one would change places with."""
        if self._target is tile:
            return
        if self._target is not None:
            self._target.set_aimed_at(False)
        self._target = tile
        if tile is not None:
            tile.set_aimed_at(True)

    def forget(self, stream_id: StreamId, tile: Tile) -> None:
        """Let go of a *tile* that is about to end."""
        self.hands.forget(stream_id)
        if self._target is tile:
            self._target = None
