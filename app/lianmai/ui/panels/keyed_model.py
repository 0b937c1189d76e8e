"""Rows that stay the same rows while they change: selections and scroll positions survive."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Gives the row itself, for delegates."""


class Keyed(Protocol):
    """A row that can be told apart from the others; equal rows look the same."""

    @property
    def key(self) -> Hashable:
        """What stays while the rest of the row changes."""


Row = TypeVar("Row", bound=Keyed)


class KeyedModel(QAbstractTableModel, Generic[Row]):
    """Shows a list of rows; `show` tells views the difference only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else 1

    def row_at(self, index: Index) -> Row | None:
        """Return the row at *index*, or nothing when that is nowhere."""
        return self.rows[index.row()] if index.isValid() else None

    def show(self, rows: Sequence[Row]) -> None:
        """Make *rows* the rows."""
        keys = [row.key for row in rows]
        if keys != [row.key for row in self.rows]:
            self._remove_all_but(set(keys))
            self._reorder({key: place for place, key in enumerate(keys)})
            self._insert(rows)
        self._update(rows)

    def _remove_all_but(self, keys: set[Hashable]) -> None:
        gone = [i for i, row in enumerate(self.rows) if row.key not in keys]
        for first, last in reversed(_spans(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, places: dict[Hashable, int]) -> None:
        wanted = sorted(self.rows, key=lambda row: places[row.key])
        if wanted == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        new_place = {row.key: place for place, row in enumerate(wanted)}
        old = self.persistentIndexList()
        moved = [self.index(new_place[self.rows[it.row()].key], it.column()) for it in old]
        self.rows = wanted
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _insert(self, rows: Sequence[Row]) -> None:
        known = {row.key for row in self.rows}
        for first, last in _spans([i for i, row in enumerate(rows) if row.key not in known]):
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _update(self, rows: Sequence[Row]) -> None:
        pairs = zip(rows, self.rows, strict=True)
        changed = [i for i, (new, old) in enumerate(pairs) if new != old]
        self.rows = list(rows)
        for first, last in _spans(changed):
            end = self.index(last, self.columnCount() - 1)
            self.dataChanged.emit(self.index(first, 0), end)


def _spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run in ascending *numbers*: 1 2 3 7 is 1-3 and 7-7."""
    if not numbers:
        return []
    breaks = [(one, other) for one, other in pairwise(numbers) if other != one + 1]
    starts = [numbers[0], *(other for _, other in breaks)]
    return list(zip(starts, [*(one for one, _ in breaks), numbers[-1]], strict=True))
