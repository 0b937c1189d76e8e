"""Where a stream writes: a player's socket, without a Python frame between the two."""

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
    """A `Sink` made of *transport*'s own methods and of *end*, which knows the protocol."""

    def __init__(self, transport: asyncio.Transport, end: Callable[[], None]) -> None:
        self.write = transport.write
        self.writelines = transport.writelines
        self.backlog = transport.get_write_buffer_size
        self.abort = transport.abort
        self.end = end
