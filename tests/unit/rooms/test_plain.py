"""A media server as a room."""

from typing import Any

import pytest

from lianmai.core.errors import LinkError, RoomError
from lianmai.core.messages import (
    Address,
    ErrorCode,
    Join,
    Kick,
    LinkClosed,
    Op,
    Publish,
    RefreshUrl,
    RoomJoined,
    SendMessage,
    SetLocalMute,
    StreamAdded,
    Subscribe,
    Unsubscribe,
)
from lianmai.rooms.plain import PlainRoom
from tests.unit.rooms.visits import any_visit, run


def answer(server: str, join: Join, op: Op[Any]) -> Any:
    """Return what a visit answers to *op*, or the code of its refusal."""
    found: list[Any] = []

    async def scenario() -> None:
        async with any_visit(PlainRoom(server, join)) as visit:
            await visit.until(RoomJoined)
            try:
                found.append(await visit.room.request(op))
            except RoomError as error:
                found.append(error.code)

    run(scenario())
    return found[0]


def both(url: str) -> Address:
    return Address(url, url)


def test_every_listed_stream_is_a_peer_that_publishes() -> None:
    async def scenario() -> None:
        async with any_visit(PlainRoom("rtmp://h/live", Join("a, b,,me", "me"))) as visit:
            joined = await visit.until(RoomJoined)
            assert [peer.uid for peer in joined.snapshot.peers] == ["me", "a", "b"]
            await visit.until(StreamAdded, count=2)
            visit.room.leave()
            await visit.task
            assert visit.events[1:] == [
                StreamAdded("a", "all"),
                StreamAdded("b", "all"),
                LinkClosed("left"),
            ]

    run(scenario())


@pytest.mark.parametrize(
    ("server", "op", "address"),
    [
        ("rtmp://h/live", Subscribe("a"), Address("rtmp://h/live/a")),
        ("rtmp://h:1936/live/?k=v", Subscribe("a"), Address("rtmp://h:1936/live/a?k=v")),
        ("rtmp://h/live", Publish(), Address("rtmp://h/live/me")),
        ("rtmp://h/live", RefreshUrl("me"), Address("rtmp://h/live/me")),
        ("rtmp://h/live", RefreshUrl("a"), Address("rtmp://h/live/a")),
        ("http://h/live", Subscribe("a"), both("http://h/live/a.flv")),
        ("https://h/live", Subscribe("b.flv"), both("https://h/live/b.flv")),
    ],
)
def test_addresses_are_made_from_the_server_and_the_name(
    server: str, op: Op[Any], address: Address
) -> None:
    assert answer(server, Join("a,b.flv", "me"), op) == address


@pytest.mark.parametrize(
    ("server", "uid", "op", "code"),
    [
        ("rtmp://h/live", "", Publish(), ErrorCode.NOT_ALLOWED),
        ("http://h/live", "me", Publish(), ErrorCode.NOT_ALLOWED),
        ("rtmp://h/live", "me", Subscribe("x"), ErrorCode.NO_SUCH_STREAM),
        ("rtmp://h/live", "", RefreshUrl(""), ErrorCode.NO_SUCH_STREAM),
        ("rtmp://h/live", "me", Kick("a"), ErrorCode.NOT_ALLOWED),
        ("rtmp://h/live", "me", SendMessage("hi"), ErrorCode.NOT_ALLOWED),
    ],
)
def test_what_a_media_server_cannot_do_is_refused(
    server: str, uid: str, op: Op[Any], code: ErrorCode
) -> None:
    assert answer(server, Join("a", uid), op) == code


@pytest.mark.parametrize("op", [Unsubscribe("a"), SetLocalMute("audio", on=True)])
def test_what_nobody_needs_to_know_is_granted(op: Op[Any]) -> None:
    assert not isinstance(answer("rtmp://h/live", Join("a", "me"), op), int)


def test_requests_before_and_after_the_visit_fail() -> None:
    async def scenario() -> None:
        room = PlainRoom("rtmp://h/live", Join("a"))
        with pytest.raises(LinkError):
            await room.request(Subscribe("a"))

    run(scenario())
