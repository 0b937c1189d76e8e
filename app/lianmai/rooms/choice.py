"""Which room an address means."""

from __future__ import annotations

from urllib.parse import urlsplit

from lianmai.core.errors import AddressError
from lianmai.core.messages import Join
from lianmai.core.sentences import sentence
from lianmai.rooms.connection import RoomConnection
from lianmai.rooms.plain import PlainRoom
from lianmai.rooms.signalling import OpenRoom


def open_room(server: str, join: Join) -> RoomConnection:
    """Return a visit to the room in *join* on *server*, not begun yet.

    ``ws`` and ``wss`` are a room server like ours; ``rtmp``, ``rtmps``, ``http`` and ``https``
    a plain media server, where the room is a list of stream names (see `PlainRoom`).

    Raises:
        AddressError: If *server* is neither.
    """
    try:
        scheme = urlsplit(server).scheme.lower()
    except ValueError:  # brackets that do not match
        scheme = ""
    match scheme:
        case "ws" | "wss":
            return OpenRoom(server, join)
        case "rtmp" | "rtmps" | "http" | "https":
            return PlainRoom(server, join)
        case _:
            raise AddressError(
                sentence(
                    "{server} is not a server address; use ws://host:port for a room server or "
                    "rtmp://host/app for a media server.",
                    server=_shown(server),
                )
            )


def _shown(server: str) -> str:
    """Return as much of *server* as tells what is wrong, and no key."""
    return repr(server.partition("?")[0][:80])
