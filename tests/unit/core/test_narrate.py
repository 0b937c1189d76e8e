from typing import get_args

import msgspec
import pytest

from lianmai.core.messages import (
    Address,
    Event,
    LinkRestored,
    Peer,
    PeerJoined,
    RoomJoined,
    Snapshot,
    StreamAdded,
    UrlChanged,
)
from lianmai.core.narrate import event_name, narrate

SNAPSHOT = Snapshot("r", "anna", "the-session", (Peer("anna"), Peer("bo")), 15.0)


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (StreamAdded("bo", "all"), "stream_added"),
        (UrlChanged("bo", "all", Address("")), "url_changed"),
    ],
)
def test_events_are_called_as_in_the_vocabulary(event: Event, name: str) -> None:
    assert event_name(event) == name


@pytest.mark.parametrize("event", [RoomJoined(SNAPSHOT), LinkRestored(SNAPSHOT)])
def test_the_session_is_not_told(event: Event) -> None:
    assert "the-session" not in str(narrate(event))


def test_addresses_are_not_told() -> None:
    event = UrlChanged("bo", "all", Address("rtmp://h/live/x?key=hush", "http://h/x?key=hush"))
    assert "hush" not in str(narrate(event))


def test_a_newcomer_is_told_by_uid_and_name() -> None:
    told = narrate(PeerJoined(Peer("bo", name="Bo Li", role="audience")))
    assert told == {"uid": "bo", "peer_name": "Bo Li", "role": "audience"}


def test_every_event_can_be_told() -> None:
    for kind in get_args(Event):
        example = msgspec.convert(EXAMPLES.get(kind.__name__, {}), kind)
        assert isinstance(narrate(example), dict)


EXAMPLES: dict[str, dict[str, object]] = {
    "PeerJoined": {"peer": {"uid": "a"}},
    "PeerUpdated": {"peer": {"uid": "a"}},
    "PeerLeft": {"uid": "a"},
    "StreamAdded": {"uid": "a", "media": "all"},
    "StreamRemoved": {"uid": "a", "media": "all"},
    "UrlChanged": {"uid": "a", "media": "all", "address": {"url": "rtmp://h/a"}},
    "RemoteMuteChanged": {"uid": "a", "media": "audio", "muted": True},
    "Kicked": {"reason": "server"},
    "RoomClosed": {"room": "r"},
    "Message": {"from": "a", "scope": "room", "body": "hi"},
    "InfoChanged": {"scope": "room", "key": "k", "value": "v"},
    "TokenExpiring": {"seconds_left": 30},
    "LinkLost": {"reason": "gone"},
    "LinkClosed": {"reason": "left"},
    "LinkRetrying": {"attempt": 1, "wait_s": 0.5},
    "MessageIgnored": {"reason": "not ours"},
    "RoomJoined": {"snapshot": msgspec.to_builtins(SNAPSHOT)},
    "LinkRestored": {"snapshot": msgspec.to_builtins(SNAPSHOT)},
}
