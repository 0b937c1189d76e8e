"""Hands the newest thing from one thread to another; what nobody took is counted, not kept."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Mailbox(Generic[Item]):
    """Room for one item: a newer one replaces it. Any thread may put, any thread may take."""

    def __init__(self) -> None:
        self.dropped = 0
        self._item: Item | None = None
        self._changed = threading.Condition()

    def put(self, item: Item) -> bool:
        """Leave *item*; return whether the box was empty, that is whether a taker must be woken."""
        with self._changed:
            was_empty = self._item is None
            self.dropped += not was_empty
            self._item = item
            self._changed.notify()
            return was_empty

    def take(self, timeout_s: float = 0.0) -> Item | None:
        """Return the item and empty the box; wait up to *timeout_s* seconds for one."""
        with self._changed:
            if timeout_s:
                self._changed.wait_for(lambda: self._item is not None, timeout_s)
            item, self._item = self._item, None
            return item
