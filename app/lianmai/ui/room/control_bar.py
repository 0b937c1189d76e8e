"""The bar below the stage: as many buttons as fit, the rest behind "More"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from lianmai.ui import theme
from lianmai.ui.room.call_actions import CallActions
from lianmai.ui.theme import GAP, TOUCH_PX, Text
from lianmai.ui.widgets.icon_button import IconButton

MEDIUM_PX = 540
_WORD_PX = 72
"""Buttons with words are at least as wide."""
_BESIDE_PX = 22
"""What such a button needs beside its word, and what lies between two."""


class ControlBar(QWidget):
    """Icons with words when wide, icons alone when not, a menu for the rest when narrow."""

    def __init__(
        self, actions: CallActions, devices_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._buttons: dict[QAction, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 6, GAP, 6)
        row.setSpacing(4)
        actions.devices.setMenu(devices_menu)
        row.addStretch()
        for action in (actions.microphone, actions.camera, actions.devices):
            row.addWidget(self._add(action))
        self._folding = [
            actions.layout,
            actions.frame,
            actions.numbers,
            *actions.panels.values(),
            actions.presentation,
        ]
        for action in self._folding:
            if action in (actions.layout, actions.panels["participants"]):
                row.addSpacing(2 * GAP)
            row.addWidget(self._add(action))
        self._more = self._add_more()
        row.addWidget(self._more)
        row.addSpacing(2 * GAP)
        row.addWidget(self._add(actions.leave))
        row.addStretch()
        self._fold()

    def button(self, action: QAction) -> QToolButton:
        """Return the button of *action*."""
        return self._buttons[action]

    def show_states(self) -> None:
        """Follow what actions say about themselves: what is off stands out."""
        for action, button in self._buttons.items():
            tone = self._actions.tone(action)
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                button.style().unpolish(button)
                button.style().polish(button)
            button.setAccessibleDescription(action.toolTip())

    def minimumSizeHint(self) -> QSize:
        """Return what the narrowest form needs."""
        return QSize(6 * TOUCH_PX, TOUCH_PX + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit."""
        self._fold()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._actions.recolor()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().window))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.colors().line))
        painter.end()

    def _add(self, action: QAction) -> QToolButton:
        button = self._buttons[action] = QToolButton(self)
        button.setProperty("kind", "bar")
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(22, 22))
        button.setFont(theme.font(Text.SMALL))
        button.setMinimumSize(TOUCH_PX, TOUCH_PX)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            action.triggered.connect(button.showMenu)
        return button

    def _add_more(self) -> IconButton:
        more = IconButton("more", self.tr("More"), parent=self)
        more.setProperty("kind", "bar")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addActions(self._folding)
        actions = self._actions
        menu.addActions([actions.names, actions.code, actions.badges])
        menu.addActions([actions.copy, actions.snapshot, actions.screenshot])
        more.setMenu(menu)
        return more

    def _wide_px(self) -> int:
        """Return the width in which every word fits, in this language and font."""
        words = QFontMetrics(theme.font(Text.SMALL))
        texts = [words.horizontalAdvance(action.text()) for action in self._buttons]
        buttons = sum(max(_WORD_PX, text + _BESIDE_PX) + 4 for text in texts)
        return buttons + 3 * 2 * GAP + 2 * GAP

    def _fold(self) -> None:
        """Choose between the three forms by the width there is."""
        is_wide, is_narrow = self.width() >= self._wide_px(), self.width() < MEDIUM_PX
        style = Qt.ToolButtonStyle
        form = style.ToolButtonTextUnderIcon if is_wide else style.ToolButtonIconOnly
        for button in self._buttons.values():
            button.setToolButtonStyle(form)
            button.setMinimumWidth(_WORD_PX if is_wide else TOUCH_PX)
        for action in self._folding:
            self._buttons[action].setHidden(is_narrow)
        self._more.setVisible(is_narrow)
