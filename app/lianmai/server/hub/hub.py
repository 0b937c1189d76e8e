"""The hub: who is where, and who hears of what. No sockets: facts and a clock in, effects out.

Times are seconds of one clock that never jumps and reads as Unix time, because tokens end in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, assert_never, cast

from msgspec import Struct

from lianmai.core.errors import RoomError
from lianmai.core.messages import (
    AnyOp,
    CloseRoom,
    Done,
    ErrorCode,
    Join,
    Kick,
    Leave,
    Op,
    Publish,
    RefreshUrl,
    Rejoin,
    RenewToken,
    RotateUrl,
    SendMessage,
    SetInfo,
    SetLocalMute,
    SetRole,
    Subscribe,
    TokenExpired,
    TokenExpiring,
    Unpublish,
    Unsubscribe,
)
from lianmai.core.sentences import sentence
from lianmai.server.hub.addresses import Addresses
from lianmai.server.hub.admission import Admission
from lianmai.server.hub.directory import Directory, Member
from lianmai.server.hub.effects import Effect, Refuse, Reply
from lianmai.server.hub.keeper import Keeper
from lianmai.server.hub.limits import Limits
from lianmai.server.hub.membership import Membership, Visitor
from lianmai.server.hub.pace import Pace
from lianmai.server.hub.streaming import Streaming
from lianmai.server.hub.talking import Talking


@dataclass
class _Connection:
    """A socket: who is behind it, since when it has joined nothing, how much it asks."""

    visitor: Visitor
    idle_since_s: float
    pace: Pace
    room: str = ""
    uid: str = ""


class Hub:
    """Rooms behind connections. Never raises for what a client sends."""

    def __init__(
        self, directory: Directory, addresses: Addresses, admission: Admission, limits: Limits
    ) -> None:
        self.limits = limits
        self._connections: dict[str, _Connection] = {}
        self._keeper = Keeper(directory, limits)
        self._membership = Membership(self._keeper, admission)
        self._streaming = Streaming(self._keeper, addresses)
        self._talking = Talking(self._keeper)

    @property
    def connection_count(self) -> int:
        """How many connections there are, joined or not."""
        return len(self._connections)

    def connect(self, peer_id: str, host: str, now_s: float) -> None:
        """Take notice of a new connection that reached this server by the name *host*."""
        pace = Pace(self.limits.requests_per_s, self.limits.request_burst, now_s)
        self._connections[peer_id] = _Connection(Visitor(peer_id, host), now_s, pace)

    def receive(self, peer_id: str, op: Op[Any], now_s: float) -> list[Effect]:
        """Return what *op* of *peer_id* leads to: its answer first, then what others hear."""
        if (connection := self._connections.get(peer_id)) is None:
            return []
        if not connection.pace.allows(now_s):
            return [_too_many(peer_id)]
        try:
            answer: Effect = Reply(peer_id, self._handle(connection, cast(AnyOp, op), now_s))
        except RoomError as error:
            answer = Refuse(peer_id, ErrorCode(error.code), str(error))
        return [answer, *self._keeper.take_effects()]

    def misunderstand(
        self, peer_id: str, code: ErrorCode, reason: str, now_s: float
    ) -> list[Effect]:
        """Return the answer to something that is no request; it counts like one."""
        if (connection := self._connections.get(peer_id)) is None:
            return []
        is_too_many = not connection.pace.allows(now_s)
        return [_too_many(peer_id) if is_too_many else Refuse(peer_id, code, reason)]

    def disconnect(self, peer_id: str, now_s: float) -> list[Effect]:
        """Note that a connection is gone: its membership waits for `Rejoin`, unseen by others."""
        connection = self._connections.pop(peer_id, None)
        if connection is not None and (member := self._member_of(connection)) is not None:
            self._keeper.put(replace(member, connection="", lost_s=now_s))
        return self._keeper.take_effects()

    def tick(self, now_s: float) -> list[Effect]:
        """Return what the mere passing of time leads to; call it a few times a second."""
        for peer_id, connection in self._connections.items():
            is_idle = self._member_of(connection) is None
            if is_idle and now_s - connection.idle_since_s >= self.limits.entry_s:
                self._keeper.close(peer_id)
        for room in tuple(self._keeper.directory.rooms()):
            for uid in tuple(self._keeper.directory.members(room)):
                self._age(room, uid, now_s)
        return self._keeper.take_effects()

    def _handle(self, connection: _Connection, op: AnyOp, now_s: float) -> Struct:
        member = self._member_of(connection)
        if isinstance(op, Join | Rejoin):
            if member is not None:
                raise RoomError(
                    ErrorCode.ALREADY_JOINED, sentence("Already in a room; leave it first.")
                )
            return self._enter(connection, op, now_s)
        if member is None:
            raise RoomError(ErrorCode.NOT_JOINED, sentence("Join a room first."))
        if isinstance(op, Leave):
            connection.idle_since_s = now_s
            self._keeper.remove(replace(member, connection=""), "left")
            return Done()
        return self._serve(member, op, now_s)

    def _enter(self, connection: _Connection, op: Join | Rejoin, now_s: float) -> Struct:
        if isinstance(op, Join):
            member, snapshot = self._membership.join(connection.visitor, op, now_s)
        else:
            member, snapshot = self._membership.rejoin(connection.visitor, op)
        connection.room, connection.uid = member.room, member.uid
        return snapshot

    def _serve(  # noqa: C901  # one line a request: the table of what a member can ask
        self, member: Member, op: AnyOp, now_s: float
    ) -> Struct:
        match op:
            case Publish(media):
                return self._streaming.publish(member, media, now_s)
            case Unpublish(media):
                return self._streaming.unpublish(member, media)
            case Subscribe(uid, media):
                return self._streaming.subscribe(member, uid, media, now_s)
            case Unsubscribe():
                return Done()  # a stream is pulled without the hub: there is nothing to end
            case RefreshUrl(uid, media):
                return self._streaming.refresh(member, uid, media, now_s)
            case RotateUrl(uid, media):
                return self._streaming.rotate(member, uid, media, now_s)
            case SetRole(role):
                return self._membership.set_role(member, role)
            case RenewToken():
                return self._membership.renew_token(member, op, now_s)
            case Kick(uid):
                return self._membership.kick(member, uid)
            case CloseRoom():
                return self._membership.close_room(member)
            case SetLocalMute():
                return self._talking.set_local_mute(member, op)
            case SendMessage():
                return self._talking.send_message(member, op)
            case SetInfo():
                return self._talking.set_info(member, op)
            case Join() | Rejoin() | Leave():
                raise AssertionError("entering and leaving are handled before")
            case _:
                assert_never(op)

    def _member_of(self, connection: _Connection) -> Member | None:
        """Return the member behind *connection*, unless it has been removed or taken over."""
        member = self._keeper.find(connection.room, connection.uid)
        is_own = member is not None and member.connection == connection.visitor.peer_id
        return member if is_own else None

    def _age(self, room: str, uid: str, now_s: float) -> None:
        """Do what time has brought on for a member, which another's end may have changed."""
        if (member := self._keeper.find(room, uid)) is None:
            return
        if not member.connection and now_s - member.lost_s >= self.limits.grace_s:
            self._keeper.remove(member, "timeout")
            return
        for stream in member.streams:
            if stream.old_name and now_s >= stream.old_ends_s:
                member = self._keeper.end_old_name(member, stream)
        left_s = member.token_ends_s - now_s
        if left_s <= -self.limits.grace_s:
            self._membership.expel(member, "server", ErrorCode.TOKEN_EXPIRED)
        elif left_s <= 0 and member.token_told != "expired":
            self._keeper.tell([member], TokenExpired())
            self._keeper.put(replace(member, token_told="expired"))
        elif 0 < left_s <= self.limits.warning_s and not member.token_told:
            self._keeper.tell([member], TokenExpiring(int(left_s)))
            self._keeper.put(replace(member, token_told="expiring"))


def _too_many(peer_id: str) -> Refuse:
    return Refuse(peer_id, ErrorCode.TOO_MANY_REQUESTS, sentence("Too many requests; slow down."))
