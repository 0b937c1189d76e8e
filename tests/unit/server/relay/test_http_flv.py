import asyncio
from contextlib import suppress

import pytest

from lianmai.server.relay import relay_server
from lianmai.server.relay.flv import FILE_HEADER, encode_tag
from lianmai.server.relay.limits import RelayLimits
from tests.unit.server.relay.conftest import Run
from tests.unit.server.relay.fakes import HEADERS, delta, key
from tests.unit.server.relay.peers import HOST, PEER_S, http, rtmp_peers, running_relay, until

TAGS = [*HEADERS, key(0), delta(40)]
FLV = FILE_HEADER + b"".join(map(encode_tag, TAGS))


def unchunked(body: bytes) -> bytes:
    """Return the content of a chunked body that has its end."""
    content = b""
    while True:
        size, _, body = body.partition(b"\r\n")
        if int(size, 16) == 0:
            assert body == b"\r\n"
            return content
        content, body = content + body[: int(size, 16)], body[int(size, 16) + 2 :]


@pytest.mark.parametrize("path", ["/live/alice.flv", "/live/alice", "/live/alice.flv?key=x"])
def test_a_player_gets_the_stream_as_a_file_that_ends_with_it(run: Run, path: str) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 1) as (publisher,):
            await publisher.publish("alice")
            publisher.send(*TAGS[:4])
            await until(lambda: relay.stats()["bytes_in"] > 0)
            answer = asyncio.create_task(http(relay, f"GET {path} HTTP/1.1"))
            await until(lambda: relay.stats()["players"] == 1)
            publisher.send(TAGS[4])
            await publisher.leave()
            status, head, body = await answer
            assert (status, unchunked(body)) == (200, FLV)
            assert "Access-Control-Allow-Origin: *" in head
            assert "Content-Type: video/x-flv" in head

    run(scenario())


def test_http_1_0_gets_the_bare_file(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 1) as (publisher,):
            await publisher.publish("alice")
            publisher.send(*TAGS)
            await until(lambda: relay.stats()["bytes_in"] > 0)
            answer = asyncio.create_task(http(relay, "GET /live/alice.flv HTTP/1.0"))
            await until(lambda: relay.stats()["players"] == 1)
            await publisher.leave()
            assert (await answer)[2] == FLV

    run(scenario())


def test_a_player_may_come_before_its_publisher(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 1) as (publisher,):
            answer = asyncio.create_task(http(relay, "GET /live/alice.flv HTTP/1.1"))
            await until(lambda: bool(relay._relay._waiting))
            await publisher.publish("alice")
            await until(lambda: relay.stats()["players"] == 1)
            publisher.send(*TAGS)
            await publisher.leave()
            assert unchunked((await answer)[2]) == FLV

    run(scenario())


@pytest.mark.parametrize(
    ("request_line", "status", "sentence"),
    [
        ("GET /live/nobody.flv HTTP/1.1", 404, "Nobody publishes 'nobody'; try again when"),
        ("GET /favicon.ico HTTP/1.1", 404, "There is no application 'favicon.ico' here"),
        ("GET /live/ HTTP/1.1", 404, "A stream name has 1 to 128"),
        ("GET /live/a%20b HTTP/1.1", 404, "A stream name has 1 to 128"),
        ("POST /live/alice HTTP/1.1", 405, "Streams are played with GET"),
        ("nonsense", 400, ""),
        ("GET /live/" + "x" * 9000 + " HTTP/1.1", 400, ""),
    ],
)
def test_anything_else_gets_a_status_and_a_sentence(
    run: Run, request_line: str, status: int, sentence: str
) -> None:
    async def scenario() -> None:
        async with running_relay(RelayLimits(publisher_wait_s=0.1)) as relay:
            got, _, body = await http(relay, request_line)
            assert got == status
            assert sentence in body.decode()
            assert not relay._relay._waiting

    run(scenario())


def test_a_strangers_nonsense_is_one_line_in_the_log(
    run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with running_relay() as relay:
            assert (await http(relay, "GET / nonsense"))[0] == 400

    run(scenario())
    assert [(it.levelname, it.exc_info) for it in caplog.records] == [("WARNING", None)]


def test_head_tells_whether_a_stream_is_live_without_playing_it(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 1) as (publisher,):
            assert (await http(relay, "HEAD /live/alice.flv HTTP/1.1"))[0] == 404
            await publisher.publish("alice")
            status, _, body = await http(relay, "HEAD /live/alice.flv HTTP/1.1")
            assert (status, body) == (200, b"")

    run(scenario())


def test_connections_of_both_kinds_count_against_one_bound(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay(RelayLimits(max_connections=1)) as relay:
            async with rtmp_peers(relay, 1) as (peer,):
                await peer.play("alice")
                reader, writer = await asyncio.open_connection(HOST, relay.http_port)
                with suppress(ConnectionResetError):
                    assert await asyncio.wait_for(reader.read(), PEER_S) == b""
                writer.close()
            await until(lambda: relay.stats()["players"] == 0)
            assert (await http(relay, "GET / HTTP/1.1"))[0] == 404

    run(scenario())


def test_a_player_that_leaves_is_forgotten(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 1) as (publisher,):
            await publisher.publish("alice")
            _, writer = await asyncio.open_connection(HOST, relay.http_port)
            writer.write(b"GET /live/alice HTTP/1.1\r\nHost: relay\r\n\r\n")
            await until(lambda: relay.stats()["players"] == 1)
            writer.close()
            await until(lambda: relay.stats()["players"] == 0)

    run(scenario())


@pytest.mark.parametrize("words", [b"", b"GET /live/a HTTP/1.1\r\nHost: "], ids=["nothing", "half"])
def test_a_client_that_does_not_finish_its_request_is_hung_up_on(
    run: Run, words: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_server, "_TICK_S", 0.02)

    async def scenario() -> None:
        async with running_relay(RelayLimits(setup_s=0.1)) as relay:
            reader, writer = await asyncio.open_connection(HOST, relay.http_port)
            writer.write(words)
            with suppress(ConnectionResetError):
                assert await asyncio.wait_for(reader.read(), PEER_S) == b""
            writer.close()

    run(scenario())
