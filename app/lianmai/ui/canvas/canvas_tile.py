"""A tile as a mixing server draws it: cut or with borders, never mirrored, all of its place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.core.stage.canvas import CanvasUser
from lianmai.core.stage.geometry import Rect
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.tile import Tile
from lianmai.ui.stage.tile_painter import paint_avatar, paint_plates, paint_problem
from lianmai.ui.theme import GAP
from lianmai.ui.words import translate

_NOBODY = CanvasUser("", Rect(0, 0, 0, 0))


class CanvasTile(Tile):
    """Shows *stream_id*, or a placeholder for a uid that is not there. Leaves the mouse alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_bare(True)
        self.ground = "plate"
        self.stream_id: StreamId | None = None
        self._user = _NOBODY
        self._told = Look("")

    def show_user(self, user: CanvasUser) -> None:
        """Show what *user* says of this tile."""
        if user != self._user:
            self._user = user
            self.show_look(self._told)

    def show_absent(self) -> None:
        """Show the uid, and that nobody here has it."""
        self.stream_id = None
        label = translate("Canvas", "{uid} – not in the room").format(uid=self._user.uid or "?")
        self.show_look(Look(label, has_video=False))

    def show_look(self, look: Look) -> None:
        """Show *look* as far as a server would."""
        self._told = look
        user = self._user
        super().show_look(
            replace(
                look,
                is_mirrored=False,
                turn=0,
                fills=user.fit == "cover",
                has_video=look.has_video and user.push_video,
                sound_off=not user.push_audio,
                phase="connecting" if look.phase == "failed" else look.phase,  # nothing to press
                numbers=(),
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or what stands for it on all of the tile."""
        if self.has_picture:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        is_here = self.stream_id is not None
        seen = self.look if is_here else replace(self.look, has_video=True)  # the plate says it all
        if seen.problem:
            paint_problem(painter, self.rect(), seen.problem, 3 * GAP, over=False)
        else:
            paint_avatar(painter, self.rect(), seen)
        paint_plates(painter, self.rect(), seen, self.devicePixelRatioF())
        painter.end()
