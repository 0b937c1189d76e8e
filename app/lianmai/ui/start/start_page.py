"""What the window shows before and after a call: own picture and the form to join."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lianmai.ui import theme
from lianmai.ui.icons import app_icon
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.tile import Tile
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.join_form import JoinForm
from lianmai.ui.theme import GAP, Text

WIDE_PX = 820
_FORM_PX = 340
_LOGO_PX = 44


class StartPage(QScrollArea):
    """Own picture beside the form, above it when the window is narrow."""

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = JoinForm(devices, self)
        self.preview = Tile(self)
        self.preview.ground = "window"
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.show_look(Look(self.tr("Own picture"), phase="connecting"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._content())
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter join at once."""
        super().showEvent(event)
        self.form.room.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture beside the form or above it."""
        super().resizeEvent(event)
        self._arrange()

    def _content(self) -> QWidget:
        content = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4 * GAP)
        self._row.addWidget(self.preview, 1)
        self._row.addLayout(self._right_side())
        outer = QHBoxLayout(content)
        outer.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        outer.addStretch(1)
        outer.addLayout(self._row, 100)
        outer.addStretch(1)
        return content

    def _right_side(self) -> QVBoxLayout:
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(self._heading())
        column.addSpacing(3 * GAP)
        column.addWidget(self.form)
        column.addStretch(1)
        return column

    def _heading(self) -> QHBoxLayout:
        logo = QLabel(self)
        logo.setPixmap(app_icon().pixmap(_LOGO_PX, _LOGO_PX))
        title = QLabel("Lianmai", self)
        title.setFont(theme.font(Text.TITLE))
        subtitle = QLabel(self.tr("Join a mini-program video call"), self)
        subtitle.setProperty("quiet", True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(subtitle)
        row = QHBoxLayout()
        row.setSpacing(GAP + GAP // 2)
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row

    def _arrange(self) -> None:
        is_wide = self.width() >= WIDE_PX
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self.form.setFixedWidth(min(_FORM_PX, max(240, self.width() - 6 * GAP)))
        width_px = self.width() - 6 * GAP - (self.form.width() + 4 * GAP if is_wide else 0)
        self.preview.setFixedHeight(min(width_px * 9 // 16, self.height() // (1 if is_wide else 3)))
