from typing import Literal

import pytest

from lianmai.server.gate import AccessDenied, OpenGate
from lianmai.server.relay.audience import Player
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.relay import NameTaken, Relay
from lianmai.server.relay.stream_address import StreamAddress
from lianmai.server.relay.wire import Wire
from tests.unit.server.relay.fakes import FakeSink, key

ALICE = StreamAddress("alice", "k")


class FakePublisher:
    def __init__(self) -> None:
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True


class Diary:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def stream_started(self, name: str) -> None:
        self.lines.append(f"+{name}")

    def stream_ended(self, name: str) -> None:
        self.lines.append(f"-{name}")


class OnlyKey:
    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        if key != "k":
            raise AccessDenied(f"No {action} without the key.")


def playing(relay: Relay, name: str = "alice") -> FakeSink:
    sink = FakeSink()
    relay.join(name, Player(sink), Wire.FLV)
    return sink


def test_a_name_is_taken_until_its_publisher_leaves() -> None:
    relay, first = Relay(OpenGate(), RelayLimits()), FakePublisher()
    relay.start("alice", first)
    with pytest.raises(NameTaken, match="'alice'"):
        relay.admit("publish", ALICE)
    relay.admit("play", ALICE)
    relay.stop("alice", first)
    relay.admit("publish", ALICE)


def test_a_publisher_cannot_end_the_stream_of_its_successor() -> None:
    relay, old, new = Relay(OpenGate(), RelayLimits()), FakePublisher(), FakePublisher()
    relay.start("alice", old)
    relay.end_stream("alice")
    relay.start("alice", new)
    relay.stop("alice", old)
    assert relay.is_live("alice")


@pytest.mark.parametrize("action", ["publish", "play"])
def test_the_gate_is_asked_before_anything_is_told(action: Literal["publish", "play"]) -> None:
    relay = Relay(OnlyKey(), RelayLimits())
    relay.admit(action, ALICE)
    relay.start("alice", FakePublisher())
    with pytest.raises(AccessDenied, match=action):
        relay.admit(action, StreamAddress("alice", "wrong"))


def test_the_observer_hears_of_each_start_and_end_once() -> None:
    diary, publisher = Diary(), FakePublisher()
    relay = Relay(OpenGate(), RelayLimits(), diary)
    playing(relay)
    relay.start("alice", publisher)
    relay.stop("alice", publisher)
    relay.end_stream("alice")
    assert diary.lines == ["+alice", "-alice"]


def test_ending_a_stream_hangs_up_on_its_publisher_and_players_only() -> None:
    relay, alice, bob = Relay(OpenGate(), RelayLimits()), FakePublisher(), FakePublisher()
    relay.start("alice", alice)
    relay.start("bob", bob)
    sinks = playing(relay, "alice"), playing(relay, "bob")
    relay.end_stream("alice")
    assert (alice.is_closed, bob.is_closed) == (True, False)
    assert [sink.calls for sink in sinks] == [["end"], []]
    assert not relay.is_live("alice")


def test_who_waits_for_a_stream_is_called_once_unless_it_gave_up() -> None:
    relay = Relay(OpenGate(), RelayLimits())
    calls: list[str] = []
    relay.when_live("alice", lambda: calls.append("first"))
    relay.when_live("alice", lambda: calls.append("second"))()
    publisher = FakePublisher()
    for _ in range(2):
        relay.start("alice", publisher)
        relay.stop("alice", publisher)
    assert calls == ["first"]


def test_counts_outlive_their_stream_and_gauges_do_not() -> None:
    relay, publisher = Relay(OpenGate(), RelayLimits()), FakePublisher()
    broadcast = relay.start("alice", publisher)
    sink = playing(relay)
    broadcast.push([key(0)])
    during = relay.stats()
    relay.stop("alice", publisher)
    after = relay.stats()
    assert (during["streams"], during["players"]) == (1, 1)
    assert during["bytes_in"] == len(key(0).body)
    assert during["bytes_out"] == len(sink.taken)
    assert after == {**during, "streams": 0, "players": 0}


def test_names_nobody_uses_any_more_are_forgotten() -> None:
    relay = Relay(OpenGate(), RelayLimits())
    for number in range(100):
        player = Player(FakeSink())
        relay.join(f"n{number}", player, Wire.FLV)
        relay.leave(f"n{number}", player)
    assert not relay._broadcasts
