"""Room events as journal lines: a name and flat fields, without secrets."""

from __future__ import annotations

from typing import assert_never

from lianmai.core.journal import Value
from lianmai.core.messages import (
    Event,
    InfoChanged,
    Kicked,
    LinkClosed,
    LinkLost,
    LinkOpen,
    LinkRestored,
    LinkRetrying,
    Message,
    MessageIgnored,
    PeerJoined,
    PeerLeft,
    PeerUpdated,
    RemoteMuteChanged,
    RoomClosed,
    RoomJoined,
    StreamAdded,
    StreamRemoved,
    TokenExpired,
    TokenExpiring,
    UrlChanged,
)
from lianmai.core.rpc import wire_name


def event_name(event: Event) -> str:
    """Return the name of *event* in the neutral vocabulary."""
    return wire_name(type(event))


def narrate(event: Event) -> dict[str, Value]:  # noqa: C901  # one line a case, none can be split off
    """Return what *event* says, leaving out addresses and the session, which hold secrets."""
    match event:
        case RoomJoined(snapshot) | LinkRestored(snapshot):
            return {"room": snapshot.room, "uid": snapshot.uid, "peers": len(snapshot.peers)}
        case PeerJoined(peer) | PeerUpdated(peer):
            return {"uid": peer.uid, "peer_name": peer.name, "role": peer.role}
        case PeerLeft(uid, reason):
            return {"uid": uid, "reason": reason}
        case StreamAdded(uid, media) | UrlChanged(uid, media):
            return {"uid": uid, "media": media}
        case StreamRemoved(uid, media, reason):
            return {"uid": uid, "media": media, "reason": reason}
        case RemoteMuteChanged(uid, media, muted):
            return {"uid": uid, "media": media, "muted": muted}
        case Kicked(reason, code):
            return {"reason": reason, "code": code}
        case RoomClosed(room):
            return {"room": room}
        case Message(sender, scope, body):
            return {"from": sender, "scope": scope, "body": body}
        case InfoChanged(scope, key, value, uid):
            return {"scope": scope, "key": key, "value": value, "uid": uid}
        case TokenExpiring(seconds_left):
            return {"seconds_left": seconds_left}
        case LinkLost(reason) | MessageIgnored(reason):
            return {"reason": reason}
        case LinkRetrying(attempt, wait_s):
            return {"attempt": attempt, "wait_s": wait_s}
        case LinkClosed(reason, detail):
            return {"reason": reason, "detail": detail}
        case LinkOpen() | TokenExpired():
            return {}
        case _:
            assert_never(event)
