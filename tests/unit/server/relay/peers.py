"""Clients of a running relay, on real sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Literal

from lianmai.server.gate import AccessDenied, Gate, OpenGate
from lianmai.server.relay.flv import AUDIO, DATA, VIDEO, Tag
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.relay import RelayObserver
from lianmai.server.relay.relay_server import RunningRelay, start_relay
from lianmai.server.rtmp.chunks import ChunkReader
from lianmai.server.rtmp.limits import RtmpLimits
from lianmai.server.rtmp.messages import Message
from tests.unit.server.rtmp.talk import (
    SERVER_GREETING_BYTES,
    command,
    media,
    opening,
    status_codes,
)

HOST = "127.0.0.1"
PEER_S = 5.0


class KeyGate:
    """Wants the key "k"."""

    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        if key != "k":
            raise AccessDenied(f"The key does not let you {action} {name!r}.")


@asynccontextmanager
async def running_relay(
    limits: RelayLimits | None = None,
    gate: Gate | None = None,
    observer: RelayObserver | None = None,
) -> AsyncIterator[RunningRelay]:
    """Run a relay on free ports."""
    relay = await start_relay(
        host=HOST,
        rtmp_port=0,
        http_port=0,
        gate=gate or OpenGate(),
        limits=limits,
        observer=observer,
    )
    try:
        yield relay
    finally:
        await relay.aclose()


async def until(claim: Callable[[], bool]) -> None:
    """Wait until *claim* holds."""
    async with asyncio.timeout(PEER_S):
        while not claim():  # noqa: ASYNC110 - the relay tells nobody
            await asyncio.sleep(0.005)


class RtmpPeer:
    """A publisher or player that has said nothing yet."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self._reader = reader
        self._chunks = ChunkReader(RtmpLimits())
        self._to_skip = SERVER_GREETING_BYTES
        self._messages: list[Message] = []

    @classmethod
    async def connect(cls, relay: RunningRelay, receive_bytes: int | None = None) -> "RtmpPeer":
        """Open a connection, with a small receive buffer if *receive_bytes* says so."""
        sock = socket.socket()
        sock.setblocking(False)
        if receive_bytes is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        await asyncio.get_running_loop().sock_connect(sock, (HOST, relay.rtmp_port))
        return cls(*await asyncio.open_connection(sock=sock, limit=2048))

    def say(self, data: bytes) -> None:
        """Send *data*."""
        self.writer.write(data)

    def send(self, *tags: Tag) -> None:
        """Publish *tags*."""
        self.say(b"".join(map(media, tags)))

    async def publish(self, name: str) -> str:
        """Ask to publish and return the status code."""
        self.say(opening() + command("publish", None, name, "live", stream_id=1))
        return await self.status()

    async def play(self, name: str) -> str:
        """Ask to play and return the status code."""
        self.say(opening() + command("play", None, name, stream_id=1))
        return await self.status()

    async def status(self) -> str:
        """Return the code of the next news about the stream."""
        while True:
            message = await self.message()
            codes = status_codes([message])
            if codes and codes[0] not in ("NetConnection.Connect.Success", "NetStream.Play.Reset"):
                return codes[0]

    async def tag(self) -> Tag:
        """Return the next piece of media."""
        while True:
            message = await self.message()
            if message.type_id in (AUDIO, VIDEO, DATA):
                return Tag(message.type_id, message.timestamp_ms, message.body)

    async def tags(self, count: int) -> list[Tag]:
        """Return the next *count* pieces of media."""
        return [await self.tag() for _ in range(count)]

    async def message(self) -> Message:
        """Return the next message; EOFError when the relay has hung up."""
        while not self._messages:
            data = await self._read()
            self._to_skip, data = max(0, self._to_skip - len(data)), data[self._to_skip :]
            self._messages += self._chunks.feed(data)
        return self._messages.pop(0)

    async def _read(self) -> bytes:
        async with asyncio.timeout(PEER_S):
            data = await self._reader.read(1 << 20)
        if not data:
            raise EOFError
        return data

    async def hung_up(self) -> None:
        """Return when the relay has hung up."""
        with suppress(EOFError, ConnectionError):
            while True:
                await self._read()

    async def leave(self) -> None:
        """Hang up."""
        self.writer.close()
        with suppress(ConnectionError):
            await self.writer.wait_closed()


@asynccontextmanager
async def rtmp_peers(relay: RunningRelay, count: int) -> AsyncIterator[list[RtmpPeer]]:
    """Connect *count* clients."""
    peers = [await RtmpPeer.connect(relay) for _ in range(count)]
    try:
        yield peers
    finally:
        for peer in peers:
            await peer.leave()


async def http(relay: RunningRelay, request: str) -> tuple[int, str, bytes]:
    """Send *request* (its first line) and return status, headers and the body to its end."""
    reader, writer = await asyncio.open_connection(HOST, relay.http_port)
    try:
        writer.write(f"{request}\r\nHost: relay\r\n\r\n".encode())
        async with asyncio.timeout(PEER_S):
            answer = await reader.read(-1)
    finally:
        writer.close()
        await writer.wait_closed()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.decode(), body
