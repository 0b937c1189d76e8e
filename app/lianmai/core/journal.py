"""The journal: every event, state code and number of a call, in order, for all its readers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import merge
from operator import attrgetter
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | None
Listener: TypeAlias = Callable[["Entry"], None]

CAPACITY = 5000
"""Events kept; older ones are forgotten. Listeners see all of them."""
NUMBERS_S = 150.0
"""How long numbers are kept: they come every two seconds for every stream, and soon mean little."""
NUMBERS = frozenset(
    {
        "audiovolumenotify",
        "bgmprogress",
        "mix_stats",
        "music_progress",
        "netstatus",
        "play_stats",
        "process_stats",
        "publish_stats",
        "recording_stats",
    }
)
"""The names of entries that are numbers."""


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
        self._events: deque[Entry] = deque(maxlen=capacity)
        self._numbers: deque[Entry] = deque(maxlen=capacity)
        self._clock = clock
        self._listeners: list[Listener] = []

    @property
    def entries(self) -> list[Entry]:
        """Everything kept, in order of time."""
        return list(merge(self._events, self._numbers, key=attrgetter("time_s")))

    def add(self, source: str, name: str, /, **fields: Value) -> Entry:
        """Write one entry and hand it to every listener."""
        entry = Entry(self._clock(), source, name, fields)
        if name in NUMBERS:
            self._numbers.append(entry)
            self._forget_numbers(entry.time_s - NUMBERS_S)
        else:
            self._events.append(entry)
        for listener in tuple(self._listeners):
            listener(entry)
        return entry

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call *listener* with each coming entry; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _forget_numbers(self, oldest_s: float) -> None:
        while self._numbers and self._numbers[0].time_s < oldest_s:
            self._numbers.popleft()
