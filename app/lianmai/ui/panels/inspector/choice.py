"""The editor of an attribute with a few values."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui.panels.inspector.editor import Editor, Value
from lianmai.ui.panels.keyed_model import Index
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.words import translated

_FULL_ROLE = Qt.ItemDataRole.UserRole + 1


class Choice(Editor):
    """Shows the value alone; the list to choose from has its meaning, too.

    Values that are mere numbers always have it.
    """

    def __init__(self, info: AttributeInfo) -> None:
        self._box = _Box()
        super().__init__(info, self._box)
        for value, meaning in info.choices.items():
            meaning = translated(meaning)
            full = f"{value}  –  {meaning}" if value and value != meaning else meaning
            self._box.addItem(full if value.isdigit() or not value else value, value)
            place = self._box.count() - 1
            self._box.setItemData(place, full, _FULL_ROLE)
            self._box.setItemData(place, full, Qt.ItemDataRole.AccessibleTextRole)
        self._box.activated.connect(self._choose)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*."""
        self._box.setCurrentIndex(self._box.findData(str(value)))

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.chosen.emit(self._box.itemData(index))


class _Box(ComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(4)
        self.setItemDelegate(_Full(self))

    def showPopup(self) -> None:
        """Make room for the meanings."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 4 * GAP)
        super().showPopup()


class _Full(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Write value and meaning."""
        super().initStyleOption(option, index)
        option.text = str(index.data(_FULL_ROLE))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room between the lines."""
        return super().sizeHint(option, index) + QSize(GAP, GAP)
