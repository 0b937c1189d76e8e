"""How to join, to be read from across a room: a QR code, the room and the server."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lianmai.core.invitation import Invitation
from lianmai.ui import theme
from lianmai.ui.presentation.qr import margin_px, paint_qr, sharp_side
from lianmai.ui.theme import GAP, Text

LEAST_PX, MOST_PX = 112, 320
_PAPER, _INK, _QUIET_INK = "#ffffff", "#10141c", "#555d6e"
"""Codes are read from white, in dark rooms and in light ones."""
_LETTERS, _LEAST_LETTERS_PX = (0.085, 0.06), (13, 11)
_RADIUS = 14


class JoinCard(QWidget):
    """A white card; the mouse goes through it to what lies below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._invitation = Invitation("", "")
        self._side_px, self._margin_px = 0.0, 0
        self.hide()

    def show_invitation(self, invitation: Invitation, code_px: float) -> None:
        """Show *invitation* with a code at most *code_px* wide, and take the size that needs."""
        code_px = min(MOST_PX, max(LEAST_PX, code_px))
        side_px = sharp_side(invitation.link, code_px, self.devicePixelRatioF())
        if (invitation, side_px) == (self._invitation, self._side_px):
            return
        self._invitation, self._side_px = invitation, side_px
        self._margin_px = round(margin_px(invitation.link, side_px))
        texts_px = sum(_line_px(font) for font in self._fonts())
        width_px = round(side_px + 2 * self._margin_px)
        self.resize(QSize(width_px, round(width_px + texts_px)))
        title = self.tr("Join room {room}: {place}")
        self.setAccessibleName(title.format(room=invitation.room, place=self._place()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, code and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_PAPER))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        side_px, free_px = self._side_px, self._margin_px
        paint_qr(painter, QRectF(free_px, free_px, side_px, side_px), self._invitation.link)
        under = side_px + 1.4 * free_px
        room, place = self._fonts()
        top = self._write(painter, self._invitation.room, room, _INK, under)
        self._write(painter, self._place(), place, _QUIET_INK, top)
        painter.end()

    def _place(self) -> str:
        """Return where the room is: an address, or here."""
        if self._invitation.is_local:
            return self.tr("on this computer only")
        return self._invitation.host

    def _fonts(self) -> tuple[QFont, QFont]:
        """Return what room and place are written in: as large as the code lets one stand away."""
        fonts = theme.font(Text.STRONG), theme.font(Text.BODY)
        for font, share, least_px in zip(fonts, _LETTERS, _LEAST_LETTERS_PX, strict=True):
            font.setPixelSize(max(least_px, round(share * self._side_px)))
        return fonts

    def _write(self, painter: QPainter, text: str, font: QFont, ink: str, top: float) -> float:
        """Write *text* in one line from *top* on; return where it ends."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        width_px = self.width() - 2 * GAP
        line = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, width_px)
        place = QRectF(QPointF(GAP, top), QPointF(GAP + width_px, top + _line_px(font)))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
        return place.bottom()


def _line_px(font: QFont) -> float:
    return QFontMetricsF(font).height() + 2
