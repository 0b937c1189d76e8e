"""Signed permissions: keys for one stream of the relay, and tokens for one room.

Both are ``base64url(JSON) "." base64url(HMAC-SHA256)``, so that every server which knows the
secret can check them without asking another.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from lianmai.core.messages import Role

Action: TypeAlias = Literal["publish", "play"]
Grant = TypeVar("Grant", bound="StreamKey | RoomToken")

LONGEST_TEXT = 2048
"""Longer texts are refused unread."""


class GrantInvalid(ValueError):
    """The text is not a grant made with this secret."""


class GrantExpired(ValueError):
    """The grant was good once."""


class StreamKey(Struct, frozen=True, array_like=True):
    """Allows one *action* on one stream *name* until *expires_s* (Unix time)."""

    action: Action
    name: str
    expires_s: int


class RoomToken(Struct, frozen=True):
    """Allows *uid* (empty: anybody) into *room* as *role* until *expires_s* (Unix time)."""

    room: str
    uid: str
    role: Role
    expires_s: int


def seal(grant: StreamKey | RoomToken, secret: str) -> str:
    """Return *grant* as text, signed with *secret*; safe inside a URL."""
    payload = _base64(msgspec.json.encode(grant))
    return f"{payload}.{_signature(payload, secret)}"


def unseal(text: str, kind: type[Grant], secret: str, now_s: float) -> Grant:
    """Return the grant in *text*.

    Raises:
        GrantInvalid: If it was not made with *secret* or is of another kind.
        GrantExpired: If its time is over.
    """
    payload, _, signature = text[:LONGEST_TEXT].partition(".")
    expected = _signature(payload, secret)
    if not hmac.compare_digest(signature.encode(), expected.encode()):
        raise GrantInvalid("not signed with this server's secret")
    try:
        grant = msgspec.json.decode(_bytes(payload), type=kind)
    except (msgspec.MsgspecError, Base64Error, ValueError) as error:
        raise GrantInvalid("not a grant of this kind") from error
    if grant.expires_s <= now_s:
        raise GrantExpired("expired")
    return grant


def _signature(payload: str, secret: str) -> str:
    return _base64(hmac.digest(secret.encode(), payload.encode(), hashlib.sha256))


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
