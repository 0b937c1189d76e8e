"""Where streams are pushed and pulled: names, addresses, and the keys in them."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Literal

from lianmai.core.grants import Action, GrantExpired, GrantInvalid, StreamKey, seal, unseal
from lianmai.core.messages import Address, Slot
from lianmai.core.sentences import sentence
from lianmai.server.gate import AccessDenied

APP = "live"
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
_ID_CHARS = 40
"""How much of a room's and a peer's id shows in a stream name, which has 128 characters at most."""


@dataclass(frozen=True)
class Addresses:
    """Makes addresses on the relay at these ports, with keys when there is a *secret*."""

    rtmp_port: int
    http_port: int
    secret: str
    key_s: float

    def to_push(self, host: str, name: str, now_s: float) -> Address:
        """Return where the owner of stream *name* pushes."""
        return Address(self._rtmp(host, name) + self._key("publish", name, now_s))

    def to_pull(self, host: str, name: str, now_s: float) -> Address:
        """Return where others pull stream *name*, by RTMP and by HTTP."""
        key = self._key("play", name, now_s)
        flv = f"http://{host}:{self.http_port}/{APP}/{name}.flv" if self.http_port else ""
        return Address(self._rtmp(host, name) + key, flv and flv + key)

    def _rtmp(self, host: str, name: str) -> str:
        return f"rtmp://{host}:{self.rtmp_port}/{APP}/{name}"

    def _key(self, action: Action, name: str, now_s: float) -> str:
        if not self.secret:
            return ""
        return "?key=" + seal(StreamKey(action, name, int(now_s + self.key_s)), self.secret)


def new_stream_name(room: str, uid: str, slot: Slot) -> str:
    """Return a name nobody can guess that tells a reader of logs whose stream it is."""
    generation = secrets.token_hex(6)
    parts = [room[:_ID_CHARS].lstrip(".") or "room", uid[:_ID_CHARS]]
    return "-".join([*parts, *([slot] if slot != "main" else []), generation])


def host_of(host_header: str, local_address: str) -> str:
    """Return the host, fit for a URL, by which a client reached us.

    It is what the client says in *host_header*, without the port, or else *local_address*.
    """
    host = re.sub(r":\d{1,5}$", "", host_header)
    if _HOST.fullmatch(host):
        return host
    return f"[{local_address}]" if ":" in local_address else local_address


def check_key(
    action: Literal["publish", "play"], name: str, key: str | None, secret: str, now_s: float
) -> None:
    """Return if *key* allows *action* on stream *name*.

    Raises:
        AccessDenied: If not; the text tells expired from wrong.
    """
    if not key:
        raise AccessDenied(sentence("This server wants a key; ask the room for an address."))
    try:
        grant = unseal(key, StreamKey, secret, now_s)
    except GrantExpired as error:
        raise AccessDenied(
            sentence("The key has expired; ask the room for a new address.")
        ) from error
    except GrantInvalid as error:
        raise AccessDenied(sentence("The key is wrong; ask the room for an address.")) from error
    if (grant.action, grant.name) != (action, name):
        raise AccessDenied(sentence("The key is for something else; ask the room for an address."))
