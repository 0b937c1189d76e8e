"""A room as one member knows it: events go in, the present state can be read."""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from msgspec.structs import replace

from lianmai.core.messages import (
    Event,
    InfoChanged,
    Kicked,
    LinkClosed,
    LinkLost,
    LinkOpen,
    LinkRestored,
    LinkRetrying,
    Media,
    Message,
    MessageIgnored,
    Peer,
    PeerJoined,
    PeerLeft,
    PeerUpdated,
    RemoteMuteChanged,
    RoomClosed,
    RoomJoined,
    Snapshot,
    StreamAdded,
    StreamId,
    StreamRemoved,
    TokenExpired,
    TokenExpiring,
    UrlChanged,
    slot_of,
)

LinkState: TypeAlias = Literal["closed", "opening", "open", "retrying"]


class Room:
    """Who is here and what they send. `apply` brings it up to date; nothing else changes it."""

    def __init__(self) -> None:
        self.name = ""
        self.uid = ""
        self.link: LinkState = "opening"
        self.peers: dict[str, Peer] = {}
        self.info: dict[str, str] = {}

    @property
    def me(self) -> Peer | None:
        """Own membership, once joined."""
        return self.peers.get(self.uid)

    @property
    def others(self) -> list[Peer]:
        """Everybody else, in order of arrival."""
        return [peer for peer in self.peers.values() if peer.uid != self.uid]

    @property
    def remote_streams(self) -> list[StreamId]:
        """Every stream that can be subscribed, in order of arrival of its peer."""
        return [stream_id for peer in self.others for stream_id in peer.stream_ids]

    def apply(self, event: Event) -> None:
        """Bring the room up to date with one *event*."""
        match event:
            case RoomJoined(snapshot) | LinkRestored(snapshot):
                self._replace(snapshot)
            case PeerJoined(peer) | PeerUpdated(peer):
                self.peers[peer.uid] = peer
            case PeerLeft(uid):
                self.peers.pop(uid, None)
            case StreamAdded(uid, media):
                self._set_stream(uid, media, present=True)
            case StreamRemoved(uid, media):
                self._set_stream(uid, media, present=False)
            case RemoteMuteChanged(uid, media, muted):
                self._set_mute(uid, media, muted=muted)
            case InfoChanged(_, key, value, uid):
                self._set_info(uid, key, value)
            case LinkOpen() | LinkLost() | LinkRetrying() | LinkClosed():
                self._set_link(event)
            case (
                UrlChanged()
                | Kicked()
                | RoomClosed()
                | Message()
                | MessageIgnored()
                | TokenExpiring()
                | TokenExpired()
            ):
                pass
            case _:
                assert_never(event)

    def _replace(self, snapshot: Snapshot) -> None:
        self.name, self.uid, self.link = snapshot.room, snapshot.uid, "open"
        self.peers = {peer.uid: peer for peer in snapshot.peers}
        self.info = dict(snapshot.info)

    def _set_link(self, event: LinkOpen | LinkLost | LinkRetrying | LinkClosed) -> None:
        match event:
            case LinkOpen():
                self.link = "open"
            case LinkLost() | LinkRetrying():
                self.link = "retrying"
            case LinkClosed():
                self.link = "closed"

    def _set_stream(self, uid: str, media: Media, *, present: bool) -> None:
        if (peer := self.peers.get(uid)) is None:
            return
        rest = tuple(known for known in peer.streams if slot_of(known) != slot_of(media))
        self.peers[uid] = replace(peer, streams=(*rest, media) if present else rest)

    def _set_mute(self, uid: str, media: Media, *, muted: bool) -> None:
        if (peer := self.peers.get(uid)) is None:
            return
        rest = tuple(known for known in peer.muted if known != media)
        self.peers[uid] = replace(peer, muted=(*rest, media) if muted else rest)

    def _set_info(self, uid: str, key: str, value: str) -> None:
        if not uid:
            self.info = _with(self.info, key, value)
        elif (peer := self.peers.get(uid)) is not None:
            self.peers[uid] = replace(peer, info=_with(peer.info, key, value))


def _with(info: dict[str, str], key: str, value: str) -> dict[str, str]:
    """Return *info* with *key* set, or without it when *value* is empty."""
    return {name: text for name, text in (info | {key: value}).items() if text}
