"""Messages, info and mutes."""

from typing import Any

import pytest

from lianmai.core.messages import (
    ErrorCode,
    InfoChanged,
    Message,
    Op,
    RemoteMuteChanged,
    SendMessage,
    SetInfo,
    SetLocalMute,
)
from lianmai.server.hub.limits import Limits
from tests.unit.server.hub.house import ROOM, House


def test_a_message_to_the_room_reaches_everybody_else() -> None:
    house = House()
    house.enter("ann", "bob", "cay")
    house.ask("ann", SendMessage("hi"))
    heard = [house.heard(uid) for uid in ("ann", "bob", "cay")]
    assert heard == [[], [Message("ann", "room", "hi")], [Message("ann", "room", "hi")]]


@pytest.mark.parametrize("op", [SendMessage("hi", to="bob"), SendMessage("hi", "user", "bob")])
def test_a_message_to_one_reaches_one(op: SendMessage) -> None:
    house = House()
    house.enter("ann", "bob", "cay")
    house.ask("ann", op)
    assert (house.heard("bob"), house.heard("cay")) == ([Message("ann", "user", "hi")], [])


@pytest.mark.parametrize(
    ("op", "code"),
    [
        (SendMessage("hi", to="nobody"), ErrorCode.NO_SUCH_PEER),
        (SendMessage("hi", scope="user"), ErrorCode.INVALID_PARAMS),
        (SendMessage("连" * 3), ErrorCode.INVALID_PARAMS),
        (SetInfo("room", "", "x"), ErrorCode.INVALID_PARAMS),
        (SetInfo("room", "k" * 65, "x"), ErrorCode.INVALID_PARAMS),
        (SetInfo("room", "k", "x" * 40), ErrorCode.INVALID_PARAMS),
        (SetInfo("user", "k", "\x01" * 5), ErrorCode.INVALID_PARAMS),
    ],
)
def test_what_is_too_much_or_goes_nowhere_is_refused(op: Op[Any], code: ErrorCode) -> None:
    house = House(Limits(message_bytes=8, own_info_bytes=20, room_info_bytes=40))
    house.enter("ann", "bob")
    assert (house.code_of("ann", op), house.heard("bob")) == (code, [])


def test_info_on_the_room_is_for_its_host_and_newcomers_get_it() -> None:
    house = House()
    house.enter("ann", "bob")
    assert house.code_of("bob", SetInfo("room", "topic", "tea")) == ErrorCode.NOT_ALLOWED
    house.ask("ann", SetInfo("room", "topic", "tea"))
    event = InfoChanged("room", "topic", "tea")
    assert (house.heard("ann"), house.heard("bob")) == ([event], [event])
    [cay] = house.enter("cay")
    assert cay.info == {"topic": "tea"}


def test_info_on_oneself_is_told_and_an_empty_value_removes_it() -> None:
    house = House()
    house.enter("ann", "bob")
    house.ask("bob", SetInfo("user", "hand", "up"))
    assert house.heard("ann") == [InfoChanged("user", "hand", "up", "bob")]
    [cay] = house.enter("cay")
    assert cay.peers[1].info == {"hand": "up"}
    house.ask("bob", SetInfo("stream", "hand", ""))
    assert house.heard("ann") == [InfoChanged("stream", "hand", "", "bob")]
    assert house.directory.members(ROOM)["bob"].peer.info == {}


def test_the_same_info_again_is_no_news() -> None:
    house = House()
    house.enter("ann", "bob")
    for _ in range(2):
        house.ask("ann", SetInfo("user", "hand", "up"))
        house.ask("ann", SetInfo("room", "topic", "tea"))
    assert len(house.heard("bob")) == 2


def test_a_mute_is_told_once_and_newcomers_see_it() -> None:
    house = House()
    house.enter("ann", "bob")
    for _ in range(2):
        house.ask("bob", SetLocalMute("audio", on=True))
    assert house.heard("ann") == [RemoteMuteChanged("bob", "audio", muted=True)]
    [cay] = house.enter("cay")
    assert cay.peers[1].muted == ("audio",)


def test_muting_all_is_muting_sound_and_picture() -> None:
    house = House()
    house.enter("ann", "bob")
    house.ask("bob", SetLocalMute("audio", on=True))
    house.heard("ann")
    house.ask("bob", SetLocalMute("all", on=True))
    assert house.heard("ann") == [RemoteMuteChanged("bob", "video", muted=True)]
    house.ask("bob", SetLocalMute("all", on=False))
    assert house.directory.members(ROOM)["bob"].peer.muted == ()
