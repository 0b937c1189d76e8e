"""Each way not to reach a room server is one clear sentence."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from lianmai.core.errors import AddressError, LianmaiError, LinkError
from lianmai.core.messages import Join, MessageIgnored, PeerLeft, RoomJoined
from lianmai.rooms.signalling import OpenRoom
from tests.unit.rooms.visits import HURRY, SOON, any_visit, run

CERTIFICATE = Path(__file__).with_name("self_signed.pem")
SNAPSHOT = (
    '{"jsonrpc":"2.0","id":1,"result":'
    '{"room":"lobby","uid":"ann","session":"s","peers":[{"uid":"ann"}],"grace_s":15}}'
)

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def visit_to(server: str) -> OpenRoom:
    return OpenRoom(server, Join("lobby", "ann"), patience=HURRY, backoff=SOON)


async def failure(server: str) -> LianmaiError:
    async with any_visit(visit_to(server)) as ann:
        error = await ann.error()
        assert "LinkRetrying" not in ann.names()  # the first failure is told at once
        assert error.args[0].count("\n") == 0
        return error


@asynccontextmanager
async def tcp_server(answer: bytes | None) -> AsyncIterator[int]:
    """Accept, and send *answer* and hang up; without one, stay silent."""
    done = asyncio.Event()

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if answer is None:
            await done.wait()
        else:
            await reader.read(100)
            writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve_one, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
        done.set()


@asynccontextmanager
async def websocket_server(
    *messages: str | bytes, certificate: Path | None = None, stays: bool = True
) -> AsyncIterator[int]:
    """Take a request, send *messages*, then stay or hang up."""

    async def serve_one(connection: ServerConnection) -> None:
        await connection.recv()
        for message in messages:
            await connection.send(message)
        if stays:
            await connection.wait_closed()

    context = None
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
    async with serve(serve_one, "127.0.0.1", 0, ssl=context) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(
    "server",
    [
        *("", "lobby", "127.0.0.1:8440", "http://host", "ws://", "ws://:80", "wss://h/#x"),
        *("ws://h:port", "ws://h:0", "ws://h:99999", "ws://[::1"),
    ],
)
def test_a_wrong_server_url(server: str) -> None:
    with pytest.raises(AddressError, match=r"is not the address of a room server; use ws://"):
        visit_to(server)


def test_a_wrong_url_does_not_show_the_key_in_it() -> None:
    with pytest.raises(AddressError) as caught:
        visit_to("htp://host/?key=SECRET")
    assert "SECRET" not in str(caught.value)


def test_a_refused_connection() -> None:
    async def scenario() -> None:
        with socket.socket() as taken:  # bound, not listening: nobody else gets the port
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
            error = await failure(f"ws://127.0.0.1:{port}")
        assert isinstance(error, LinkError)
        assert str(error).startswith(f"ws://127.0.0.1:{port} refuses connections; start the server")

    run(scenario())


def test_a_host_with_several_addresses_that_all_refuse() -> None:
    async def scenario() -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            error = await failure(f"ws://localhost:{taken.getsockname()[1]}")
        assert "; start the server there, or correct" in str(error)

    run(scenario())


def test_a_host_nobody_knows() -> None:
    async def scenario() -> None:
        error = await failure("ws://no-such-host.invalid:8440")
        assert "no-such-host.invalid:8440 has an unknown host name" in str(error)

    run(scenario())


def test_a_silent_server() -> None:
    async def scenario() -> None:
        async with tcp_server(answer=None) as port:
            assert "does not answer within 0.3 s" in str(await failure(f"ws://127.0.0.1:{port}"))

    run(scenario())


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"\x03" * 1537, b"", b"SSH-2.0-x\r\n"],
)
def test_a_server_that_is_no_room_server(answer: bytes) -> None:
    async def scenario() -> None:
        async with tcp_server(answer) as port:
            assert "is not a room server" in str(await failure(f"ws://127.0.0.1:{port}"))

    run(scenario())


def test_a_full_server() -> None:
    async def scenario() -> None:
        full = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
        async with tcp_server(full) as port:
            assert "takes no more connections" in str(await failure(f"ws://127.0.0.1:{port}"))

    run(scenario())


def test_a_websocket_server_that_never_answers_the_join() -> None:
    async def scenario() -> None:
        async with websocket_server() as port:
            error = str(await failure(f"ws://127.0.0.1:{port}"))
            assert "does not answer join within 0.3 s" in error

    run(scenario())


def test_a_websocket_server_that_hangs_up_on_the_join() -> None:
    async def scenario() -> None:
        async with websocket_server(stays=False) as port:
            assert "closed the link (code 1000)" in str(await failure(f"ws://127.0.0.1:{port}"))

    run(scenario())


def test_a_server_that_answers_something_else() -> None:
    async def scenario() -> None:
        async with websocket_server('{"jsonrpc":"2.0","id":1,"result":{"x":1}}') as port:
            error = str(await failure(f"ws://127.0.0.1:{port}"))
            assert "answers join with something else; it is no room server of ours" in error

    run(scenario())


def test_a_tls_failure_where_the_server_speaks_none() -> None:
    async def scenario() -> None:
        async with websocket_server() as port:
            error = str(await failure(f"wss://127.0.0.1:{port}"))
            assert "does not speak TLS; try ws://" in error

    run(scenario())


def test_a_tls_failure_where_the_certificate_is_not_trusted() -> None:
    async def scenario() -> None:
        async with websocket_server(certificate=CERTIFICATE) as port:
            error = str(await failure(f"wss://127.0.0.1:{port}"))
            assert "has a certificate that is not trusted (self-signed certificate)" in error

    run(scenario())


@pytest.mark.parametrize(
    ("garbage", "said"),
    [
        ("<html>", "not JSON-RPC 2.0"),
        (b"\xff\x00", "not JSON-RPC 2.0"),
        ('{"jsonrpc":"2.0","method":"tea_time","params":{}}', "'tea_time'"),
        ('{"jsonrpc":"2.0","method":"peer_left","params":{}}', "'peer_left'"),
        ('{"jsonrpc":"2.0","id":99,"result":{}}', ""),
    ],
)
def test_messages_that_are_not_ours_are_named_and_passed_over(
    garbage: str | bytes, said: str
) -> None:
    left = '{"jsonrpc":"2.0","method":"peer_left","params":{"uid":"bob"}}'

    async def scenario() -> None:
        async with websocket_server(garbage, SNAPSHOT, garbage, left) as port:
            async with any_visit(visit_to(f"ws://127.0.0.1:{port}")) as ann:
                await ann.until(PeerLeft)
                await ann.until(RoomJoined)
            ignored = [it.reason for it in ann.events if isinstance(it, MessageIgnored)]
            assert len(ignored) == (2 if said else 0)
            assert all(said in reason for reason in ignored)

    run(scenario())
