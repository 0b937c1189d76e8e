"""Entering, losing the link, coming back, leaving; and who may do what."""

from typing import Any

import pytest

from lianmai.core.grants import RoomToken, seal
from lianmai.core.messages import (
    CloseRoom,
    Done,
    ErrorCode,
    Join,
    Kick,
    Kicked,
    Leave,
    Op,
    Peer,
    PeerJoined,
    PeerLeft,
    PeerUpdated,
    Publish,
    Rejoin,
    RenewToken,
    RoomClosed,
    SendMessage,
    SetRole,
    StreamAdded,
    StreamRemoved,
    Subscribe,
    TokenExpired,
    TokenExpiring,
)
from lianmai.server.hub.effects import Refuse
from lianmai.server.hub.limits import Limits
from tests.unit.server.hub.house import ROOM, House

ID_TOO_LONG = "x" * 65


# --- joining --------------------------------------------------------------------------------


def test_joining_gives_a_snapshot_and_the_others_hear_of_it() -> None:
    house = House()
    house.enter("ann")
    house.connect("bob")
    snapshot = house.ask("bob", Join(ROOM, "bob", name="Bob"))
    ann, bob = Peer("ann", is_host=True), Peer("bob", name="Bob")
    assert (snapshot.room, snapshot.uid, snapshot.peers) == (ROOM, "bob", (ann, bob))
    assert (house.heard("ann"), house.heard("bob")) == ([PeerJoined(bob)], [])


def test_a_room_is_not_heard_in_another() -> None:
    house = House()
    house.enter("ann", room="one")
    house.connect("bob")
    assert [it.uid for it in house.ask("bob", Join("two", "bob")).peers] == ["bob"]
    assert house.heard("ann") == []


def test_without_a_uid_the_server_chooses_one() -> None:
    house = House()
    house.connect("a")
    house.connect("b")
    first, second = house.ask("a", Join(ROOM)), house.ask("b", Join(ROOM))
    assert first.uid != second.uid
    assert house.uids() == [first.uid, second.uid]


def test_the_same_uid_again_takes_the_place_of_the_first() -> None:
    house = House()
    house.enter("host", "ann")
    house.ask("ann", Publish())
    house.heard("host")
    house.connect("other")
    house.ask("other", Join(ROOM, "ann"))
    assert house.heard("ann")[-1] == Kicked("duplicate")
    assert "ann" not in house.connected
    assert house.heard("host") == [
        StreamRemoved("ann", "all", "duplicate"),
        PeerLeft("ann", "duplicate"),
        PeerJoined(Peer("ann")),
    ]
    assert len(house.ended_streams) == 1


@pytest.mark.parametrize("bad", ["", "a b", "a/b", "ä", "a\n", "a?b", ID_TOO_LONG])
def test_a_wrong_room_id_is_refused(bad: str) -> None:
    house = House()
    house.connect("a")
    assert house.code_of("a", Join(bad, "ann")) == ErrorCode.BAD_ID


@pytest.mark.parametrize("bad", ["a b", "a/b", "ä", "a\n", ID_TOO_LONG])
def test_a_wrong_uid_is_refused(bad: str) -> None:
    house = House()
    house.connect("a")
    assert house.code_of("a", Join(ROOM, bad)) == ErrorCode.BAD_ID


@pytest.mark.parametrize("bad", ["x" * 65, "two\nlines", "\x1b[31m"])
def test_a_name_that_cannot_be_shown_is_refused(bad: str) -> None:
    house = House()
    house.connect("a")
    assert house.code_of("a", Join(ROOM, "ann", name=bad)) == ErrorCode.INVALID_PARAMS


def test_a_name_may_be_chinese_or_a_family_of_emoji() -> None:
    house = House()
    house.connect("a")
    assert house.ask("a", Join(ROOM, "a", name="连麦 👩‍👩‍👧")).peers[0].name == "连麦 👩‍👩‍👧"


def test_who_is_in_a_room_cannot_join_again() -> None:
    house = House()
    [snapshot] = house.enter("ann")
    assert house.code_of("ann", Join("other", "ann")) == ErrorCode.ALREADY_JOINED
    rejoin = Rejoin(ROOM, "ann", snapshot.session)
    assert house.code_of("ann", rejoin) == ErrorCode.ALREADY_JOINED


def test_who_has_left_can_join_again_on_the_same_connection() -> None:
    house = House()
    house.enter("ann")
    house.ask("ann", Leave())
    assert house.ask("ann", Join("other", "ann")).room == "other"


@pytest.mark.parametrize("op", [Publish(), Leave(), Kick("x"), SendMessage("hi"), CloseRoom()])
def test_who_is_in_no_room_can_only_join(op: Op[Any]) -> None:
    house = House()
    house.connect("a")
    assert house.code_of("a", op) == ErrorCode.NOT_JOINED


def test_a_full_room_is_closed_to_newcomers_but_not_to_its_members() -> None:
    house = House(Limits(members=2))
    house.enter("ann", "bob")
    house.connect("c")
    assert house.code_of("c", Join(ROOM, "cay")) == ErrorCode.ROOM_FULL
    assert house.code_of("c", Join(ROOM, "bob")) == 0


def test_a_full_server_opens_no_more_rooms() -> None:
    house = House(Limits(rooms=1))
    house.enter("ann")
    house.connect("b")
    assert house.code_of("b", Join("other", "bob")) == ErrorCode.SERVER_FULL
    assert house.code_of("b", Join(ROOM, "bob")) == 0


def test_a_connection_that_never_joins_is_closed() -> None:
    house = House(Limits(entry_s=10))
    house.enter("ann")
    house.connect("idle")
    house.wait(9)
    assert house.connected == {"ann", "idle"}
    house.wait(1)
    assert house.connected == {"ann"}


# --- losing the link ------------------------------------------------------------------------


def test_a_lost_link_is_unseen_by_the_others_until_the_grace_is_over() -> None:
    house = House(Limits(grace_s=15))
    house.enter("ann", "bob")
    house.ask("bob", Publish())
    house.heard("ann")
    house.lose("bob")
    house.wait(14)
    assert (house.heard("ann"), house.uids()) == ([], ["ann", "bob"])
    house.wait(1)
    assert house.heard("ann") == [
        StreamRemoved("bob", "all", "timeout"),
        PeerLeft("bob", "timeout"),
    ]
    assert (house.uids(), len(house.ended_streams)) == (["ann"], 1)


def test_rejoining_within_the_grace_is_unseen_by_the_others() -> None:
    house = House(Limits(grace_s=15))
    _, bob = house.enter("ann", "bob")
    house.ask("bob", Publish("video"))
    house.heard("ann")
    house.lose("bob")
    house.wait(14)
    house.connect("bob2")
    snapshot = house.ask("bob2", Rejoin(ROOM, "bob", bob.session))
    house.wait(100)
    assert (snapshot.uid, snapshot.peers[1].streams) == ("bob", ("video",))
    assert (house.heard("ann"), house.uids(), house.ended_streams) == ([], ["ann", "bob"], [])


def test_rejoining_before_the_server_noticed_the_loss_closes_the_old_connection() -> None:
    house = House()
    _, bob = house.enter("ann", "bob")
    house.connect("bob2")
    house.ask("bob2", Rejoin(ROOM, "bob", bob.session))
    assert (house.connected, house.heard("ann")) == ({"ann", "bob2"}, [])
    house.ask("bob2", Publish())
    assert house.heard("ann") == [StreamAdded("bob", "all")]


@pytest.mark.parametrize("claim", [("bob", "wrong"), ("bob", "ä"), ("bob", ""), ("eve", "s")])
def test_a_membership_cannot_be_claimed_without_its_session(claim: tuple[str, str]) -> None:
    house = House()
    house.enter("bob")
    house.connect("eve")
    assert house.code_of("eve", Rejoin(ROOM, *claim)) == ErrorCode.SESSION_EXPIRED
    assert "bob" in house.connected


def test_rejoining_after_the_grace_is_too_late() -> None:
    house = House(Limits(grace_s=15))
    [bob] = house.enter("bob")
    house.lose("bob")
    house.wait(15)
    house.connect("bob2")
    assert house.code_of("bob2", Rejoin(ROOM, "bob", bob.session)) == ErrorCode.SESSION_EXPIRED


def test_messages_missed_meanwhile_come_after_rejoining_the_newest_ones() -> None:
    house = House(Limits(missed_messages=2))
    _, bob = house.enter("ann", "bob")
    house.lose("bob")
    for body in ("one", "two", "three"):
        house.ask("ann", SendMessage(body))
    house.ask("ann", SendMessage("four", reliable=False))
    house.connect("bob2")
    house.ask("bob2", Rejoin(ROOM, "bob", bob.session))
    assert [getattr(it, "body", it) for it in house.heard("bob2")] == ["two", "three"]


# --- leaving, hosts, roles ------------------------------------------------------------------


def test_leaving_ends_the_streams_and_is_told() -> None:
    house = House()
    house.enter("ann", "bob")
    name = house.ask("bob", Publish()).url.rpartition("/")[2]
    house.heard("ann"), house.heard("bob")
    assert house.ask("bob", Leave()) == Done()
    assert house.heard("ann") == [StreamRemoved("bob", "all", "left"), PeerLeft("bob", "left")]
    assert (house.heard("bob"), house.ended_streams) == ([], [name])


def test_nothing_is_left_of_a_room_that_everybody_left() -> None:
    house = House()
    house.enter("ann", "bob")
    for uid in ("ann", "bob"):
        house.ask(uid, Leave())
    assert list(house.directory.rooms()) == []


def test_the_first_broadcaster_is_host_and_the_longest_present_inherits() -> None:
    house = House()
    house.connect("a")
    house.ask("a", Join(ROOM, "ann", role="audience"))
    house.enter("bob", "cay", "dot")
    house.ask("bob", Leave())
    heir = PeerUpdated(Peer("cay", is_host=True))
    assert house.heard("dot") == [PeerLeft("bob", "left"), heir]
    assert house.heard("cay") == [PeerLeft("bob", "left"), heir]


@pytest.mark.parametrize("op", [Kick("cay"), CloseRoom()])
def test_only_the_host_may_remove_and_dismiss(op: Op[Any]) -> None:
    house = House()
    house.enter("host", "bob", "cay")
    assert house.code_of("bob", op) == ErrorCode.NOT_ALLOWED
    assert house.code_of("host", op) == 0


def test_a_kicked_peer_hears_it_and_loses_its_connection() -> None:
    house = House()
    house.enter("host", "bob", "cay")
    house.ask("bob", Publish())
    house.heard("cay"), house.heard("bob")
    house.ask("host", Kick("bob"))
    assert house.heard("bob") == [Kicked("server")]
    assert house.heard("cay") == [StreamRemoved("bob", "all", "kicked"), PeerLeft("bob", "kicked")]
    assert (house.uids(), "bob" in house.connected) == (["host", "cay"], False)


def test_a_host_cannot_kick_itself_nor_who_is_not_there() -> None:
    house = House()
    house.enter("host")
    assert house.code_of("host", Kick("host")) == ErrorCode.NOT_ALLOWED
    assert house.code_of("host", Kick("bob")) == ErrorCode.NO_SUCH_PEER


def test_a_dismissed_room_is_gone_for_everybody() -> None:
    house = House()
    house.enter("host", "bob", "lost")
    house.ask("bob", Publish())
    house.lose("lost")
    house.heard("bob"), house.heard("host")
    house.ask("host", CloseRoom())
    assert house.heard("bob") == house.heard("host") == [RoomClosed(ROOM)]
    assert (list(house.directory.rooms()), house.connected) == ([], set())
    assert len(house.ended_streams) == 1


def test_an_audience_member_cannot_publish_until_it_is_a_broadcaster() -> None:
    house = House()
    house.enter("host")
    house.connect("b")
    house.ask("b", Join(ROOM, "bob", role="audience"))
    assert house.code_of("b", Publish()) == ErrorCode.AUDIENCE_CANNOT_PUBLISH
    house.ask("b", SetRole("broadcaster"))
    assert house.code_of("b", Publish()) == 0


def test_becoming_audience_ends_streams_and_passes_the_host_on() -> None:
    house = House()
    house.enter("ann", "bob")
    house.ask("ann", Publish())
    house.heard("bob")
    house.ask("ann", SetRole("audience"))
    assert house.heard("bob") == [
        StreamRemoved("ann", "all", "role"),
        PeerUpdated(Peer("ann", role="audience")),
        PeerUpdated(Peer("bob", is_host=True)),
    ]


def test_the_same_role_again_is_no_news() -> None:
    house = House()
    house.enter("ann", "bob")
    house.ask("ann", SetRole("broadcaster"))
    assert house.heard("bob") == []


# --- tokens ---------------------------------------------------------------------------------


def token(
    house: House, *, uid: str = "", room: str = ROOM, lasts_s: float = 100, **more: Any
) -> str:
    grant = RoomToken(room, uid, more.get("role", "broadcaster"), int(house.now_s + lasts_s))
    return seal(grant, more.get("secret", "secret"))


def test_a_required_token_must_be_there_and_ours() -> None:
    house = House(secret="secret", is_token_required=True)
    house.connect("a")
    assert house.code_of("a", Join(ROOM, "ann")) == ErrorCode.BAD_TOKEN
    wrong = token(house, secret="other")
    assert house.code_of("a", Join(ROOM, "ann", wrong)) == ErrorCode.BAD_TOKEN
    assert house.code_of("a", Join(ROOM, "ann", token(house))) == 0


@pytest.mark.parametrize("claims", [{"uid": "bob"}, {"room": "other"}])
def test_a_token_is_for_its_room_and_uid(claims: dict[str, Any]) -> None:
    house = House(secret="secret")
    house.connect("a")
    assert house.code_of("a", Join(ROOM, "ann", token(house, **claims))) == ErrorCode.BAD_TOKEN


def test_an_expired_token_is_told_from_a_bad_one() -> None:
    house = House(secret="secret")
    house.connect("a")
    old = token(house, lasts_s=-1)
    assert house.code_of("a", Join(ROOM, "ann", old)) == ErrorCode.TOKEN_EXPIRED


def test_a_token_names_who_gives_no_uid() -> None:
    house = House(secret="secret")
    house.connect("a")
    assert house.ask("a", Join(ROOM, token=token(house, uid="ann"))).uid == "ann"


def test_an_audience_token_never_lets_broadcast() -> None:
    house = House(secret="secret")
    house.enter("host")
    house.connect("a")
    watch = token(house, role="audience")
    assert house.code_of("a", Join(ROOM, "ann", watch)) == ErrorCode.NOT_ALLOWED
    house.ask("a", Join(ROOM, "ann", watch, role="audience"))
    assert house.code_of("a", SetRole("broadcaster")) == ErrorCode.NOT_ALLOWED


def test_without_a_secret_tokens_mean_nothing() -> None:
    house = House()
    house.connect("a")
    assert house.code_of("a", Join(ROOM, "ann", "whatever")) == 0


def with_token(house: House, *, lasts_s: float) -> None:
    """Let ann in with a token; bob is there without one and publishes."""
    house.enter("bob")
    house.ask("bob", Publish())
    house.connect("ann")
    house.ask("ann", Join(ROOM, "ann", token(house, lasts_s=lasts_s)))
    house.heard("bob"), house.heard("ann")


def test_an_ending_token_is_announced_then_told_then_ends_the_membership() -> None:
    house = House(Limits(warning_s=30, grace_s=15), secret="secret")
    with_token(house, lasts_s=100)
    house.wait(70)
    house.wait(1)
    assert house.heard("ann") == [TokenExpiring(30)]
    house.wait(29)
    house.wait(1)
    assert house.heard("ann") == [TokenExpired()]
    assert house.code_of("ann", Subscribe("bob")) == ErrorCode.TOKEN_EXPIRED
    house.wait(14)
    assert house.heard("ann") == [Kicked("server", ErrorCode.TOKEN_EXPIRED)]
    assert house.heard("bob") == [PeerLeft("ann", "kicked")]


def test_a_renewed_token_keeps_the_membership() -> None:
    house = House(secret="secret")
    with_token(house, lasts_s=10)
    house.wait(11)
    house.ask("ann", RenewToken(token(house, lasts_s=1000)))
    house.wait(100)
    assert house.code_of("ann", Subscribe("bob")) == 0
    assert house.uids() == ["bob", "ann"]


def test_a_renewed_token_for_somebody_else_is_refused() -> None:
    house = House(secret="secret")
    with_token(house, lasts_s=10)
    stolen = token(house, uid="bob")
    assert house.code_of("ann", RenewToken(stolen)) == ErrorCode.BAD_TOKEN


def test_a_renewed_token_that_only_lets_watch_ends_broadcasting() -> None:
    house = House(secret="secret")
    with_token(house, lasts_s=10)
    house.ask("ann", Publish())
    house.heard("bob")
    house.ask("ann", RenewToken(token(house, role="audience")))
    assert house.heard("bob") == [
        StreamRemoved("ann", "all", "role"),
        PeerUpdated(Peer("ann", role="audience")),
    ]


# --- too much -------------------------------------------------------------------------------


def test_too_many_requests_are_refused_until_time_passes() -> None:
    house = House(Limits(requests_per_s=8, request_burst=5))
    house.enter("ann")  # the first of five
    codes = [house.code_of("ann", SetRole("broadcaster")) for _ in range(6)]
    assert codes == [0] * 4 + [ErrorCode.TOO_MANY_REQUESTS] * 2
    house.wait(0.125)
    assert house.code_of("ann", SetRole("broadcaster")) == 0


def test_what_is_no_request_counts_like_one() -> None:
    house = House(Limits(requests_per_s=10, request_burst=2))
    house.connect("a")
    answers = [
        house.hub.misunderstand("a", ErrorCode.PARSE_ERROR, "no", house.now_s) for _ in range(3)
    ]
    codes = [it.code for [it] in answers if isinstance(it, Refuse)]
    assert codes == [ErrorCode.PARSE_ERROR] * 2 + [ErrorCode.TOO_MANY_REQUESTS]


def test_a_clock_set_back_does_not_stop_requests() -> None:
    house = House(Limits(requests_per_s=10, request_burst=1))
    house.connect("a")
    house.now_s -= 5000
    assert house.code_of("a", Leave()) == ErrorCode.NOT_JOINED
    house.now_s += 1
    assert house.code_of("a", Leave()) == ErrorCode.NOT_JOINED


def test_a_connection_already_gone_is_not_answered() -> None:
    house = House()
    assert house.hub.receive("ghost", Leave(), 0) == []
    assert house.hub.misunderstand("ghost", ErrorCode.PARSE_ERROR, "no", 0) == []
    assert house.hub.disconnect("ghost", 0) == []
