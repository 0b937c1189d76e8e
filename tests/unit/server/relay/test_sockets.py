import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from lianmai.server.relay import sockets

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="options of Linux")


@asynccontextmanager
async def connection(host: str) -> AsyncIterator[asyncio.Transport]:
    """Give the server's end of a connection to *host*."""
    accepted: asyncio.Queue[asyncio.Transport] = asyncio.Queue()

    class Server(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            accepted.put_nowait(transport)

    server = await asyncio.get_running_loop().create_server(Server, host, 0)
    async with server:
        _, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        transport = await accepted.get()
        try:
            yield transport
        finally:
            transport.close()
            writer.close()


def option(transport: asyncio.Transport, name: int) -> int:
    value = transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, name)
    assert isinstance(value, int)
    return value


def test_a_peer_is_served_at_once_until_it_is_a_settled_local_player() -> None:
    async def scenario() -> None:
        async with connection("127.0.0.1") as transport:
            sockets.tune(transport)
            assert option(transport, socket.TCP_NODELAY)
            sockets.batch_for_local_player(transport)
            assert not option(transport, socket.TCP_NODELAY)

    asyncio.run(scenario())


def test_a_peer_from_elsewhere_is_never_kept_waiting() -> None:
    class FromElsewhere(asyncio.BaseTransport):
        def get_extra_info(self, name: str, default: object = None) -> object:
            assert name == "peername"
            return ("192.0.2.1", 50_000)

    sockets.batch_for_local_player(FromElsewhere())


def test_a_peer_that_is_gone_gets_no_options() -> None:
    async def scenario() -> None:
        async with connection("127.0.0.1") as transport:
            transport.abort()
            sockets.tune(transport)
            sockets.confirm_now(transport)
            sockets.batch_for_local_player(transport)

    asyncio.run(scenario())
