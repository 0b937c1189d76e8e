"""Publishing, subscribing, rotating: streams and their addresses."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from lianmai.core.grants import StreamKey, unseal
from lianmai.core.messages import (
    Address,
    ErrorCode,
    Join,
    Kick,
    Leave,
    Media,
    Publish,
    RefreshUrl,
    RotateUrl,
    StreamAdded,
    StreamRemoved,
    Subscribe,
    Unpublish,
    Unsubscribe,
    UrlChanged,
)
from lianmai.server.hub.limits import Limits
from tests.unit.server.hub.house import ROOM, House


def name_in(address: Address) -> str:
    """Return the stream's name in *address*."""
    return urlsplit(address.url).path.removeprefix("/live/")


def published(house: House, media: Media = "all") -> str:
    """Let ann publish, with bob and cay around; return the stream's name."""
    house.enter("ann", "bob", "cay")
    name = name_in(house.ask("ann", Publish(media)))
    for uid in ("ann", "bob", "cay"):
        house.heard(uid)
    return name


def test_everybody_hears_of_a_stream_its_owner_too() -> None:
    house = House()
    house.enter("ann", "bob")
    house.ask("ann", Publish("screen"))
    assert house.heard("bob") == house.heard("ann") == [StreamAdded("ann", "screen")]


def test_a_stream_is_pulled_where_it_is_pushed() -> None:
    house = House()
    house.enter("ann", "bob")
    push, pull = house.ask("ann", Publish()), house.ask("bob", Subscribe("ann"))
    assert push.url.startswith(f"rtmp://127.0.0.1:1935/live/{ROOM}-ann-")
    assert (pull.url, push.flv_url) == (push.url, "")
    assert pull.flv_url == f"http://127.0.0.1:8441/live/{name_in(pull)}.flv"


def test_an_address_has_the_host_by_which_its_reader_came() -> None:
    house = House()
    house.enter("ann")
    house.ask("ann", Publish())
    house.connect("phone", host="192.168.1.5")
    house.ask("phone", Join(ROOM, "phone"))
    assert house.ask("phone", Subscribe("ann")).url.startswith("rtmp://192.168.1.5:1935/")


def test_stream_names_cannot_be_guessed_and_never_come_back() -> None:
    house = House()
    house.enter("ann")
    names = set()
    for _ in range(20):
        names.add(name_in(house.ask("ann", Publish())))
        house.ask("ann", Unpublish())
    assert len(names) == 20
    assert all(len(name) >= len(f"{ROOM}-ann-") + 12 for name in names)


@pytest.mark.parametrize("room", ["x" * 64, "...", "a.b~c"])
def test_any_room_and_uid_make_a_name_the_relay_takes(room: str) -> None:
    house = House()
    house.connect("a")
    house.ask("a", Join(room, "~" * 64))
    name = name_in(house.ask("a", Publish("aux_audio")))
    assert len(name) <= 128
    assert not name.startswith(".")


def test_publishing_again_gives_the_same_address_and_is_no_news() -> None:
    house = House()
    name = published(house)
    assert name_in(house.ask("ann", Publish("audio"))) == name
    assert house.heard("bob") == []


def test_sound_and_picture_announced_one_by_one_share_a_stream() -> None:
    house = House()
    name = published(house, "audio")
    assert name_in(house.ask("ann", Publish("video"))) == name
    assert house.heard("bob") == [StreamAdded("ann", "all")]


def test_screen_and_camera_are_two_streams() -> None:
    house = House()
    camera = published(house)
    screen = name_in(house.ask("ann", Publish("screen")))
    assert camera != screen
    assert name_in(house.ask("bob", Subscribe("ann", "screen"))) == screen
    assert name_in(house.ask("bob", Subscribe("ann", "video"))) == camera


def test_withdrawing_the_sound_leaves_the_picture() -> None:
    house = House()
    name = published(house)
    house.ask("ann", Unpublish("audio"))
    assert house.heard("bob") == [StreamAdded("ann", "video")]
    assert name_in(house.ask("bob", Subscribe("ann"))) == name


@pytest.mark.parametrize(
    ("carried", "withdrawn"), [("all", "all"), ("video", "video"), ("audio", "all")]
)
def test_withdrawing_everything_ends_the_stream(carried: Media, withdrawn: Media) -> None:
    house = House()
    name = published(house, carried)
    house.ask("ann", Unpublish(withdrawn))
    assert house.heard("bob") == [StreamRemoved("ann", carried, "unpublished")]
    assert house.ended_streams == [name]


@pytest.mark.parametrize("media", ["audio", "screen"])
def test_what_is_not_published_cannot_be_withdrawn(media: Media) -> None:
    house = House()
    published(house, "video")
    assert house.code_of("ann", Unpublish(media)) == ErrorCode.NO_SUCH_STREAM


@pytest.mark.parametrize(
    ("op", "code"),
    [
        (Subscribe("nobody"), ErrorCode.NO_SUCH_PEER),
        (Subscribe("bob"), ErrorCode.NO_SUCH_STREAM),
        (Subscribe("ann", "screen"), ErrorCode.NO_SUCH_STREAM),
        (RefreshUrl("nobody"), ErrorCode.NO_SUCH_PEER),
        (RefreshUrl("cay"), ErrorCode.NO_SUCH_STREAM),
        (Unsubscribe("nobody"), 0),
    ],
)
def test_a_stream_must_be_there_to_be_asked_for(op: Any, code: int) -> None:
    house = House()
    published(house)
    assert house.code_of("cay", op) == code


def test_publishers_are_limited_but_not_their_streams() -> None:
    house = House(Limits(publishers=2))
    house.enter("ann", "bob", "cay")
    assert [house.code_of(uid, Publish()) for uid in ("ann", "bob")] == [0, 0]
    assert house.code_of("cay", Publish()) == ErrorCode.TOO_MANY_PUBLISHERS
    assert house.code_of("bob", Publish("screen")) == 0
    house.ask("ann", Leave())
    assert house.code_of("cay", Publish()) == 0


def test_an_address_that_failed_can_be_asked_for_again() -> None:
    house = House(secret="secret")
    published(house)
    push, pull = house.ask("ann", RefreshUrl("ann")), house.ask("bob", RefreshUrl("ann"))
    assert (push.flv_url, bool(pull.flv_url)) == ("", True)
    assert key_in(push, house).action == "publish"
    assert key_in(pull, house).action == "play"


def key_in(address: Address, house: House) -> StreamKey:
    text = urlsplit(address.url).query.removeprefix("key=")
    return unseal(text, StreamKey, "secret", house.now_s)


def test_with_a_secret_every_address_has_a_key_for_just_that() -> None:
    house = House(secret="secret")
    name = published(house)
    key = key_in(house.ask("bob", Subscribe("ann")), house)
    assert key == StreamKey("play", name, int(house.now_s + 3600))


# --- rotation -------------------------------------------------------------------------------


def test_a_rotated_address_is_told_to_all_and_the_old_one_ends_later() -> None:
    house = House(Limits(overlap_s=5))
    old = published(house)
    house.ask("ann", RotateUrl("ann"))
    [to_owner], [to_other] = house.heard("ann"), house.heard("bob")
    assert isinstance(to_owner, UrlChanged)
    assert isinstance(to_other, UrlChanged)
    new = name_in(to_owner.address)
    assert new != old
    assert name_in(to_other.address) == new
    assert (to_owner.address.flv_url, bool(to_other.address.flv_url)) == ("", True)
    house.wait(4)
    assert house.ended_streams == []
    house.wait(1)
    assert house.ended_streams == [old]
    assert name_in(house.ask("bob", Subscribe("ann"))) == new


def test_each_member_is_told_the_new_address_by_its_own_host() -> None:
    house = House()
    published(house)
    house.connect("phone", host="192.168.1.5")
    house.ask("phone", Join(ROOM, "phone"))
    house.ask("ann", RotateUrl("ann"))
    hosts = {
        uid: urlsplit(event.address.url).hostname
        for uid in ("bob", "phone")
        for event in house.heard(uid)
        if isinstance(event, UrlChanged)
    }
    assert hosts == {"bob": "127.0.0.1", "phone": "192.168.1.5"}


def test_at_most_one_old_address_lives_on() -> None:
    house = House()
    first = published(house)
    house.ask("ann", RotateUrl("ann"))
    house.ask("ann", RotateUrl("ann"))
    assert house.ended_streams == [first]


def test_leaving_ends_the_old_address_as_well() -> None:
    house = House()
    old = published(house)
    house.ask("ann", RotateUrl("ann"))
    new = name_in(house.ask("ann", Publish()))
    house.ask("ann", Leave())
    assert sorted(house.ended_streams) == sorted([old, new])


def test_the_host_may_rotate_others_and_others_may_not() -> None:
    house = House()
    published(house)
    house.ask("bob", Publish())
    assert house.code_of("ann", RotateUrl("bob")) == 0
    assert house.code_of("cay", RotateUrl("bob")) == ErrorCode.NOT_ALLOWED


def test_the_directory_knows_a_stream_by_its_old_and_new_name_only_while_they_live() -> None:
    house = House(Limits(overlap_s=5))
    old = published(house)
    house.ask("ann", RotateUrl("ann"))
    new = name_in(house.ask("ann", Publish()))
    owners = [house.directory.owner_of(name) for name in (old, new, "other")]
    assert [owner and owner[1].uid for owner in owners] == ["ann", "ann", None]
    house.wait(5)
    assert house.directory.owner_of(old) is None
    house.ask("bob", Publish())
    house.ask("ann", Kick("bob"))
    house.ask("ann", Leave())
    assert house.directory.owner_of(new) is None
