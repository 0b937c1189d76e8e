"""The journal: every event, state code and number of a call, in order, for all its readers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | None
Listener: TypeAlias = Callable[["Entry"], None]

CAPACITY = 5000
"""Entries kept; older ones are forgotten. Listeners see all of them."""


@dataclass(frozen=True)
class Entry:
    """One line: *time_s* is Unix time, *source* who speaks, *name* what happened."""

    time_s: float
    source: str
    name: str
    fields: dict[str, Value] = field(default_factory=dict)


class Journal:
    """Entries in order of arrival; belongs to one thread, the event loop's."""

    def __init__(self, clock: Callable[[], float], capacity: int = CAPACITY) -> None:
        self.entries: deque[Entry] = deque(maxlen=capacity)
        self._clock = clock
        self._listeners: list[Listener] = []

    def add(self, source: str, name: str, /, **fields: Value) -> Entry:
        """Write one entry and hand it to every listener."""
        entry = Entry(self._clock(), source, name, fields)
        self.entries.append(entry)
        for listener in tuple(self._listeners):
            listener(entry)
        return entry

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call *listener* with each coming entry; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
