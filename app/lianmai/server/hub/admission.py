"""Who may enter which room, and as what: ids and tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianmai.core.errors import RoomError
from lianmai.core.grants import GrantExpired, GrantInvalid, RoomToken, unseal
from lianmai.core.messages import ID_PATTERN, ErrorCode, Role
from lianmai.core.sentences import sentence

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True)
class Pass:
    """What a visitor is allowed: who it is, and as a broadcaster or not, until *ends_s*."""

    uid: str
    may_broadcast: bool = True
    ends_s: float = float("inf")


@dataclass(frozen=True)
class Admission:
    """Checks tokens, which are signed with *secret*; without one there is nothing to check."""

    secret: str = ""
    is_token_required: bool = False

    def admit(self, room: str, uid: str, token: str, now_s: float) -> Pass:
        """Return what *token* allows *uid* in *room*; an empty uid takes the token's.

        Raises:
            RoomError: If it allows nothing there.
        """
        check_id(sentence("room"), room)
        if uid:
            check_id(sentence("uid"), uid)
        if not token and not self.is_token_required:
            return Pass(uid)
        return Pass(uid) if not self.secret else self._from_token(room, uid, token, now_s)

    def _from_token(self, room: str, uid: str, token: str, now_s: float) -> Pass:
        try:
            grant = unseal(token, RoomToken, self.secret, now_s)
        except GrantExpired as error:
            raise RoomError(
                ErrorCode.TOKEN_EXPIRED, sentence("The token has expired; get a new one.")
            ) from error
        except GrantInvalid as error:
            raise RoomError(
                ErrorCode.BAD_TOKEN,
                sentence("The token is missing or not from this server; get another."),
            ) from error
        if grant.room != room or (grant.uid and uid and grant.uid != uid):
            raise RoomError(
                ErrorCode.BAD_TOKEN, sentence("The token is for another room or another uid.")
            )
        return Pass(grant.uid or uid, grant.role == "broadcaster", float(grant.expires_s))


def check_id(what: str, text: str) -> None:
    """Return if *text* can be an id.

    Raises:
        RoomError: If not.
    """
    if not _ID.fullmatch(text):
        raise RoomError(
            ErrorCode.BAD_ID,
            sentence(
                "A {what} has 1 to 64 letters a-z, digits or '_.~-'; choose another.", what=what
            ),
        )


def check_role(role: Role, may_broadcast: bool) -> None:
    """Return if a visitor with these rights can have *role*.

    Raises:
        RoomError: If its token only lets it watch.
    """
    if role == "broadcaster" and not may_broadcast:
        raise RoomError(
            ErrorCode.NOT_ALLOWED, sentence("The token admits an audience member only.")
        )
