"""Everything that can be done with a canvas, once, for buttons, menus and keys alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from lianmai.ui import theme
from lianmai.ui.canvas import keys
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.frames.figures import figures
from lianmai.ui.icons import icon
from lianmai.ui.stage.layouts import layout_menu
from lianmai.ui.theme import GAP, ICON_PX, Text
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton

_NARROW_PX = 600


class CanvasActions(QObject):
    """The actions of the editor. Their keys are the editor's business, see `keys`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.keys: dict[str, QAction] = {}
        self._icons: dict[QAction, str] = {}
        self.open = self._make("folder", self.tr("Open a canvas…"), keys.OPEN)
        self.save = self._make("save", self.tr("Save"), keys.SAVE)
        self.save_as = self._make("save", self.tr("Save as…"), keys.SAVE_AS)
        self.undo = self._make("undo", self.tr("Undo"), keys.UNDO)
        self.redo = self._make("redo", self.tr("Redo"), keys.REDO)
        self.add_user = self._make("person", self.tr("Add a tile"), keys.ADD)
        self.add_image = self._make("image", self.tr("Add a picture…"))
        self.arrange = self._make("grid", self.tr("Place all tiles as a layout does"))
        self.from_stage = self._make("reset", self.tr("Take what is on the stage now"))
        self.true_size = self._make(
            "fullscreen", self.tr("1:1 instead of fitted in"), keys.TRUE_SIZE
        )
        self.true_size.setCheckable(True)
        self.close = self._make("close", self.tr("Back to the stage"), "Ctrl+E")

    def recolor(self) -> None:
        """Draw the icons in the colours of now."""
        for action, name in self._icons.items():
            action.setIcon(icon(name))

    def _make(self, name: str, text: str, pressed: str = "") -> QAction:
        action = QAction(icon(name), text, self)
        action.setToolTip(f"{text} ({pressed})" if pressed else text)
        self._icons[action] = name
        if pressed:
            self.keys[pressed] = action
        return action


class CanvasBar(QWidget):
    """Above the board: name of the file, and buttons; rare things are behind "More"."""

    layout_chosen = Signal(str)

    def __init__(self, actions: CanvasActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._name = ElidedLabel(self)
        self._name.setFont(theme.font(Text.STRONG))
        self._scale = ElidedLabel(self)
        self._scale.setProperty("quiet", True)
        self._scale.setFont(theme.font(Text.NUMBERS))
        menu = layout_menu(self)
        for action in menu.findChildren(QAction):
            action.setCheckable(False)
        menu.triggered.connect(self._tell_layout)
        actions.arrange.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(2)
        row.addWidget(self._name, 2)
        row.addWidget(self._scale, 1)
        self._add_groups(row)

    def show_document(self, document: CanvasDocument, scale: float) -> None:
        """Show the file's name, whether it is saved, and what can be taken back."""
        canvas, actions = document.canvas, self._actions
        name = document.path.name if document.path else self.tr("New canvas")
        self._name.setText(f"{name} •" if document.is_dirty else name)
        told = self.tr("{name}, changed") if document.is_dirty else "{name}"
        self._name.setAccessibleName(told.format(name=name))
        self._name.setToolTip(str(document.path or ""))
        size = f"{canvas.width_px} × {canvas.height_px}"
        self._scale.setText(figures(f"{size}  ·  {round(100 * scale)} %"))
        actions.undo.setEnabled(document.can_undo)
        actions.redo.setEnabled(document.can_redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the name where there is little."""
        self._scale.setHidden(self.width() < _NARROW_PX)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._actions.recolor()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.colors().line))
        painter.end()

    def _add_groups(self, row: QHBoxLayout) -> None:
        actions = self._actions
        groups = (
            (actions.open, actions.save),
            (actions.undo, actions.redo),
            (actions.add_user, actions.add_image, actions.arrange),
        )
        for group in groups:
            for action in group:
                row.addWidget(self._button(action))
            row.addSpacing(GAP)
        rare = (actions.save_as, actions.from_stage, actions.true_size)
        row.addWidget(self._more(rare))
        row.addWidget(self._button(actions.close))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "plain")
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.setMinimumSize(ICON_PX + 2 * GAP, ICON_PX + 2 * GAP)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _more(self, actions: Sequence[QAction]) -> QToolButton:
        more = IconButton("more", self.tr("More"), parent=self)
        more.setMinimumSize(ICON_PX + 2 * GAP, ICON_PX + 2 * GAP)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addActions(actions)
        more.setMenu(menu)
        return more

    def _tell_layout(self, action: QAction) -> None:
        if action.data():
            self.layout_chosen.emit(str(action.data()))
