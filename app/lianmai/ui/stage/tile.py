"""One participant on the stage: picture, name, marks, and whatever went wrong."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lianmai.ui import theme
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.picture import Picture, image_over
from lianmai.ui.stage.retry_button import RetryButton
from lianmai.ui.stage.tile_card import card_in, wanted_size
from lianmai.ui.stage.tile_painter import (
    paint_avatar,
    paint_corners,
    paint_edge,
    paint_picture,
    paint_plates,
    paint_problem,
    paint_ring,
    rounded,
)
from lianmai.ui.theme import GAP, RADIUS

_USUAL = QSize(16, 9)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OF_WINDOWS = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason
_WITH_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Tile(QWidget):
    """Shows pictures as they come; the card is as large as its cell and the picture's shape allow.

    A picture is painted straight from the decoder's memory. One of the size asked for (see
    `size_px`) is not scaled.
    """

    retry_wanted = Signal()
    shape_changed = Signal()
    hovered = Signal(bool)
    menu_wanted = Signal(QPoint)
    volume_step_wanted = Signal(int)
    mute_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.look = Look("")
        self.is_bare = False
        self.ground: Literal["stage", "window", "plate"] = "stage"
        self._picture: Picture | None = None  # owns the pixels of _image
        self._image: QImage | None = None
        self._card = QRect()
        self._level = 0.0
        self._own_turn = 0
        self._shows_focus = self._is_aimed_at = self._is_on_top = False
        self._retry: RetryButton | None = None

    # --- what to show ---------------------------------------------------------------------

    def show_picture(self, picture: Picture, *, at_once: bool = False) -> None:
        """Show *picture* from now on; *at_once* does not wait for the end of this event.

        Painting at once shows a single picture 0.1 ms earlier; several pictures together are
        cheaper in one go.
        """
        previous, self._image = self._image, image_over(picture)
        self._picture = picture
        if previous is None or previous.size() != self._image.size():
            self._place_card()
            self.shape_changed.emit()
        if self.look.shows_picture and at_once:
            self.repaint(self._card)
        elif self.look.shows_picture:
            self.update(self._card)

    def show_look(self, look: Look) -> None:
        """Show everything else; nothing is painted when nothing has changed."""
        if look == self.look:
            return
        was_shaped, self.look = self.aspect, look
        self.setAccessibleName(look.label)
        self.setAccessibleDescription(look.spoken())
        self._place_card()
        self._place_retry()
        self.update()
        if self.aspect != was_shaped:
            self.shape_changed.emit()

    def show_level(self, level: float) -> None:
        """Show how loud the sound is, 0 to 1; rounded, so that silence costs nothing."""
        level = round(min(1.0, max(0.0, level)) * 4) / 4
        if level != self._level:
            self._level = level
            self.update(self._card)

    def set_bare(self, bare: bool) -> None:
        """Meet others edge to edge: no round corners, and dark where a hair's breadth is free."""
        if bare != self.is_bare:
            self.is_bare = bare
            self._cut_corners()
            self.update()

    def set_on_top(self, on_top: bool) -> None:
        """Lie on another tile: what is below shows at round corners."""
        if on_top != self._is_on_top:
            self._is_on_top = on_top
            self._cut_corners()
            self.update()

    def _cut_corners(self) -> None:
        if self._is_on_top and not self.is_bare:
            self.setMask(rounded(self.rect()))
        else:
            self.clearMask()

    def set_aimed_at(self, aimed_at: bool) -> None:
        """Show that another tile would be dropped here."""
        self._is_aimed_at = aimed_at
        self.update()

    def set_turn(self, degrees: int) -> None:
        """Turn pictures clockwise by *degrees*, a multiple of 90, whatever the look says."""
        self._own_turn = degrees
        self._place_card()
        self.update()

    @property
    def size_px(self) -> tuple[int, int]:
        """The size in which this tile wants its pictures to fit, in device pixels."""
        image = self._image if self.look.fills else None
        room = self._turned(self.size() * self.devicePixelRatioF())
        wanted = wanted_size(room, image.size() if image is not None else None)
        return wanted.width(), wanted.height()

    def _turned(self, size: QSize) -> QSize:
        """Return *size* as it is on the other side of turning a picture."""
        return size.transposed() if self._turn % 180 else size

    @property
    def _turn(self) -> int:
        return (self._own_turn + self.look.turn) % 360

    @property
    def card(self) -> QRect:
        """Where picture and plates are, inside the tile."""
        return self._card

    @property
    def aspect(self) -> float:
        """The shape of what is shown, width / height."""
        image = self._image if self.look.shows_picture else None
        shape = self._turned(image.size()) if image else _USUAL
        return shape.width() / shape.height()

    @property
    def picture(self) -> Picture | None:
        """The newest picture, also while it is not shown."""
        return self._picture

    @property
    def has_picture(self) -> bool:
        """Whether a picture is on the tile now."""
        return self._image is not None and self.look.shows_picture

    # --- Qt -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part asked for, from the back to the front."""
        painter = QPainter(self)
        ground = getattr(theme.colors(), "plate" if self.is_bare else self.ground)
        if not self._card.contains(event.rect()):
            painter.fillRect(event.rect(), QColor(ground))
        self._paint_ground(painter)
        paint_plates(painter, self._card, self.look, self.devicePixelRatioF())
        if self._is_on_top and not self.is_bare:
            paint_edge(painter, self.rect())
        elif not self.is_bare:
            paint_corners(painter, self._card, ground, self.devicePixelRatioF())
        self._paint_rings(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card anew."""
        self._place_card()
        self._cut_corners()
        super().resizeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse is here."""
        self.hovered.emit(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has gone."""
        self.hovered.emit(False)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, also from the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.mapToGlobal(_center(self)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change the volume, Space mutes, R tries again."""
        match event.key():
            case _ if event.modifiers() & _WITH_KEYS:
                super().keyPressEvent(event)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.volume_step_wanted.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            case Qt.Key.Key_Space:
                self.mute_wanted.emit()
            case Qt.Key.Key_R if self.look.phase in ("failed", "retrying"):
                self.retry_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when the keyboard brought it, or back from a menu or another window."""
        if event.reason() not in _OF_WINDOWS:
            self._shows_focus = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus has gone; a menu or another window has it for a while only."""
        if event.reason() not in _OF_WINDOWS:
            self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    # --- painting -------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint the picture or what stands for it, and the problem if there is one."""
        image = self._image if self.look.shows_picture else None
        if image is not None:
            ratio = self.devicePixelRatioF()
            paint_picture(painter, self._card, image, ratio, self.look, self._turn)
        elif not self.look.problem:
            paint_avatar(painter, self._card, self.look)
        if self.look.problem and not (self.look.is_notice and image is not None):
            button_px = self._retry.height() if self._retry and self._retry.isVisible() else 0
            free_px = max(28, button_px + 2 * GAP)
            paint_problem(
                painter, self._card, self.look.sentence(), free_px, over=image is not None
            )

    def _paint_rings(self, painter: QPainter) -> None:
        colors, radius = theme.colors(), 0 if self.is_bare else RADIUS
        if self._is_aimed_at:
            paint_ring(painter, self._card, colors.accent, radius)
        elif self._shows_focus and self.hasFocus():
            paint_ring(painter, self._card, colors.text, radius)
        elif self._level and not self.look.sound_off and not self.is_bare:
            color = QColor(colors.good)
            color.setAlphaF(0.4 + 0.6 * self._level)
            ring = color.name(QColor.NameFormat.HexArgb)
            paint_ring(painter, self._card, ring, radius)

    # --- geometry -------------------------------------------------------------------------

    def _place_card(self) -> None:
        """Make the card as large as possible in the shape of the picture, in the middle.

        Without a picture there is no shape to keep.
        """
        image = self._image if self.look.shows_picture and not self.look.fills else None
        shape = self._turned(image.size()) if image is not None else None
        card = card_in(self.rect(), shape, self.devicePixelRatioF())
        if card != self._card:
            self._card = card
            self.update()
            self._place_retry()

    def _place_retry(self) -> None:
        has_failed = self.look.phase == "failed"
        if has_failed and self._retry is None:
            self._retry = RetryButton(self)
            self._retry.clicked.connect(self.retry_wanted)
        if self._retry is not None:
            self._retry.show_on(self._card, self.look.label, is_wanted=has_failed)


def _center(widget: QWidget) -> QPoint:
    return widget.rect().center()
