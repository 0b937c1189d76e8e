"""Volume and more, on the tile under the mouse: one set of controls that moves about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from lianmai.ui import theme
from lianmai.ui.stage.sounds import Sound, set_volume, toggle_mute
from lianmai.ui.stage.tile import Tile
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.icon_button import IconButton

_BUTTON_PX = 30
_LEAST_WITH_SLIDER_PX = 240
_LEAST_PX = 130


class TileControls(QWidget):
    """Mutes one stream and sets its volume; the mouse only, the keyboard has keys for it."""

    menu_wanted = Signal(QPoint)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sound: Sound | None = None
        self._mute = self._button("volume", self.tr("Mute here"))
        self._mute.clicked.connect(self._toggle)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setFixedWidth(84)
        self._slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slider.setAccessibleName(self.tr("Volume"))
        self._slider.valueChanged.connect(self._set_volume)
        more = self._button("more", self.tr("More"))
        more.clicked.connect(self._ask_for_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        for widget in (self._mute, self._slider, more):
            row.addWidget(widget)
        self.hide()

    def show_on(self, tile: Tile, sound: Sound | None) -> None:
        """Appear on *tile*; without *sound* there is nothing to control."""
        self._sound = sound
        if sound is None or tile.card.width() < _LEAST_PX:
            self.hide()
            return
        if self.parent() is not tile:
            self.setParent(tile)
        self._slider.setVisible(tile.card.width() >= _LEAST_WITH_SLIDER_PX)
        self._show_sound()
        self.adjustSize()
        self.move(self._spot(tile))
        self.show()

    def _spot(self, tile: Tile) -> QPoint:
        """Return the upper right corner of *tile*, or the left one where another lies on it."""
        card, stage = tile.card, tile.parentWidget()
        spot = QRect(QPoint(0, card.top() + GAP), self.size())
        spot.moveRight(card.right() - GAP)
        above = stage.childAt(tile.mapTo(stage, spot.center())) if stage is not None else None
        if above is not None and above is not tile and not tile.isAncestorOf(above):
            spot.moveLeft(card.left() + GAP)
        return spot.topLeft()

    def retire(self, owner: QWidget) -> None:
        """Disappear, and belong to *owner* again, as tiles come and go."""
        self._sound = None
        self.hide()
        if self.parent() is not owner:
            self.setParent(owner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate below the buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(theme.colors().plate)
        ground.setAlpha(200)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), GAP, GAP)
        painter.end()

    def _button(self, name: str, text: str) -> IconButton:
        button = IconButton(name, text, parent=self)
        button.show_as(name, text, color=theme.colors().on_plate)
        button.setProperty("kind", "on-plate")
        button.setMinimumSize(0, 0)
        button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show_sound(self) -> None:
        if self._sound is None:
            return
        off = self._sound.muted
        name, text = ("volume-off", self.tr("Unmute here")) if off else ("volume", self._mute_text)
        self._mute.show_as(name, text, color=theme.colors().on_plate)
        self._slider.blockSignals(True)
        self._slider.setValue(0 if off else round(self._sound.volume * 100))
        self._slider.blockSignals(False)

    @property
    def _mute_text(self) -> str:
        return self.tr("Mute here")

    @Slot()
    def _toggle(self) -> None:
        if self._sound is not None:
            toggle_mute(self._sound)
            self._show_sound()
            self.changed.emit()

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        if self._sound is not None:
            set_volume(self._sound, percent / 100)
            self._show_sound()
            self.changed.emit()

    @Slot()
    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height())))
