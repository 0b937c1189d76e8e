"""Who is in which room: the hub's whole memory, behind an interface that servers could share.

Records are frozen and replaced whole, so that a store outside this process can hold them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from msgspec import structs

from lianmai.core.messages import Media, Message, Peer, Slot, StreamId


@dataclass(frozen=True)
class Stream:
    """One published stream. *name* is the relay's; *old_name* still works until *old_ends_s*."""

    slot: Slot
    media: Media
    name: str
    old_name: str = ""
    old_ends_s: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which the relay carries it now."""
        return (self.name, self.old_name) if self.old_name else (self.name,)


@dataclass(frozen=True)
class Member:
    """One membership. *connection* is empty while the link is lost, since *lost_s*.

    *host* is the name by which the member reached this server, hence reaches its relay;
    *missed* are messages to deliver when the link is back.
    """

    room: str
    peer: Peer
    session: str = field(repr=False)
    connection: str
    host: str
    lost_s: float = 0.0
    streams: tuple[Stream, ...] = ()
    may_broadcast: bool = True
    token_ends_s: float = float("inf")
    token_told: Literal["", "expiring", "expired"] = ""
    missed: tuple[Message, ...] = ()

    @property
    def uid(self) -> str:
        """Who it is."""
        return self.peer.uid

    def stream(self, slot: Slot) -> Stream | None:
        """Return the stream in *slot*, if it is published."""
        return next((it for it in self.streams if it.slot == slot), None)

    def with_stream(self, stream: Stream) -> Member:
        """Return the member publishing *stream* as the newest in its slot."""
        return self.without_stream(stream.slot)._with_streams(stream)

    def without_stream(self, slot: Slot) -> Member:
        """Return the member without the stream in *slot*."""
        rest = tuple(it for it in self.streams if it.slot != slot)
        return replace(self, streams=rest)._with_streams()

    def with_peer(self, **changes: object) -> Member:
        """Return the member with *changes* to what the others see."""
        return replace(self, peer=structs.replace(self.peer, **changes))

    def _with_streams(self, *more: Stream) -> Member:
        streams = (*self.streams, *more)
        return replace(self, streams=streams).with_peer(streams=tuple(it.media for it in streams))


class Directory(Protocol):
    """Rooms and their members. A room exists as long as it has a member."""

    def rooms(self) -> Collection[str]:
        """Return the names of all rooms."""

    def members(self, room: str) -> Mapping[str, Member]:
        """Return the members of *room* by uid, in order of arrival; empty if there is no room."""

    def info(self, room: str) -> Mapping[str, str]:
        """Return the text attached to *room*."""

    def put(self, member: Member) -> None:
        """Add *member*, or replace its record."""

    def remove(self, member: Member) -> None:
        """Forget *member*, and its room with the last one."""

    def set_info(self, room: str, info: Mapping[str, str]) -> None:
        """Replace the text attached to *room*."""

    def owner_of(self, stream_name: str) -> tuple[str, StreamId] | None:
        """Return the room and the stream which the relay's *stream_name* now stands for."""


class MemoryDirectory:
    """A directory for one server, in this process."""

    def __init__(self) -> None:
        self._members: dict[str, dict[str, Member]] = {}
        self._info: dict[str, Mapping[str, str]] = {}
        self._owners: dict[str, tuple[str, StreamId]] = {}

    def rooms(self) -> Collection[str]:
        """Return the names of all rooms."""
        return self._members.keys()

    def members(self, room: str) -> Mapping[str, Member]:
        """Return the members of *room* by uid, in order of arrival; empty if there is no room."""
        return self._members.get(room, {})

    def info(self, room: str) -> Mapping[str, str]:
        """Return the text attached to *room*."""
        return self._info.get(room, {})

    def put(self, member: Member) -> None:
        """Add *member*, or replace its record."""
        members = self._members.setdefault(member.room, {})
        if (before := members.get(member.uid)) is not None:
            self._forget_names(before)
        members[member.uid] = member
        for name, stream_id in _names(member):
            self._owners[name] = member.room, stream_id

    def remove(self, member: Member) -> None:
        """Forget *member*, and its room with the last one."""
        members = self._members.get(member.room, {})
        if (before := members.pop(member.uid, None)) is not None:
            self._forget_names(before)
        if not members:
            self._members.pop(member.room, None)
            self._info.pop(member.room, None)

    def set_info(self, room: str, info: Mapping[str, str]) -> None:
        """Replace the text attached to *room*."""
        if room in self._members:
            self._info[room] = dict(info)

    def owner_of(self, stream_name: str) -> tuple[str, StreamId] | None:
        """Return the room and the stream which the relay's *stream_name* now stands for."""
        return self._owners.get(stream_name)

    def _forget_names(self, member: Member) -> None:
        for name, _ in _names(member):
            self._owners.pop(name, None)


def _names(member: Member) -> Iterator[tuple[str, StreamId]]:
    """Yield every name the relay knows for a stream of *member*, with the stream."""
    for stream in member.streams:
        for name in stream.names:
            yield name, StreamId(member.uid, stream.slot)
