"""The seam between a call and whoever runs the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from lianmai.core.messages import Event, Op, Result


class RoomConnection(Protocol):
    """One visit to a room. Everything happens on the event loop's thread."""

    async def run(self, on_event: Callable[[Event], None]) -> None:
        """Visit the room and deliver every event, until `leave` or until the room ends it.

        A first connection that fails raises at once. A link lost later is tried again with
        growing waits; the visit goes on with `LinkRestored`, or with `RoomJoined` as a new member
        when the server no longer knows the old one. Cancelling closes the link at once.

        Raises:
            AddressError: If the server's address is not one.
            LinkError: If the server cannot be reached, at first or any more.
            RoomError: If the room does not let us in.
        """

    async def request(self, op: Op[Result]) -> Result:
        """Return the room's answer to *op*.

        Raises:
            RoomError: If the room refuses.
            LinkError: If the link is down, breaks, or there is no answer in time.
        """

    def leave(self) -> None:
        """Wish to end the visit: `run` says goodbye and returns."""
