"""What lies over the stage for an audience: the lobby, the invitation."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot

from lianmai.core.invitation import Invitation
from lianmai.ui.presentation.idle_cursor import IdleCursor
from lianmai.ui.presentation.join_card import JoinCard
from lianmai.ui.presentation.lobby import Lobby
from lianmai.ui.stage.pager import BARE_HEIGHT_PX
from lianmai.ui.stage.stage import Stage
from lianmai.ui.theme import MARGIN

_CODE = 0.24
"""The code's side as a share of the stage's shorter one."""


class Presentation(QObject):
    """Keeps lobby and card on *stage*.

    The lobby is there while nobody else is and the stage is presented, the card when asked for.
    """

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._is_on = self._is_alone = self._has_card = False
        self._room = ""
        self._invitation: Invitation | None = None
        self._cursor = IdleCursor(stage)
        self.lobby = Lobby(stage)
        self.card = JoinCard(stage)
        stage.arranged.connect(self._settle)

    def set_on(self, on: bool) -> None:
        """Begin or end the presentation."""
        self._is_on = on
        self._stage.set_bare(on)
        self._cursor.set_on(on)
        self._settle()

    @Slot(bool)
    def set_card_shown(self, shown: bool) -> None:
        """Show the card with the QR code, or not."""
        self._has_card = shown
        self._settle()

    def show_room(self, room: str, invitation: Invitation | None, *, is_alone: bool) -> None:
        """Show where we are: *is_alone* tells whether anybody else is here."""
        if (room, invitation, is_alone) != (self._room, self._invitation, self._is_alone):
            self._room, self._invitation, self._is_alone = room, invitation, is_alone
            self._settle()

    @Slot()
    def _settle(self) -> None:
        """Show what belongs on the stage, where it belongs."""
        has_lobby = self._is_on and self._is_alone
        self._stage.set_covered(has_lobby)
        self.lobby.setGeometry(self._stage.rect())
        self.lobby.show_room(self._room, self._invitation)
        self.lobby.setVisible(has_lobby)
        self.lobby.raise_()
        self._settle_card(has_lobby)

    def _settle_card(self, has_lobby: bool) -> None:
        shown = self._invitation if self._has_card and not has_lobby else None
        if shown is not None:
            stage = self._stage.rect()
            self.card.show_invitation(shown, _CODE * min(stage.width(), stage.height()))
            corner = stage.bottomRight() - self.card.rect().bottomRight()
            dots_px = BARE_HEIGHT_PX if self._stage.page_count > 1 else 0
            self.card.move(corner - QPoint(MARGIN, MARGIN + dots_px))
            self.card.raise_()
        self.card.setVisible(shown is not None)
