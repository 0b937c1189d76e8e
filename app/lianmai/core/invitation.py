"""What somebody needs to join a room, without anything secret: as a link, and to be read."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qs, quote, urlencode, urlsplit

_SCHEME, _PLACE = "lianmai", "join"
_SERVERS = ("ws", "wss")


@dataclass(frozen=True)
class Invitation:
    """The address of a room *server* (ws or wss, nothing secret in it) and a *room* there."""

    server: str
    room: str

    @property
    def link(self) -> str:
        """Return what `lianmai open` takes, short enough for a QR code."""
        return f"{_SCHEME}://{_PLACE}?{_query(server=self.server, room=self.room)}"

    @property
    def host(self) -> str:
        """The host and port of the server."""
        return urlsplit(self.server).netloc.rpartition("@")[2]

    @property
    def is_local(self) -> bool:
        """Whether only programs on the same machine can join."""
        name = urlsplit(self.server).hostname or ""
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"


def invitation_to(server: str, room: str) -> Invitation | None:
    """Return the invitation to *room*; plain media servers have none: their names are keys."""
    try:
        parts = urlsplit(server)
    except ValueError:
        return None
    if parts.scheme not in _SERVERS or not parts.hostname:
        return None
    place = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="")
    return Invitation(place.geturl(), room)


def read_invitation(link: str) -> Invitation:
    """Return what *link* invites to.

    Raises:
        ValueError: If it is no such link; the sentence says how one looks.
    """
    parts = urlsplit(link)
    values = parse_qs(parts.query)
    server, room = (values.get(name, [""])[0] for name in ("server", "room"))
    is_link = (parts.scheme, parts.netloc) == (_SCHEME, _PLACE)
    invitation = invitation_to(server, room) if is_link and room else None
    if invitation is None:
        example = Invitation("ws://HOST:PORT", "ROOM").link
        raise ValueError(f"{link!r} is no invitation: it looks like {example}")
    return invitation


def _query(**values: str) -> str:
    return urlencode(values, quote_via=quote)
