"""What was measured lately: a bounded series of timed items."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class History(Generic[Item]):
    """Items of the last *span_s* seconds, oldest first, and at most *capacity* of them."""

    def __init__(self, span_s: float, capacity: int = 1000) -> None:
        self.span_s = span_s
        self._items: deque[tuple[float, Item]] = deque(maxlen=capacity)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[tuple[float, Item]]:
        """Yield times and items."""
        return iter(tuple(self._items))

    def add(self, now_s: float, item: Item) -> None:
        """Note *item* at *now_s*, a time that never goes back, and forget what is too old."""
        self._items.append((now_s, item))
        self.forget(now_s)

    def forget(self, now_s: float) -> None:
        """Drop what is older than the span at *now_s*."""
        while self._items and self._items[0][0] < now_s - self.span_s:
            self._items.popleft()
