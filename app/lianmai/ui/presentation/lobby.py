"""What an audience sees before anybody has come: the room, and how to join."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lianmai.core.invitation import Invitation
from lianmai.ui import theme
from lianmai.ui.presentation.join_card import JoinCard
from lianmai.ui.theme import MARGIN, Text

_CODE = 0.36
"""The code's side as a share of the stage's shorter one."""
_RINGS = 4
_GLOW_ALPHA, _RING_ALPHA = 0.20, 0.16
_LARGEST_TITLE_PX, _LEAST_TITLE_PX = 72, 15
_TITLE = 0.085
"""The height of the room's name as a share of the stage's shorter side."""


class Lobby(QWidget):
    """Covers the stage: rings of two who talk, the room's name, the invitation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._room = ""
        self._invitation: Invitation | None = None
        self._card = JoinCard(self)
        self.hide()

    def show_room(self, room: str, invitation: Invitation | None) -> None:
        """Show *room* and, where there is one, the *invitation* to it."""
        if (room, invitation) != (self._room, self._invitation):
            self._room, self._invitation = room, invitation
            self.setAccessibleName(self._title())
            self.setAccessibleDescription(self._sentence())
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._settle()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words; the card paints itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)
        painter.end()

    # --- where ----------------------------------------------------------------------------

    @property
    def _lies(self) -> bool:
        return self.width() >= self.height()

    @property
    def _shorter_px(self) -> int:
        return min(self.width(), self.height())

    def _settle(self) -> None:
        """Put the card beside the words, or below them on a stage that stands."""
        self._card.setVisible(self._invitation is not None)
        if self._invitation is not None:
            self._card.show_invitation(self._invitation, _CODE * self._shorter_px)
            across, down = (0.72, 0.5) if self._lies else (0.5, 0.66)
            center = QPointF(self.width() * across, self.height() * down).toPoint()
            place = QRect(self._card.rect())
            place.moveCenter(center)
            self._card.move(place.topLeft())
        self.update()

    def _words_place(self) -> QRectF:
        """Return the room there is for words."""
        whole = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self._invitation is None:
            return whole
        if self._lies:
            whole.setRight(self._card.x() - 2 * MARGIN)
        else:
            whole.setBottom(self._card.y() - 2 * MARGIN)
        return whole

    # --- painting -------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint two sources of rings that meet, as voices do."""
        colors = theme.colors()
        painter.fillRect(self.rect(), QColor(colors.stage))
        radius = 0.75 * max(self.width(), self.height())
        for across, down, name in ((0.12, 0.9, colors.accent), (0.9, 0.08, colors.good)):
            center = QPointF(self.width() * across, self.height() * down)
            glow = QRadialGradient(center, radius)
            glow.setColorAt(0.0, _faint(name, _GLOW_ALPHA))
            glow.setColorAt(1.0, _faint(name, 0.0))
            painter.fillRect(self.rect(), glow)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ring in range(1, _RINGS + 1):
                painter.setPen(QPen(_faint(name, _RING_ALPHA * (1 - ring / (_RINGS + 1))), 1.5))
                side = radius * 0.22 * ring
                painter.drawEllipse(center, side, side)

    def _paint_words(self, painter: QPainter) -> None:
        place = self._words_place()
        title = theme.font(Text.TITLE)
        title.setPixelSize(min(_LARGEST_TITLE_PX, max(20, round(_TITLE * self._shorter_px))))
        too_wide = QFontMetricsF(title).horizontalAdvance(self._title()) / place.width()
        title.setPixelSize(max(_LEAST_TITLE_PX, int(title.pixelSize() / max(1.0, too_wide))))
        words = theme.font(Text.BODY)
        words.setPixelSize(max(13, round(title.pixelSize() * 0.42)))
        title_px, words_px = QFontMetricsF(title).height(), QFontMetricsF(words).height()
        top = place.center().y() - (title_px + 1.6 * words_px) / 2
        line = QFontMetricsF(title).elidedText(
            self._title(), Qt.TextElideMode.ElideRight, place.width()
        )
        for font, text, color in (
            (title, line, theme.colors().text),
            (words, self._sentence(), theme.colors().quiet),
        ):
            painter.setFont(font)
            painter.setPen(QColor(color))
            height_px = QFontMetricsF(font).height()
            spot = QRectF(place.x(), top, place.width(), 4 * height_px)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(spot, int(flags | Qt.TextFlag.TextWordWrap), text)
            top += height_px * 1.35

    def _title(self) -> str:
        """Return the room's name; that of a plain media server may be a key."""
        return self._room if self._invitation is not None else "Lianmai"

    def _sentence(self) -> str:
        if self._invitation is None or self._invitation.is_local:
            return self.tr("Waiting for the others")
        return self.tr("Waiting for the others: scan the code to join")


def _faint(name: str, alpha: float) -> QColor:
    color = QColor(name)
    color.setAlphaF(alpha)
    return color
