"""The statistics a page gets every two seconds, each with how it comes about here."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from lianmai.core.components.tables import StatusField, status_fields
from lianmai.core.journal import Value
from lianmai.ui import theme
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.panels.keyed_model import Index, KeyedModel
from lianmai.ui.theme import Text
from lianmai.ui.words import translate, translated

UNKNOWN = "–"
_UNITS = {"frames/s": "fps"}
_TIP_CHARACTERS = 60
_Role = Qt.ItemDataRole


@dataclass(frozen=True)
class StatusRow:
    """One field of netstatus with its *value* of now, ``None`` where there is none."""

    field: StatusField
    value: Value

    @property
    def key(self) -> str:
        """The name of the field."""
        return self.field.name

    @property
    def text(self) -> str:
        """The value with its unit."""
        if self.value is None:
            return UNKNOWN
        shown = f"{self.value:g}" if isinstance(self.value, float) else str(self.value)
        unit = _UNITS.get(self.field.unit, self.field.unit)
        return f"{shown} {translated(unit)}".strip()

    @property
    def made(self) -> str:
        """How the number comes about, in a word."""
        words = {
            "measured": translate("Netstatus", "measured"),
            "derived": translate("Netstatus", "derived"),
            "not knowable": translate("Netstatus", "not knowable"),
        }
        return words[self.field.origin]


def status_rows(component: Component) -> list[StatusRow]:
    """Return every field there is, with the last values of *component*."""
    values = component.netstatus()
    fields = status_fields(component.kind).values()
    return [StatusRow(field, values.get(field.name)) for field in fields]


def as_text(rows: list[StatusRow]) -> str:
    """Return what a page would get, one field a line."""
    return "\n".join(f"{row.key}: {row.value}" for row in rows if row.value is not None)


class StatusModel(KeyedModel[StatusRow]):
    """Field, value, and how it is made."""

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else 3

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return what *role* asks for of one cell."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case _Role.DisplayRole:
                return (row.key, row.text, row.made)[index.column()]
            case _Role.ToolTipRole:
                parts = (
                    row.key,
                    translated(row.field.meaning),
                    f"{row.made}: {translated(row.field.how)}",
                )
                return "\n".join(fill(part, _TIP_CHARACTERS) for part in parts)
            case _Role.AccessibleTextRole:
                return f"{row.key}: {row.text}, {row.made}"
            case _Role.ForegroundRole if index.column() == 2 or row.value is None:
                return QColor(theme.colors().quiet)
            case _Role.TextAlignmentRole if index.column() == 1:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the titles."""
        titles = (
            translate("Netstatus", "Field"),
            translate("Netstatus", "Value"),
            translate("Netstatus", "How it is made"),
        )
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return titles[section]
        if section == 1 and role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class StatusTable(QTreeView):
    """The table; Ctrl+C copies it all."""

    def __init__(self, model: StatusModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("netstatus")
        self.setProperty("kind", "roomy")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFont(theme.font(Text.NUMBERS))
        head = self.header()
        head.setFont(theme.font(Text.SMALL))
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy everything; other keys move about."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_text(self._model.rows))
        else:
            super().keyPressEvent(event)
