"""Where a stream writes: a player's socket."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Protocol


class Sink(Protocol):
    """A player's socket, as far as the stream is concerned; nothing here waits."""

    def write(self, data: bytes) -> None:
        """Send *data*, keeping a reference until it is gone."""

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Send *parts* one after the other."""

    def backlog(self) -> int:
        """Return how many bytes were written and not yet taken by the system."""

    def end(self) -> None:
        """Say that the stream is over, and hang up."""

    def abort(self) -> None:
        """Hang up at once."""


class TransportSink:
    """A `Sink` on a transport; *end* knows the protocol.

    A player may have hung up a moment before anybody was told. Event loops raise then, or gather
    what is written for ever; whoever publishes must not notice, so it is passed over.
    """

    def __init__(self, transport: asyncio.Transport, end: Callable[[], None]) -> None:
        self.end = end
        self.abort = transport.abort
        self._is_closing = transport.is_closing
        self._write = transport.write
        self._writelines = transport.writelines
        self._backlog = transport.get_write_buffer_size

    def write(self, data: bytes) -> None:
        """Send *data*."""
        if not self._is_closing():
            self._write(data)

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Send *parts* one after the other."""
        if not self._is_closing():
            self._writelines(parts)

    def backlog(self) -> int:
        """Return how many bytes wait; none once the player has hung up."""
        return 0 if self._is_closing() else self._backlog()
