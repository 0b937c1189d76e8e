"""The panel of tools: measure the stage, lay a picture over it, compare, check."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.ui.theme import GAP
from lianmai.ui.verify.golden_box import GoldenBox
from lianmai.ui.verify.layout_box import LayoutBox
from lianmai.ui.verify.line import line_of
from lianmai.ui.verify.marks import GRIDS
from lianmai.ui.verify.reference_box import ReferenceBox
from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.verify.words import tiles_json, tiles_text
from lianmai.ui.widgets.check_box import CheckBox
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.pieces import heading, scrolled


class VerifyPanel(QWidget):
    """Everything *tools* can do, with its keys."""

    def __init__(self, call: Call, tools: VerifyTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        inside = QWidget(self)
        self._make_measures(inside)
        self.reference = ReferenceBox(tools, inside)
        self.golden = GoldenBox(tools, inside)
        self.layout_check = LayoutBox(call, tools, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self._lay_out_measures(inside))
        for box in (self.reference, self.golden, self.layout_check):
            column.addWidget(box)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, self))
        tools.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is on."""
        tools = self._tools
        states = {
            self.rulers: tools.has_rulers,
            self.tiles: tools.has_tiles,
            self.loupe: tools.has_loupe,
            self.device_px: tools.seat.in_device_px,
        }
        blocked = [QSignalBlocker(it) for it in (*states, self.grid)]
        for box, is_on in states.items():
            box.setChecked(is_on)
        self.grid.setCurrentIndex(GRIDS.index(tools.grid))
        self.no_guides.setEnabled(bool(tools.guides.guides))
        del blocked

    @Slot()
    def copy_text(self) -> None:
        """Put the tiles' numbers on the clipboard."""
        QGuiApplication.clipboard().setText(tiles_text(self._tools.figures()))

    @Slot()
    def copy_json(self) -> None:
        """Put the tiles' numbers on the clipboard, as JSON."""
        QGuiApplication.clipboard().setText(tiles_json(self._tools.figures()))

    def _make_measures(self, inside: QWidget) -> None:
        tools = self._tools
        self.rulers = CheckBox(self.tr("Rulers and guides  (Shift+R)"), inside)
        self.rulers.toggled.connect(tools.set_rulers)
        self.tiles = CheckBox(self.tr("Tiles with their numbers  (Shift+T)"), inside)
        self.tiles.toggled.connect(tools.set_tiles)
        self.loupe = CheckBox(self.tr("Loupe  (Shift+Z)"), inside)
        self.loupe.toggled.connect(tools.set_loupe)
        self.device_px = CheckBox(self.tr("Measure in pixels of the screen"), inside)
        self.device_px.toggled.connect(tools.set_device_px)
        self.grid = ComboBox(inside)
        titles = (self.tr("None"), self.tr("8 px"), self.tr("Thirds"), self.tr("Columns"))
        self.grid.addItems(titles)
        self.grid.setAccessibleName(self.tr("Grid"))
        self.grid.currentIndexChanged.connect(lambda index: tools.set_grid(GRIDS[index]))
        self.no_guides = QPushButton(self.tr("Remove guides"), inside)
        self.no_guides.clicked.connect(self._remove_guides)
        self.text = QPushButton(self.tr("Copy numbers"), inside)
        self.text.clicked.connect(self.copy_text)
        self.json = QPushButton(self.tr("Copy JSON"), inside)
        self.json.clicked.connect(self.copy_json)

    def _lay_out_measures(self, inside: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Measure"), inside))
        for box in (self.rulers, self.tiles, self.loupe, self.device_px):
            column.addWidget(box)
        column.addLayout(line_of(self.tr("Grid  (Shift+G)"), self.grid))
        buttons = QHBoxLayout()
        for button in (self.text, self.json):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        last = QHBoxLayout()
        last.addWidget(self.no_guides)
        last.addStretch()
        column.addLayout(last)
        return column

    @Slot()
    def _remove_guides(self) -> None:
        self._tools.guides.clear()
        self.refresh()
