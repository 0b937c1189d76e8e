"""What members say about themselves and to each other: messages, info, mutes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from lianmai.core.errors import RoomError
from lianmai.core.messages import (
    Done,
    ErrorCode,
    InfoChanged,
    Media,
    Message,
    RemoteMuteChanged,
    SendMessage,
    SetInfo,
    SetLocalMute,
)
from lianmai.core.sentences import sentence
from lianmai.server.hub.directory import Member
from lianmai.server.hub.keeper import Keeper
from lianmai.server.hub.membership import check_host

_KEY_CHARS = 64


class Talking:
    """The requests that only tell something. Each raises `RoomError` or answers."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def send_message(self, member: Member, op: SendMessage) -> Done:
        """Pass text on to everybody else, or to one peer."""
        limit = self._keeper.limits.message_bytes
        if len(op.body.encode()) > limit:
            raise _bad_params(
                sentence("A message has {limit} bytes at most; shorten it.", limit=limit)
            )
        if op.to or op.scope != "room":
            receivers, scope = [self._receiver(member, op.to)], "user"
        else:
            everybody = self._keeper.directory.members(member.room).values()
            receivers, scope = [it for it in everybody if it.uid != member.uid], "room"
        message = Message(member.uid, "user" if scope == "user" else "room", op.body)
        self._keeper.deliver(receivers, message, reliable=op.reliable)
        return Done()

    def set_info(self, member: Member, op: SetInfo) -> Done:
        """Attach text to the room, which is for its host, or to oneself."""
        if not 0 < len(op.key) <= _KEY_CHARS:
            raise _bad_params(
                sentence("A key has 1 to {key_chars} characters.", key_chars=_KEY_CHARS)
            )
        if op.scope == "room":
            self._set_room_info(member, op)
        else:
            self._set_own_info(member, op)
        return Done()

    def set_local_mute(self, member: Member, op: SetLocalMute) -> Done:
        """Show that *member* has stopped or resumed sending; "all" is sound and picture."""
        medias: tuple[Media, ...] = ("audio", "video") if op.media == "all" else (op.media,)
        for media in medias:
            if (media in member.peer.muted) != op.on:
                rest = tuple(it for it in member.peer.muted if it != media)
                member = member.with_peer(muted=(*rest, media) if op.on else rest)
                self._keeper.put(member)
                self._keeper.tell_room(member.room, RemoteMuteChanged(member.uid, media, op.on))
        return Done()

    def _receiver(self, sender: Member, uid: str) -> Member:
        if not uid:
            raise _bad_params(sentence("Say to whom the message goes."))
        if (receiver := self._keeper.find(sender.room, uid)) is None:
            raise RoomError(ErrorCode.NO_SUCH_PEER, sentence("There is no such peer in the room."))
        return receiver

    def _set_room_info(self, member: Member, op: SetInfo) -> None:
        check_host(member)
        before = self._keeper.directory.info(member.room)
        after = _changed(before, op, self._keeper.limits.room_info_bytes)
        if after != before:
            self._keeper.directory.set_info(member.room, after)
            self._keeper.tell_room(member.room, InfoChanged("room", op.key, op.value))

    def _set_own_info(self, member: Member, op: SetInfo) -> None:
        after = _changed(member.peer.info, op, self._keeper.limits.own_info_bytes)
        if after != member.peer.info:
            self._keeper.put(member.with_peer(info=after))
            event = InfoChanged(op.scope, op.key, op.value, member.uid)
            self._keeper.tell_room(member.room, event)


def _changed(before: Mapping[str, str], op: SetInfo, limit_bytes: int) -> dict[str, str]:
    """Return *before* with the change, if that is not too much to hand to every newcomer."""
    after = {key: text for key, text in (dict(before) | {op.key: op.value}).items() if text}
    if len(msgspec.json.encode(after)) > limit_bytes:
        raise _bad_params(
            sentence("All info together has {limit_bytes} bytes at most.", limit_bytes=limit_bytes)
        )
    return after


def _bad_params(reason: str) -> RoomError:
    return RoomError(ErrorCode.INVALID_PARAMS, reason)
