"""The journal as a list that grows at the end, forgets at the front, and can be narrowed down."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from lianmai.core.journal import CAPACITY, Entry
from lianmai.ui.panels.event_words import Level, details_of, level_of, source_of, words_of
from lianmai.ui.panels.keyed_model import ROW_ROLE, Index
from lianmai.ui.words import translate


@dataclass(frozen=True, eq=False)
class EventRow:
    """One entry; its words are made when somebody looks."""

    entry: Entry
    level: Level

    @cached_property
    def time(self) -> str:
        """The local time of day."""
        return datetime.fromtimestamp(self.entry.time_s).strftime("%H:%M:%S.%f")[:-3]

    @cached_property
    def source(self) -> str:
        """Who speaks."""
        return source_of(self.entry)

    @cached_property
    def words(self) -> str:
        """What happened."""
        return words_of(self.entry)

    @cached_property
    def details(self) -> str:
        """What else is known."""
        return details_of(self.entry)

    def matches(self, text: str) -> bool:
        """Tell whether *text*, casefolded, is anywhere in the row."""
        everything = (
            f"{self.time}\n{self.entry.source}\n{self.source}\n{self.entry.name}\n{self.words}"
        )
        return text in everything.casefold() or text in self.details.casefold()

    @property
    def level_words(self) -> str:
        """The level, for those who do not see its icon."""
        words = {
            Level.WARNING: translate("Events", "Warning"),
            Level.ERROR: translate("Events", "Error"),
        }
        return words.get(self.level, "")

    def text(self) -> str:
        """Return the row as one line."""
        parts = (self.time, self.level_words, self.source, self.words, self.details)
        return "  ".join(part for part in parts if part)


def event_row(entry: Entry) -> EventRow:
    """Return *entry* as the list of events shows it."""
    return EventRow(entry, level_of(entry))


class EventModel(QAbstractListModel):
    """The last entries that pass the filter. `put` waits for `flush`, which tells views once.

    *make_row* says how entries look.
    """

    def __init__(
        self,
        capacity: int = CAPACITY,
        make_row: Callable[[Entry], EventRow] = event_row,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._capacity, self._make_row = capacity, make_row
        self._pending: deque[Entry] = deque(maxlen=capacity)
        self._known: deque[EventRow] = deque(maxlen=capacity)
        self.rows: list[EventRow] = []
        self._text = ""
        self._level = Level.EVENT

    def put(self, entry: Entry) -> None:
        """Note *entry* for the next `flush`; cheap."""
        self._pending.append(entry)

    def flush(self) -> int:
        """Show what has come since; return how many rows appeared at the end."""
        if not self._pending:
            return 0
        new = [self._make_row(entry) for entry in self._pending]
        self._pending.clear()
        self._forget_oldest(len(self._known) + len(new) - self._capacity)
        self._known.extend(new)
        shown = self._passing(new)
        if shown:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self.rows += shown
            self.endInsertRows()
        return len(shown)

    def narrow(self, text: str, level: Level) -> None:
        """Show only rows that contain *text* and matter at least as much as *level*."""
        self.beginResetModel()
        self._text, self._level = text.strip().casefold(), level
        self.rows = self._passing(self._known)
        self.endResetModel()

    def count(self) -> int:
        """Return how many entries there are, shown or not."""
        return len(self._known)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for of one row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(row.text().split("  "))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.text()
            case _:
                return row if role == ROW_ROLE else None

    def _forget_oldest(self, count: int) -> None:
        if count <= 0:
            return
        gone = list(islice(self._known, min(count, len(self._known))))
        for _ in gone:
            self._known.popleft()
        shown = len(self._passing(gone))
        if shown:
            self.beginRemoveRows(QModelIndex(), 0, shown - 1)
            del self.rows[:shown]
            self.endRemoveRows()

    def _passing(self, rows: Iterable[EventRow]) -> list[EventRow]:
        level, text = self._level, self._text
        return [row for row in rows if row.level >= level and (not text or row.matches(text))]
