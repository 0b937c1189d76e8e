"""Changes rooms, and notes who has to hear of it and what the sockets' side has to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lianmai.core.messages import (
    Message,
    Peer,
    PeerLeft,
    PeerUpdated,
    ServerEvent,
    Slot,
    StreamRemoved,
)
from lianmai.server.hub.directory import Directory, Member, Stream
from lianmai.server.hub.effects import Close, Effect, EndStream, Notify
from lianmai.server.hub.limits import Limits


class Keeper:
    """The rooms, and the effects of what was just changed in them.

    Every member hears of every change of its room, whoever caused it: applying events is enough
    to know the room. The exceptions are entering and leaving, which one does not see of oneself.
    """

    def __init__(self, directory: Directory, limits: Limits) -> None:
        self.directory = directory
        self.limits = limits
        self._effects: list[Effect] = []

    def take_effects(self) -> list[Effect]:
        """Return what was noted since the last call, in order."""
        effects, self._effects = self._effects, []
        return effects

    # --- telling --------------------------------------------------------------------------

    def tell(self, members: Iterable[Member], event: ServerEvent) -> None:
        """Send *event* to those of *members* whose link is up."""
        peer_ids = tuple(member.connection for member in members if member.connection)
        if peer_ids:
            self._effects.append(Notify(peer_ids, event))

    def tell_room(self, room: str, event: ServerEvent, but: str = "") -> None:
        """Send *event* to everybody in *room* except the uid *but*."""
        self.tell((it for it in self.directory.members(room).values() if it.uid != but), event)

    def deliver(self, members: Iterable[Member], message: Message, *, reliable: bool) -> None:
        """Send *message*; keep a *reliable* one for those whose link is lost, the newest ones."""
        receivers = list(members)
        self.tell(receivers, message)
        if not reliable:
            return
        for member in receivers:
            if not member.connection:
                missed = (*member.missed, message)[-self.limits.missed_messages :]
                self.put(replace(member, missed=missed))

    def close(self, peer_id: str) -> None:
        """Close the connection *peer_id*, if there is one."""
        if peer_id:
            self._effects.append(Close(peer_id))

    # --- changing -------------------------------------------------------------------------

    def put(self, member: Member) -> Member:
        """Store *member* and return it."""
        self.directory.put(member)
        return member

    def find(self, room: str, uid: str) -> Member | None:
        """Return a member."""
        return self.directory.members(room).get(uid)

    def remove(self, member: Member, reason: str) -> None:
        """End a membership: its streams end, the others see it leave, a new host is found."""
        member = self.end_streams(member, reason)
        self.directory.remove(member)
        self.tell_room(member.room, PeerLeft(member.uid, reason))
        self.appoint_host(member.room)

    def forget(self, member: Member) -> None:
        """End a membership that nobody is left to hear of."""
        self._end_names(*(name for stream in member.streams for name in stream.names))
        self.directory.remove(member)

    def update_peer(self, member: Member, peer: Peer) -> Member:
        """Change what the others see of *member*, and show them."""
        member = self.put(replace(member, peer=peer))
        self.tell_room(member.room, PeerUpdated(peer))
        return member

    def appoint_host(self, room: str) -> None:
        """See that the room has a host as long as it has a broadcaster: the longest present."""
        members = self.directory.members(room).values()
        if any(member.peer.is_host for member in members):
            return
        heir = next((it for it in members if it.peer.role == "broadcaster"), None)
        if heir is not None:
            self.update_peer(heir, heir.with_peer(is_host=True).peer)

    # --- streams --------------------------------------------------------------------------

    def end_streams(self, member: Member, reason: str) -> Member:
        """End every stream of *member*."""
        for slot in [stream.slot for stream in member.streams]:
            member = self.end_stream(member, slot, reason)
        return member

    def end_stream(self, member: Member, slot: Slot, reason: str) -> Member:
        """End the stream in *slot* and show that; nothing happens if there is none."""
        if (stream := member.stream(slot)) is None:
            return member
        member = self.put(member.without_stream(slot))
        self.tell_room(member.room, StreamRemoved(member.uid, stream.media, reason))
        self._end_names(*stream.names)
        return member

    def end_old_name(self, member: Member, stream: Stream) -> Member:
        """End the replaced address of *stream*, if there is one still."""
        if not stream.old_name:
            return member
        self._end_names(stream.old_name)
        fresh = replace(stream, old_name="", old_ends_s=0.0)
        streams = tuple(fresh if it is stream else it for it in member.streams)
        return self.put(replace(member, streams=streams))

    def _end_names(self, *names: str) -> None:
        self._effects.extend(EndStream(name) for name in names)
