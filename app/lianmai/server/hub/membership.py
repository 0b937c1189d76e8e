"""Entering, coming back, leaving; roles, tokens, and what a host may do."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, replace

from msgspec import structs

from lianmai.core.errors import RoomError
from lianmai.core.messages import (
    Done,
    ErrorCode,
    Join,
    Kicked,
    KickReason,
    Peer,
    PeerJoined,
    Rejoin,
    RenewToken,
    Role,
    RoomClosed,
    Snapshot,
)
from lianmai.core.sentences import sentence
from lianmai.server.hub.admission import Admission, Pass, check_role
from lianmai.server.hub.directory import Member
from lianmai.server.hub.keeper import Keeper


@dataclass(frozen=True)
class Visitor:
    """A connection at the door: its id, and the host by which it reached this server."""

    peer_id: str
    host: str


class Membership:
    """The requests that make, change and end memberships. Each raises `RoomError` or answers."""

    def __init__(self, keeper: Keeper, admission: Admission) -> None:
        self._keeper = keeper
        self._admission = admission

    def join(self, visitor: Visitor, op: Join, now_s: float) -> tuple[Member, Snapshot]:
        """Make a new member, in place of one with the same uid."""
        rights = self._admission.admit(op.room, op.uid, op.token, now_s)
        check_role(op.role, rights.may_broadcast)
        self._check_name(op.name)
        uid = rights.uid or _free_uid()
        earlier = self._keeper.find(op.room, uid)
        if earlier is None:
            self._check_space(op.room)
        else:
            self.expel(earlier, "duplicate")
        member = self._enter(visitor, op, replace(rights, uid=uid))
        return member, self.snapshot(member)

    def rejoin(self, visitor: Visitor, op: Rejoin) -> tuple[Member, Snapshot]:
        """Give a membership to a new connection; the old one, if still there, is closed."""
        member = self._keeper.find(op.room, op.uid)
        if member is None or not _is_same(member.session, op.session):
            raise RoomError(
                ErrorCode.SESSION_EXPIRED, sentence("This membership is over; join again.")
            )
        self._keeper.close(member.connection)
        back = replace(member, connection=visitor.peer_id, host=visitor.host, lost_s=0.0, missed=())
        self._keeper.put(back)
        for message in member.missed:
            self._keeper.tell([back], message)
        return back, self.snapshot(back)

    def snapshot(self, member: Member) -> Snapshot:
        """Return the room as *member* has to know it."""
        directory = self._keeper.directory
        return Snapshot(
            room=member.room,
            uid=member.uid,
            session=member.session,
            peers=tuple(it.peer for it in directory.members(member.room).values()),
            grace_s=self._keeper.limits.grace_s,
            info=dict(directory.info(member.room)),
        )

    def set_role(self, member: Member, role: Role) -> Done:
        """Make *member* a broadcaster or an audience member, whose streams end."""
        check_role(role, member.may_broadcast)
        if role != member.peer.role:
            self._change_role(member, role)
        return Done()

    def renew_token(self, member: Member, op: RenewToken, now_s: float) -> Done:
        """Take the rights of a newer token; one that only lets watch ends broadcasting."""
        rights = self._admission.admit(member.room, member.uid, op.token, now_s)
        member = self._keeper.put(
            replace(
                member,
                may_broadcast=rights.may_broadcast,
                token_ends_s=rights.ends_s,
                token_told="",
            )
        )
        if member.peer.role == "broadcaster" and not rights.may_broadcast:
            self._change_role(member, "audience")
        return Done()

    def kick(self, host: Member, uid: str) -> Done:
        """Remove *uid* in the name of the room's host."""
        check_host(host)
        if uid == host.uid:
            raise RoomError(ErrorCode.NOT_ALLOWED, sentence("To remove yourself, leave."))
        if (member := self._keeper.find(host.room, uid)) is None:
            raise RoomError(ErrorCode.NO_SUCH_PEER, sentence("There is no such peer in the room."))
        self.expel(member, "server")
        return Done()

    def expel(self, member: Member, reason: KickReason, code: int = 0) -> None:
        """Remove *member*, tell it why, and close its connection."""
        self._keeper.tell([member], Kicked(reason, code))
        self._keeper.close(member.connection)
        self._keeper.remove(
            replace(member, connection=""), "kicked" if reason == "server" else reason
        )

    def close_room(self, host: Member) -> Done:
        """Dismiss the room: everybody is told, and nobody is left."""
        check_host(host)
        everybody = list(self._keeper.directory.members(host.room).values())
        self._keeper.tell(everybody, RoomClosed(host.room))
        for member in everybody:
            self._keeper.forget(member)
            self._keeper.close(member.connection)
        return Done()

    def _enter(self, visitor: Visitor, op: Join, rights: Pass) -> Member:
        peer = Peer(rights.uid, name=op.name, role=op.role)
        members = self._keeper.directory.members(op.room).values()
        if op.role == "broadcaster" and not any(it.peer.is_host for it in members):
            peer = structs.replace(peer, is_host=True)
        self._keeper.tell_room(op.room, PeerJoined(peer))
        return self._keeper.put(
            Member(
                room=op.room,
                peer=peer,
                session=secrets.token_urlsafe(16),
                connection=visitor.peer_id,
                host=visitor.host,
                may_broadcast=rights.may_broadcast,
                token_ends_s=rights.ends_s,
            )
        )

    def _change_role(self, member: Member, role: Role) -> None:
        if role == "audience":
            member = self._keeper.end_streams(member, "role")
        is_host = member.peer.is_host and role == "broadcaster"
        self._keeper.update_peer(member, member.with_peer(role=role, is_host=is_host).peer)
        self._keeper.appoint_host(member.room)

    def _check_name(self, name: str) -> None:
        if len(name) > self._keeper.limits.name_chars or not _is_printable(name):
            raise RoomError(
                ErrorCode.INVALID_PARAMS,
                sentence(
                    "A name has up to {name_chars} printable characters.",
                    name_chars=self._keeper.limits.name_chars,
                ),
            )

    def _check_space(self, room: str) -> None:
        directory, limits = self._keeper.directory, self._keeper.limits
        if len(directory.members(room)) >= limits.members:
            raise RoomError(
                ErrorCode.ROOM_FULL,
                sentence("The room is full: it holds {members} members.", members=limits.members),
            )
        if room not in directory.rooms() and len(directory.rooms()) >= limits.rooms:
            raise RoomError(
                ErrorCode.SERVER_FULL,
                sentence("The server is full: it holds {rooms} rooms.", rooms=limits.rooms),
            )


def check_host(member: Member) -> None:
    """Return if *member* is its room's host.

    Raises:
        RoomError: If not.
    """
    if not member.peer.is_host:
        raise RoomError(ErrorCode.NOT_ALLOWED, sentence("Only the host of the room may do that."))


def _is_printable(text: str) -> bool:
    """Return whether *text* can be shown; emoji are joined by a character that is not printable."""
    return text.replace("\u200d", "").isprintable()


def _free_uid() -> str:
    return f"guest-{secrets.token_hex(4)}"


def _is_same(session: str, claimed: str) -> bool:
    return hmac.compare_digest(session.encode(), claimed.encode())
