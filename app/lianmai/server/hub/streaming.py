"""Publishing and subscribing: which streams there are, and their addresses."""

from __future__ import annotations

from dataclasses import replace

from lianmai.core.errors import RoomError
from lianmai.core.messages import (
    Address,
    Done,
    ErrorCode,
    Media,
    StreamAdded,
    StreamId,
    UrlChanged,
    slot_of,
)
from lianmai.core.sentences import sentence
from lianmai.server.hub.addresses import Addresses, new_stream_name
from lianmai.server.hub.directory import Member, Stream
from lianmai.server.hub.keeper import Keeper


class Streaming:
    """The requests about streams. Each raises `RoomError` or answers."""

    def __init__(self, keeper: Keeper, addresses: Addresses) -> None:
        self._keeper = keeper
        self._addresses = addresses

    def publish(self, member: Member, media: Media, now_s: float) -> Address:
        """Announce *media*; sound and main picture, announced one by one, share a stream."""
        self._check_publisher(member)
        slot = slot_of(media)
        stream = member.stream(slot)
        if stream is None:
            stream = Stream(slot, media, new_stream_name(member.room, member.uid, slot))
            self._show(member, stream)
        elif stream.media not in (media, "all"):
            self._show(member, replace(stream, media="all"))
        return self._addresses.to_push(member.host, stream.name, now_s)

    def unpublish(self, member: Member, media: Media) -> Done:
        """Withdraw *media*; without sound the picture may stay, and the other way round."""
        stream = member.stream(slot_of(media))
        if stream is None or not _carries(stream.media, media):
            raise _no_stream(member.uid)
        if media in (stream.media, "all"):
            self._keeper.end_stream(member, stream.slot, "unpublished")
        else:
            self._show(member, replace(stream, media="video" if media == "audio" else "audio"))
        return Done()

    def subscribe(self, member: Member, uid: str, media: Media, now_s: float) -> Address:
        """Return where to pull a peer's stream."""
        check_token(member)
        _, stream = self._find(member.room, uid, media)
        return self._addresses.to_pull(member.host, stream.name, now_s)

    def refresh(self, member: Member, uid: str, media: Media, now_s: float) -> Address:
        """Return a usable address with a fresh key, for pushing when *uid* is the asker's own."""
        if uid != member.uid:
            return self.subscribe(member, uid, media, now_s)
        check_token(member)
        _, stream = self._find(member.room, uid, media)
        return self._addresses.to_push(member.host, stream.name, now_s)

    def rotate(self, member: Member, uid: str, media: Media, now_s: float) -> Done:
        """Replace a stream's address; the old one works for a while, so that players can swap."""
        check_token(member)
        if uid != member.uid and not member.peer.is_host:
            raise RoomError(
                ErrorCode.NOT_ALLOWED, sentence("Only its owner or the host may do that.")
            )
        owner, stream = self._find(member.room, uid, media)
        owner = self._keeper.end_old_name(owner, stream)
        fresh = replace(
            stream,
            name=new_stream_name(owner.room, owner.uid, stream.slot),
            old_name=stream.name,
            old_ends_s=now_s + self._keeper.limits.overlap_s,
        )
        streams = tuple(fresh if it.slot == fresh.slot else it for it in owner.streams)
        self._announce(self._keeper.put(replace(owner, streams=streams)), fresh, now_s)
        return Done()

    def _show(self, member: Member, stream: Stream) -> None:
        self._keeper.put(member.with_stream(stream))
        self._keeper.tell_room(member.room, StreamAdded(member.uid, stream.media))

    def _announce(self, owner: Member, stream: Stream, now_s: float) -> None:
        """Tell the owner where to push and the others where to pull, each by its own host."""
        push = self._addresses.to_push(owner.host, stream.name, now_s)
        self._keeper.tell([owner], UrlChanged(owner.uid, stream.media, push))
        others: dict[str, list[Member]] = {}
        for member in self._keeper.directory.members(owner.room).values():
            if member.uid != owner.uid:
                others.setdefault(member.host, []).append(member)
        for host, members in others.items():
            pull = self._addresses.to_pull(host, stream.name, now_s)
            self._keeper.tell(members, UrlChanged(owner.uid, stream.media, pull))

    def _find(self, room: str, uid: str, media: Media) -> tuple[Member, Stream]:
        if (owner := self._keeper.find(room, uid)) is None:
            raise RoomError(ErrorCode.NO_SUCH_PEER, sentence("There is no such peer in the room."))
        if (stream := owner.stream(slot_of(media))) is None:
            raise _no_stream(uid)
        return owner, stream

    def _check_publisher(self, member: Member) -> None:
        check_token(member)
        if member.peer.role != "broadcaster":
            raise RoomError(
                ErrorCode.AUDIENCE_CANNOT_PUBLISH,
                sentence("An audience member cannot publish; become a broadcaster first."),
            )
        members = self._keeper.directory.members(member.room).values()
        limit = self._keeper.limits.publishers
        if not member.streams and sum(bool(it.streams) for it in members) >= limit:
            raise RoomError(
                ErrorCode.TOO_MANY_PUBLISHERS,
                sentence("The room is full: {limit} peers publish already.", limit=limit),
            )


def check_token(member: Member) -> None:
    """Return if the member's token is still good.

    Raises:
        RoomError: If it has expired.
    """
    if member.token_told == "expired":
        raise RoomError(ErrorCode.TOKEN_EXPIRED, sentence("The token has expired; renew it first."))


def _carries(carried: Media, media: Media) -> bool:
    """Return whether a stream of *carried* has any of *media*."""
    return carried == media or "all" in (carried, media)


def _no_stream(uid: str) -> RoomError:
    return RoomError(
        ErrorCode.NO_SUCH_STREAM, sentence("{uid} does not publish that.", uid=StreamId(uid))
    )
