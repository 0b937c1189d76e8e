"""What a page can call on a component: its context's methods, as far as a PC has them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.messages import StreamId
from lianmai.ui.panels.inspector.camera_box import CameraBox
from lianmai.ui.panels.inspector.message_box import MessageBox
from lianmai.ui.panels.inspector.music_box import MusicBox
from lianmai.ui.stage.feeds import acts_of
from lianmai.ui.stage.look import OWN, TileAct
from lianmai.ui.stage.tile_menu import VIEWS, act_title
from lianmai.ui.theme import GAP, ICON_PX
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import heading, scrolled

Do: TypeAlias = Callable[[StreamId, TileAct], None]
_PLAYING = (TileAct.PLAY, TileAct.STOP, TileAct.PAUSE, TileAct.RESUME)


class MethodsPage(QWidget):
    """Buttons for what the tile of *stream_id* can do; for own stream music, messages, camera."""

    def __init__(
        self, call: Call, stream_id: StreamId, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._call, self._stream_id, self._do = call, stream_id, do
        self.buttons: dict[TileAct, IconButton] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        if stream_id == OWN:
            column.addWidget(MusicBox(call, inside))
            self.message = MessageBox(call, inside)
            column.addWidget(self.message)
            self.camera = CameraBox(call, inside)
            column.addWidget(self.camera)
        else:
            column.addLayout(self._make_acts(self.tr("Playing"), _PLAYING))
        column.addLayout(self._make_acts(self.tr("Picture"), (TileAct.SNAPSHOT, *VIEWS)))
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, self))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Let be pressed what can be done now, and show what else has changed."""
        if self._stream_id == OWN:
            self.camera.refresh()
        is_there = self._stream_id in self._call.streams
        possible = acts_of(self._call, self._stream_id) if is_there else ()
        for act in set(_PLAYING) & self.buttons.keys():
            self.buttons[act].setEnabled(act in possible)

    def _make_acts(self, title: str, acts: tuple[TileAct, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(heading(title, self))
        for act in acts:
            column.addWidget(self._make_button(act))
        return column

    def _make_button(self, act: TileAct) -> IconButton:
        made = self.buttons[act] = IconButton(act.value, act_title(act), parent=self)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(ICON_PX + GAP, ICON_PX))
        made.setProperty("kind", "line")
        made.clicked.connect(partial(self._press, act))
        return made

    def _press(self, act: TileAct) -> None:
        self._do(self._stream_id, act)
        self.refresh()
