"""A room as its events tell it."""

import pytest

from lianmai.core.messages import (
    Address,
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
)
from lianmai.core.room import LinkState, Room

ANN, BOB = Peer("ann", is_host=True), Peer("bob", streams=("all",))
SNAPSHOT = Snapshot("lobby", "ann", "s", (ANN, BOB), grace_s=15, info={"topic": "tea"})


def joined(*events: Event) -> Room:
    """Return the room that ann joined, after *events*."""
    room = Room()
    for event in (RoomJoined(SNAPSHOT), *events):
        room.apply(event)
    return room


def test_a_room_is_empty_before_joining() -> None:
    room = Room()
    assert (room.me, room.others, room.remote_streams, room.link) == (None, [], [], "opening")


def test_joining_tells_who_is_there() -> None:
    room = joined()
    assert (room.name, room.me, room.others) == ("lobby", ANN, [BOB])
    assert room.info == {"topic": "tea"}


def test_own_streams_are_not_remote() -> None:
    room = joined(StreamAdded("ann", "all"))
    assert room.remote_streams == [StreamId("bob")]


def test_peers_come_and_go_in_order_of_arrival() -> None:
    room = joined(PeerJoined(Peer("cay")), PeerJoined(Peer("dot")), PeerLeft("bob"))
    assert [peer.uid for peer in room.others] == ["cay", "dot"]


def test_an_update_keeps_the_peers_place() -> None:
    room = joined(PeerJoined(Peer("cay")), PeerUpdated(Peer("bob", role="audience")))
    assert [(peer.uid, peer.role) for peer in room.others] == [
        ("bob", "audience"),
        ("cay", "broadcaster"),
    ]


@pytest.mark.parametrize(
    ("events", "streams"),
    [
        ([StreamAdded("bob", "screen")], ("all", "screen")),
        ([StreamAdded("bob", "video")], ("video",)),
        ([StreamRemoved("bob", "audio")], ()),
        ([StreamAdded("bob", "screen"), StreamRemoved("bob", "all")], ("screen",)),
        ([StreamAdded("nobody", "all")], ("all",)),
    ],
)
def test_streams_replace_what_shares_their_slot(
    events: list[Event], streams: tuple[Media, ...]
) -> None:
    assert joined(*events).peers["bob"].streams == streams


def test_mutes_are_noted_once_and_taken_back() -> None:
    muted = RemoteMuteChanged("bob", "audio", muted=True)
    assert joined(muted, muted).peers["bob"].muted == ("audio",)
    assert joined(muted, RemoteMuteChanged("bob", "audio", muted=False)).peers["bob"].muted == ()
    assert "nobody" not in joined(RemoteMuteChanged("nobody", "audio", muted=True)).peers


def test_info_belongs_to_the_room_or_to_a_peer_and_goes_when_empty() -> None:
    room = joined(
        InfoChanged("room", "topic", ""),
        InfoChanged("room", "mood", "good"),
        InfoChanged("user", "hand", "up", "bob"),
        InfoChanged("user", "hand", "up", "nobody"),
    )
    assert (room.info, room.peers["bob"].info) == ({"mood": "good"}, {"hand": "up"})


def test_coming_back_replaces_everything_known() -> None:
    later = Snapshot("lobby", "ann", "s", (ANN, Peer("eve")), grace_s=15)
    room = joined(LinkLost("broken"), LinkRestored(later))
    assert ([peer.uid for peer in room.others], room.info, room.link) == (["eve"], {}, "open")


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (LinkOpen(), "open"),
        (LinkLost("broken"), "retrying"),
        (LinkRetrying(1, 0.5), "retrying"),
        (LinkClosed("left"), "closed"),
    ],
)
def test_the_link_shows_its_state(event: Event, state: LinkState) -> None:
    assert joined(event).link == state


@pytest.mark.parametrize(
    "event",
    [
        UrlChanged("bob", "all", Address("rtmp://h/live/x")),
        Kicked("server"),
        RoomClosed("lobby"),
        Message("bob", "room", "hi"),
        MessageIgnored("odd"),
        TokenExpiring(30),
        TokenExpired(),
    ],
)
def test_other_events_leave_the_room_alone(event: Event) -> None:
    before, after = joined(), joined(event)
    assert (after.peers, after.info, after.link) == (before.peers, before.info, before.link)
