"""The hub behind real sockets."""

import asyncio
import json
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from lianmai.core.errors import AddressError
from lianmai.core.messages import ErrorCode
from lianmai.server.hub.limits import Limits
from lianmai.server.serve import fastest_loop
from lianmai.server.signalling import Wire, start_signalling
from tests.unit.server.strangers import ROOM, mute_peer, signalling, stranger

IMPATIENT = Wire(ping_every_s=0.1, pong_within_s=0.1, close_within_s=0.1)
GARBAGE: list[tuple[str | bytes, ErrorCode]] = [
    ("hello", ErrorCode.PARSE_ERROR),
    (b"\x00\xff\xfe", ErrorCode.PARSE_ERROR),
    ("[" * 20_000, ErrorCode.PARSE_ERROR),
    ("[]", ErrorCode.INVALID_REQUEST),
    ('{"jsonrpc": "2.0", "id": 1, "method": "dance"}', ErrorCode.UNKNOWN_METHOD),
    ('{"jsonrpc": "2.0", "id": 1, "method": "kick"}', ErrorCode.INVALID_PARAMS),
]


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(10):
            await scenario

    with asyncio.Runner(loop_factory=fastest_loop()) as runner:  # the loop it is served on
        runner.run(limited())


def test_three_peers_see_each_other_come_send_and_go() -> None:
    async def scenario() -> None:
        async with signalling() as server, stranger(server, "ann") as ann:
            async with stranger(server, "bob") as bob, stranger(server, "cay") as cay:
                address = await bob.ask("publish")
                assert address["url"].startswith("rtmp://127.0.0.1:1935/live/lobby-bob-")
                assert (await cay.ask("subscribe", uid="bob"))["url"] == address["url"]
                await bob.ask("leave")
            heard = [await ann.event() for _ in range(5)]
            assert [name for name, _ in heard] == [
                *["peer_joined"] * 2,
                "stream_added",
                "stream_removed",
                "peer_left",
            ]
            assert server.ended_streams == [address["url"].rpartition("/")[2]]

    run(scenario())


def test_the_second_of_a_uid_replaces_the_first_whose_socket_closes() -> None:
    async def scenario() -> None:
        async with (
            signalling() as server,
            stranger(server, "ann") as first,
            stranger(server, "ann") as second,
        ):
            assert await first.event() == ("kicked", {"reason": "duplicate", "code": 0})
            with pytest.raises(ConnectionClosed):
                await first.link.recv()
            assert await second.ask("publish")

    run(scenario())


def test_rejoining_after_a_torn_socket_is_unseen_by_the_others() -> None:
    async def scenario() -> None:
        async with signalling() as server, stranger(server, "ann") as ann:
            async with stranger(server) as bob:
                session = (await bob.ask("join", room=ROOM, uid="bob"))["session"]
                await ann.event()
                bob.link.transport.abort()
                await server.until_connections(1)
            async with stranger(server) as again:
                back = await again.ask("rejoin", room=ROOM, uid="bob", session=session)
                assert [peer["uid"] for peer in back["peers"]] == ["ann", "bob"]
                await again.ask("send_message", body="here again")
                assert (await ann.event())[0] == "message"

    run(scenario())


def test_a_torn_socket_is_a_member_gone_when_the_grace_is_over() -> None:
    async def scenario() -> None:
        async with signalling(Limits(grace_s=0.1)) as server, stranger(server, "ann") as ann:
            async with stranger(server, "bob") as bob:
                await ann.event()
                bob.link.transport.abort()
            assert await ann.event() == ("peer_left", {"uid": "bob", "reason": "timeout"})

    run(scenario())


def test_a_half_open_socket_is_found() -> None:
    async def scenario() -> None:
        async with (
            signalling(Limits(grace_s=0.1), IMPATIENT) as server,
            stranger(server, "ann") as ann,
            mute_peer(server, "dead"),
        ):
            assert (await ann.event())[0] == "peer_joined"
            assert await ann.event() == ("peer_left", {"uid": "dead", "reason": "timeout"})

    run(scenario())


def test_a_dead_peer_is_found_within_ten_seconds_by_default() -> None:
    wire = Wire()
    assert wire.ping_every_s + wire.pong_within_s + wire.close_within_s < 10


def test_who_does_not_read_is_dropped_and_delays_nobody() -> None:
    limits = Limits(requests_per_s=1e6, request_burst=10**6)

    async def scenario() -> None:
        async with (
            signalling(limits, Wire(unread_bytes=64 * 1024)) as server,
            stranger(server, "ann") as ann,
            stranger(server, "bob") as bob,
            mute_peer(server, "deaf"),
        ):
            sent = 0
            while server.hub.connection_count == 3:
                await ann.ask("send_message", body="x" * 8000)
                sent += 1
            assert 8000 * sent > 64 * 1024
            received = [await bob.event() for _ in range(sent + 1)]
            assert [name for name, _ in received].count("message") == sent

    run(scenario())


@pytest.mark.parametrize(("garbage", "code"), GARBAGE)
def test_garbage_is_answered_with_its_code_and_harms_nobody(
    garbage: str | bytes, code: ErrorCode
) -> None:
    async def scenario() -> None:
        async with signalling() as server, stranger(server, "ann") as ann:
            async with stranger(server, "bob") as bob:
                await bob.link.send(garbage)
                assert (await bob.answer())["code"] == code
                assert await bob.ask("publish")
            assert await ann.ask("publish")

    run(scenario())


def test_an_oversized_message_costs_its_sender_the_link_and_nobody_else() -> None:
    async def scenario() -> None:
        async with signalling() as server, stranger(server, "ann") as ann:
            async with stranger(server, "bob") as bob:
                await bob.link.send("x" * 70_000)
                with pytest.raises(ConnectionClosed) as caught:
                    await bob.link.recv()
                assert caught.value.rcvd is not None
                assert caught.value.rcvd.code == 1009
            assert await ann.ask("publish")

    run(scenario())


def test_a_request_without_id_is_done_and_not_answered() -> None:
    async def scenario() -> None:
        async with signalling() as server, stranger(server, "ann") as ann:
            async with stranger(server, "bob") as bob:
                call = {"jsonrpc": "2.0", "method": "send_message", "params": {"body": "hi"}}
                await bob.link.send(json.dumps(call))
                await bob.link.send(json.dumps(call | {"method": "kick", "params": {"uid": "x"}}))
                assert "url" in await bob.ask("publish")
            assert [(await ann.event())[0] for _ in range(2)] == ["peer_joined", "message"]

    run(scenario())


def test_who_asks_too_often_is_told_so() -> None:
    async def scenario() -> None:
        slowly = Limits(requests_per_s=5, request_burst=3)
        async with signalling(slowly) as server, stranger(server, "ann") as ann:
            codes = [(await ann.ask("leave")).get("code") for _ in range(4)]
            assert ErrorCode.TOO_MANY_REQUESTS in codes

    run(scenario())


def test_a_full_server_says_so_before_the_websocket() -> None:
    async def scenario() -> None:
        async with signalling(Limits(connections=1)) as server, stranger(server, "ann"):
            with pytest.raises(InvalidStatus) as caught:
                await connect(server.url, proxy=None)
            assert caught.value.response.status_code == 503

    run(scenario())


@pytest.mark.parametrize("text", [b"GET / HTTP/1.1\r\n\r\n", b"\x03\x00\x00\x00\xff" * 50, b""])
def test_who_does_not_speak_websocket_is_hung_up_on(text: bytes) -> None:
    async def scenario() -> None:
        async with signalling(wire=Wire(open_within_s=0.2)) as server:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(text)
            await reader.read()
            writer.close()
            async with stranger(server, "ann") as ann:
                assert await ann.ask("publish")

    run(scenario())


def test_closing_does_not_wait_for_silent_or_stubborn_peers() -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as peers:
            async with signalling() as server:
                _, writer = await asyncio.open_connection("127.0.0.1", server.port)
                await peers.enter_async_context(mute_peer(server, "stubborn"))
                await server.until_connections(1)
                started_s = asyncio.get_running_loop().time()
            assert asyncio.get_running_loop().time() - started_s < 2
            writer.close()

    run(scenario())


def test_a_port_in_use_is_one_sentence() -> None:
    async def scenario() -> None:
        async with signalling() as server:
            with pytest.raises(AddressError, match=f"127.0.0.1:{server.port}.*choose another"):
                await start_signalling(
                    server.hub,
                    host="127.0.0.1",
                    port=server.port,
                    clock=lambda: 0.0,
                    end_stream=lambda _: None,
                )

    run(scenario())
