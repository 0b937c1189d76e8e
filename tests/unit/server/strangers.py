"""Clients that know nothing but ``resources/protocol``: plain WebSockets, plain JSON."""

import asyncio
import base64
import json
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from lianmai.server.clock import steady_unix_clock
from lianmai.server.hub.addresses import Addresses
from lianmai.server.hub.admission import Admission
from lianmai.server.hub.directory import MemoryDirectory
from lianmai.server.hub.hub import Hub
from lianmai.server.hub.limits import Limits
from lianmai.server.signalling import Wire, start_signalling

ROOM = "lobby"


class Signalling:
    """A signalling server in a test."""

    def __init__(self, port: int, hub: Hub, directory: MemoryDirectory, ended: list[str]) -> None:
        self.port = port
        self.url = f"ws://127.0.0.1:{port}"
        self.hub = hub
        self.directory = directory
        self.ended_streams = ended

    async def until_connections(self, count: int) -> None:
        """Wait until there are *count* connections."""
        while self.hub.connection_count != count:  # noqa: ASYNC110  # the hub has no events
            await asyncio.sleep(0.01)


@asynccontextmanager
async def signalling(
    limits: Limits | None = None, wire: Wire | None = None, *, port: int = 0, secret: str = ""
) -> AsyncIterator[Signalling]:
    """Serve on *port*, or on a free one."""
    directory, ended = MemoryDirectory(), list[str]()
    addresses = Addresses(1935, 8441, secret, key_s=3600)
    hub = Hub(directory, addresses, Admission(secret), limits or Limits())
    clock = steady_unix_clock()
    server = await start_signalling(
        hub, host="127.0.0.1", port=port, clock=clock, end_stream=ended.append, wire=wire
    )
    try:
        yield Signalling(server.port, hub, directory, ended)
    finally:
        await server.aclose()


class Stranger:
    """One client."""

    def __init__(self, link: ClientConnection) -> None:
        self.link = link
        self.events: list[tuple[str, dict[str, Any]]] = []
        self._last_id = 0

    async def ask(self, method: str, **params: Any) -> Any:
        """Return the result of a request, or its error; keep the events that come before."""
        self._last_id += 1
        call = {"jsonrpc": "2.0", "id": self._last_id, "method": method, "params": params}
        await self.link.send(json.dumps(call))
        return await self.answer()

    async def answer(self) -> Any:
        """Return the next answer."""
        while True:
            message = await self._receive()
            if "method" not in message:
                return message["result"] if "result" in message else message["error"]

    async def event(self) -> tuple[str, dict[str, Any]]:
        """Return the next event that was not asked for yet."""
        while not self.events:
            await self._receive()
        return self.events.pop(0)

    async def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await self.link.recv())
        assert message["jsonrpc"] == "2.0"
        if "method" in message:
            self.events.append((message["method"], message["params"]))
        return message


@asynccontextmanager
async def stranger(server: Signalling, uid: str = "", room: str = ROOM) -> AsyncIterator[Stranger]:
    """Connect, and join as *uid* if one is given."""
    async with connect(server.url, proxy=None) as link:
        client = Stranger(link)
        if uid:
            assert (await client.ask("join", room=room, uid=uid))["uid"] == uid
        yield client


@asynccontextmanager
async def mute_peer(server: Signalling, uid: str) -> AsyncIterator[socket.socket]:
    """Join as *uid* by hand, and never read nor answer anything afterwards."""
    loop = asyncio.get_running_loop()
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.setblocking(False)
        await loop.sock_connect(sock, ("127.0.0.1", server.port))
        key = base64.b64encode(os.urandom(16)).decode()
        await loop.sock_sendall(
            sock,
            f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode(),
        )
        await loop.sock_recv(sock, 1024)
        params = {"room": ROOM, "uid": uid}
        call = {"jsonrpc": "2.0", "id": 1, "method": "join", "params": params}
        await loop.sock_sendall(sock, text_frame(json.dumps(call)))
        await loop.sock_recv(sock, 1024)
        yield sock


def text_frame(text: str) -> bytes:
    """Return *text*, up to 125 bytes, as a client's WebSocket frame (RFC 6455, 5.2), unmasked."""
    return bytes([0x81, 0x80 | len(text)]) + bytes(4) + text.encode()
