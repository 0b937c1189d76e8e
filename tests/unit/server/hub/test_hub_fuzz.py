"""Whatever peers do, in whatever order: the hub stays consistent and nobody is told wrong."""

from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec import structs

from lianmai.core.errors import RoomError
from lianmai.core.messages import (
    RESULTS,
    CloseRoom,
    Join,
    Kicked,
    Leave,
    Media,
    Op,
    Publish,
    Rejoin,
    RoomClosed,
    RoomJoined,
    RotateUrl,
    Snapshot,
)
from lianmai.core.room import Room
from lianmai.server.hub.directory import Member
from lianmai.server.hub.limits import Limits
from tests.unit.server.hub.house import House

CONNECTION_NAMES = ("c1", "c2", "c3", "c4", "c5")
CONNECTIONS = st.sampled_from(CONNECTION_NAMES)
LIMITS = Limits(
    members=3, rooms=2, publishers=2, requests_per_s=1e9, request_burst=10**9, entry_s=1e9
)
UIDS = st.sampled_from(["ann", "bob", "cay", "dot", "", "b/d"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "room": st.sampled_from(["one", "two", "three", ""]),
    "uid": UIDS,
    "to": UIDS,
    "token": st.just(""),
    "name": st.sampled_from(["", "Ann", "\n"]),
    "role": st.sampled_from(["broadcaster", "audience"]),
    "session": st.just("guessed"),
    "known_uids": st.just(()),
    "media": st.sampled_from(get_args(Media)),
    "on": st.booleans(),
    "body": st.text(max_size=5),
    "scope": st.sampled_from(["room", "user", "stream"]),
    "reliable": st.booleans(),
    "key": st.sampled_from(["", "a", "b"]),
    "value": st.sampled_from(["", "x", "y" * 2000]),
}


def ops_of(kind: type[Op[Any]]) -> st.SearchStrategy[Op[Any]]:
    """Return requests of *kind* with fields that often hit and sometimes miss."""
    return st.builds(kind, **{field.name: FIELDS[field.name] for field in structs.fields(kind)})


# Dismissing a room every few steps would leave little to see.
ANY_OP = st.one_of(*(ops_of(kind) for kind in RESULTS if kind is not CloseRoom))


class HubMachine(RuleBasedStateMachine):
    """Five connections; behind each a client that knows its room from what it was told alone."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House(LIMITS)
        self.rooms: dict[str, Room] = {}
        self.sessions: dict[str, Snapshot] = {}
        self.stream_names: set[str] = set()

    @rule(
        connection=CONNECTIONS,
        room=st.sampled_from(["one", "one", "one", "two", "three"]),
        uid=st.sampled_from(["ann", "bob", "cay", "dot"]),
        role=st.sampled_from(["broadcaster", "broadcaster", "audience"]),
    )
    def joins(self, connection: str, room: str, uid: str, role: Any) -> None:
        self.does(connection, Join(room, uid, role=role))

    @rule(connection=CONNECTIONS, op=ANY_OP)
    def does(self, connection: str, op: Op[Any]) -> None:
        if connection not in self.house.connected:
            self.house.connect(connection)
        try:
            answer = self.house.ask(connection, op)
        except RoomError:
            pass
        else:
            self._note_answer(connection, op, answer)
        self._listen()

    @rule(connection=CONNECTIONS, media=FIELDS["media"])
    def publishes(self, connection: str, media: Media) -> None:
        if connection in self.rooms:
            self.does(connection, Publish(media))

    @rule(connection=CONNECTIONS, media=FIELDS["media"])
    def rotates(self, connection: str, media: Media) -> None:
        if connection in self.rooms:
            self.does(connection, RotateUrl(self.rooms[connection].uid, media))

    @rule(connection=CONNECTIONS)
    def dismisses(self, connection: str) -> None:
        self.does(connection, CloseRoom())

    @rule(connection=CONNECTIONS)
    def loses_its_link(self, connection: str) -> None:
        if connection in self.house.connected:
            self.house.lose(connection)
            self.rooms.pop(connection, None)
            self._listen()

    @rule(connection=CONNECTIONS, earlier=CONNECTIONS)
    def comes_back(self, connection: str, earlier: str) -> None:
        if (known := self.sessions.get(earlier)) is not None:
            self.does(connection, Rejoin(known.room, known.uid, known.session))

    @rule(seconds=st.sampled_from([0.5, 6, 20]))
    def waits(self, seconds: float) -> None:
        self.house.wait(seconds)
        self._listen()

    @invariant()
    def every_client_knows_its_room(self) -> None:
        for connection, room in self.rooms.items():
            members = self.house.directory.members(room.name)
            assert members[room.uid].connection == connection
            assert list(room.peers.items()) == [(uid, it.peer) for uid, it in members.items()]
            assert room.info == self.house.directory.info(room.name)

    @invariant()
    def every_live_link_of_a_member_is_a_client(self) -> None:
        assert {it.connection for it in self._members()} - {""} == set(self.rooms)

    @invariant()
    def limits_hold(self) -> None:
        directory = self.house.directory
        assert len(directory.rooms()) <= LIMITS.rooms
        for room in directory.rooms():
            members = directory.members(room).values()
            assert 0 < len(members) <= LIMITS.members
            assert sum(bool(it.streams) for it in members) <= LIMITS.publishers

    @invariant()
    def a_room_has_one_host_if_it_has_a_broadcaster(self) -> None:
        for room in self.house.directory.rooms():
            peers = [it.peer for it in self.house.directory.members(room).values()]
            has_broadcaster = any(peer.role == "broadcaster" for peer in peers)
            assert [peer.role for peer in peers if peer.is_host] == [
                "broadcaster"
            ] * has_broadcaster

    @invariant()
    def streams_live_or_have_ended_once(self) -> None:
        live = [name for it in self._members() for stream in it.streams for name in stream.names]
        self.stream_names |= set(live)
        ended = self.house.ended_streams
        assert len(live) == len(set(live))
        assert len(ended) == len(set(ended))
        assert self.stream_names - set(live) <= set(ended)
        assert not set(live) & set(ended)

    def teardown(self) -> None:
        """When all have gone, nothing is left."""
        for connection in tuple(self.house.connected):
            self.house.lose(connection)
        self.house.wait(LIMITS.grace_s)
        assert list(self.house.directory.rooms()) == []
        assert self.house.hub.connection_count == 0
        assert self.stream_names <= set(self.house.ended_streams)
        assert all(self.house.directory.owner_of(name) is None for name in self.stream_names)

    def _note_answer(self, connection: str, op: Op[Any], answer: Any) -> None:
        if isinstance(answer, Snapshot):
            self.sessions[connection] = answer
            self.rooms[connection] = Room()
            self.rooms[connection].apply(RoomJoined(answer))
        if isinstance(op, Leave):
            del self.rooms[connection]

    def _listen(self) -> None:
        """Let every client hear; who is in no room must not hear anything."""
        for connection in CONNECTION_NAMES:
            for event in self.house.heard(connection):
                if isinstance(event, Kicked | RoomClosed):
                    del self.rooms[connection]
                else:
                    self.rooms[connection].apply(event)
            if connection not in self.house.connected:
                self.rooms.pop(connection, None)

    def _members(self) -> Iterator[Member]:
        for room in self.house.directory.rooms():
            yield from self.house.directory.members(room).values()


TestHub = HubMachine.TestCase
TestHub.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
