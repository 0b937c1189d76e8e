"""Visits to a real room server, over a network that fails."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from lianmai.core.errors import LinkError, RoomError
from lianmai.core.grants import RoomToken, seal
from lianmai.core.messages import (
    Address,
    CloseRoom,
    ErrorCode,
    Join,
    Kick,
    LinkClosed,
    LinkLost,
    LinkRestored,
    LinkRetrying,
    Message,
    PeerJoined,
    PeerLeft,
    Publish,
    RenewToken,
    RoomJoined,
    SendMessage,
    SetRole,
    Subscribe,
)
from lianmai.core.retry import Backoff
from lianmai.rooms.dialling import Patience
from lianmai.rooms.signalling import OpenRoom
from lianmai.server.hub.limits import Limits
from tests.unit.rooms.cable import cable_to
from tests.unit.rooms.visits import HURRY, SOON, any_visit, run, visit
from tests.unit.server.strangers import signalling


def test_a_visit_knows_the_room_and_hears_of_changes() -> None:
    async def scenario() -> None:
        async with signalling() as server, visit(server.port, "ann") as ann:
            async with visit(server.port, "bob") as bob:
                [joined] = [it for it in bob.events if isinstance(it, RoomJoined)]
                assert [peer.uid for peer in joined.snapshot.peers] == ["ann", "bob"]
                assert (await ann.until(PeerJoined)).peer.uid == "bob"
                bob.room.leave()
                await bob.task
            assert await ann.until(PeerLeft) == PeerLeft("bob", "left")

    run(scenario())


def test_requests_get_typed_answers_and_refusals_with_their_code() -> None:
    async def scenario() -> None:
        async with signalling() as server, visit(server.port, "ann") as ann:
            address = await ann.room.request(Publish())
            assert address == Address(address.url)
            assert (await ann.room.request(Subscribe("ann"))).url == address.url
            with pytest.raises(RoomError, match="no such peer") as caught:
                await ann.room.request(Subscribe("nobody"))
            assert caught.value.code == ErrorCode.NO_SUCH_PEER

    run(scenario())


def test_many_requests_at_once_get_each_its_own_answer() -> None:
    async def scenario() -> None:
        async with signalling() as server, visit(server.port, "ann") as ann:
            await ann.room.request(Publish())
            asked = ["ann", "nobody"] * 20
            answers = await asyncio.gather(
                *(ann.room.request(Subscribe(uid)) for uid in asked), return_exceptions=True
            )
            assert [isinstance(it, Address) for it in answers] == [uid == "ann" for uid in asked]

    run(scenario())


def test_leaving_ends_the_visit_at_once_and_cleanly() -> None:
    async def scenario() -> None:
        async with signalling() as server, visit(server.port, "ann") as ann:
            ann.room.leave()
            await ann.task
            assert ann.names() == ["LinkOpen", "RoomJoined", "LinkClosed"]
            assert ann.events[-1] == LinkClosed("left")
            await server.until_connections(0)
            assert list(server.directory.rooms()) == []

    run(scenario())


def test_cancelling_closes_the_socket_and_the_membership_waits() -> None:
    async def scenario() -> None:
        async with signalling() as server, visit(server.port, "ann") as ann:
            ann.task.cancel()
            await server.until_connections(0)
            assert list(server.directory.members("lobby")) == ["ann"]

    run(scenario())


def test_a_torn_link_comes_back_without_the_others_seeing_it() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            cable_to(server.port) as cable,
            visit(server.port, "bob") as bob,
            visit(cable.port, "ann") as ann,
        ):
            await ann.room.request(Publish())
            cable.cut()
            restored = await ann.until(LinkRestored)
            assert [peer.uid for peer in restored.snapshot.peers] == ["bob", "ann"]
            assert restored.snapshot.peers[1].streams == ("all",)
            await ann.room.request(SendMessage("back"))
            await bob.until(Message)
            assert bob.names()[2:] == ["PeerJoined", "StreamAdded", "Message"]
            assert ann.names()[-5:] == [
                *("StreamAdded", "LinkLost", "LinkRetrying", "LinkOpen", "LinkRestored"),
            ]

    run(scenario())


def test_a_half_open_link_is_found_and_comes_back() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            cable_to(server.port) as cable,
            visit(cable.port, "ann") as ann,
        ):
            cable.freeze()
            assert "fell silent" in (await ann.until(LinkLost)).reason
            cable.mend()
            await ann.until(LinkRestored)

    run(scenario())


def test_a_dead_server_is_noticed_within_ten_seconds_by_default() -> None:
    patience = Patience()
    assert patience.ping_every_s + patience.pong_within_s + patience.close_within_s < 10


def test_who_comes_back_too_late_joins_anew() -> None:
    async def scenario() -> None:
        async with (
            signalling(Limits(grace_s=0.05)) as server,
            cable_to(server.port) as cable,
            visit(server.port, "bob") as bob,
            visit(cable.port, "ann") as ann,
        ):
            cable.freeze()
            cable.cut()
            await bob.until(PeerLeft)
            cable.mend()
            assert (await ann.until(RoomJoined, count=2)).snapshot.uid == "ann"
            assert "LinkRestored" not in ann.names()

    run(scenario())


def test_a_server_that_dies_and_starts_again_is_joined_anew() -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as later:
            async with signalling() as server:
                ann = await later.enter_async_context(visit(server.port, ""))
                first = await ann.until(RoomJoined)
            assert "closed the link" in (await ann.until(LinkLost)).reason
            await ann.until(LinkRetrying, count=2)
            await later.enter_async_context(signalling(port=server.port))
            second = await ann.until(RoomJoined, count=2)
            assert second.snapshot.uid == first.snapshot.uid

    run(scenario())


def test_a_server_that_stays_away_is_given_up_with_a_reason() -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as later:
            backoff = Backoff(0.01, 1, 0.01, attempts=3)
            async with signalling() as server:
                ann = await later.enter_async_context(visit(server.port, backoff=backoff))
            error = await ann.error()
            assert isinstance(error, LinkError)
            assert f"ws://127.0.0.1:{server.port} refuses connections" in str(error)
            assert ann.events[-1] == LinkClosed("gave_up", str(error))
            assert [it.attempt for it in ann.events if isinstance(it, LinkRetrying)] == [1, 2, 3]

    run(scenario())


def test_leaving_while_the_server_is_away_ends_the_visit() -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as later:
            async with signalling() as server:
                ann = await later.enter_async_context(
                    visit(server.port, backoff=Backoff(first_s=60))
                )
            await ann.until(LinkRetrying)
            ann.room.leave()
            await ann.task
            assert ann.events[-1] == LinkClosed("left")

    run(scenario())


def test_leaving_a_silent_server_does_not_take_long() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            cable_to(server.port) as cable,
            visit(cable.port, "ann", patience=Patience(farewell_s=0.1, close_within_s=0.1)) as ann,
        ):
            cable.freeze()
            ann.room.leave()
            await ann.task
            assert ann.events[-1] == LinkClosed("left")

    run(scenario())


def test_who_is_kicked_does_not_come_back() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            visit(server.port, "host") as host,
            visit(server.port, "ann") as ann,
        ):
            await host.room.request(Kick("ann"))
            await ann.task
            assert ann.names()[-2:] == ["Kicked", "LinkClosed"]
            assert ann.events[-1] == LinkClosed("kicked", "server")

    run(scenario())


def test_a_dismissed_room_ends_the_visit() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            visit(server.port, "host") as host,
            visit(server.port, "ann") as ann,
        ):
            await host.room.request(CloseRoom())
            await ann.task
            assert ann.names()[-2:] == ["RoomClosed", "LinkClosed"]
            assert ann.events[-1] == LinkClosed("room_closed")

    run(scenario())


def test_requests_without_a_link_say_so() -> None:
    async def scenario() -> None:
        room = OpenRoom("ws://127.0.0.1:1", Join("lobby"))
        with pytest.raises(LinkError, match=r"no link to ws://127.0.0.1:1 now"):
            await room.request(Publish())

    run(scenario())


def test_a_request_that_is_not_answered_gives_up() -> None:
    async def scenario() -> None:
        patience = Patience(answer_s=0.1)
        async with (
            signalling() as server,
            cable_to(server.port) as cable,
            visit(cable.port, "ann", patience=patience) as ann,
        ):
            cable.freeze()
            with pytest.raises(LinkError, match=r"does not answer publish within 0.1 s"):
                await ann.room.request(Publish())

    run(scenario())


def test_a_request_breaks_with_its_link() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            cable_to(server.port) as cable,
            visit(cable.port, "ann", patience=Patience()) as ann,
        ):
            cable.freeze()
            asking = asyncio.create_task(ann.room.request(Publish()))
            await asyncio.sleep(0)
            cable.cut()
            with pytest.raises(LinkError, match=r"broke|closed the link|fell silent"):
                await asking

    run(scenario())


def test_a_refused_first_join_ends_the_visit_with_its_code() -> None:
    async def scenario() -> None:
        async with signalling() as server:
            room = OpenRoom(server.url, Join("not a room"), patience=HURRY, backoff=SOON)
            async with any_visit(room) as ann:
                error = await ann.error()
                assert isinstance(error, RoomError)
                assert error.code == ErrorCode.BAD_ID

    run(scenario())


def test_who_has_to_join_anew_uses_the_newest_token_and_role() -> None:
    soon, later = (
        seal(RoomToken("lobby", "ann", "broadcaster", expires_s), "secret")
        for expires_s in (2_000_000_000, 2_000_000_001)
    )

    async def scenario() -> None:
        async with AsyncExitStack() as stack:
            async with signalling(secret="secret") as server:
                join = Join("lobby", "ann", "", role="audience")
                room = OpenRoom(server.url, join, patience=HURRY, backoff=SOON)
                ann = await stack.enter_async_context(any_visit(room))
                await ann.until(RoomJoined)
                await room.request(RenewToken(soon))
                await room.request(RenewToken(later))
                await room.request(SetRole("broadcaster"))
            server = await stack.enter_async_context(signalling(port=server.port, secret="secret"))
            await ann.until(RoomJoined, count=2)
            member = server.directory.members("lobby")["ann"]
            assert member.peer.role == "broadcaster"
            assert abs(member.token_ends_s - 2_000_000_001) < 1

    run(scenario())


def test_an_error_in_the_listener_is_loud() -> None:
    async def scenario() -> None:
        def burst(_: object) -> None:
            raise ZeroDivisionError

        async with signalling() as server:
            with pytest.raises(ZeroDivisionError):
                await OpenRoom(server.url, Join("lobby")).run(burst)

    run(scenario())


def test_secrets_are_in_no_log_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")

    async def scenario() -> None:
        async with signalling(secret="secret") as server:
            join = Join("lobby", "ann", "TOKEN")
            address = f"{server.url}/?key=TOKEN"
            async with any_visit(OpenRoom(address, join, patience=HURRY)) as ann:
                error = await ann.error()
                assert "TOKEN" not in f"{error} {error!r} {ann.room!r}"

    run(scenario())
    assert "TOKEN" not in caplog.text
