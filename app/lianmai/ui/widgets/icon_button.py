"""A button with an icon that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from lianmai.ui.icons import icon
from lianmai.ui.theme import ICON_PX, TOUCH_PX


class IconButton(QToolButton):
    """Shows icon *name*; *text* is for tool tip and screen readers, *keys* is its shortcut."""

    def __init__(self, name: str, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._color = ""
        self.setProperty("kind", "plain")
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(TOUCH_PX, TOUCH_PX)
        self.show_as(name, text, keys)

    def show_as(self, name: str, text: str, keys: str = "", color: str = "") -> None:
        """Change icon and words; *color* replaces the colour of text."""
        if (name, color) != (self._name, self._color):
            self._name, self._color = name, color
            self.setIcon(icon(name, color))
        self.setText(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the new colours."""
        if event.type() == QEvent.Type.PaletteChange and self._name:
            self.setIcon(icon(self._name, self._color))
        super().changeEvent(event)
