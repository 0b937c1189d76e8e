"""The hub's sockets: one WebSocket a peer, one text frame a message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from itertools import count

from msgspec import UNSET, UnsetType
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as HttpRequest
from websockets.http11 import Response

from lianmai.core.errors import AddressError
from lianmai.core.messages import ErrorCode
from lianmai.core.rpc import (
    LONGEST_REQUEST_BYTES,
    Id,
    Malformed,
    decode_request,
    encode_answer,
    encode_event,
    encode_refusal,
)
from lianmai.core.sentences import sentence
from lianmai.server.hub.addresses import host_of
from lianmai.server.hub.effects import Close, Effect, EndStream, Notify, Refuse, Reply
from lianmai.server.hub.hub import Hub

_TICK_S = 0.25
_FAREWELL_S = 0.5
_SPARE_SOCKETS = 200
"""How many sockets beyond the connections allowed may be in their opening handshake."""


@dataclass(frozen=True)
class Wire:
    """Bounds of one socket. A dead peer is found after the sum of the first three at most."""

    ping_every_s: float = 4.0
    pong_within_s: float = 4.0
    close_within_s: float = 1.0
    open_within_s: float = 5.0
    unread_bytes: int = 1024 * 1024
    """A peer that leaves more than this unread is dropped, so that memory never grows."""


class Signalling:
    """Carries requests to a `Hub` and its effects to the sockets; made by `start_signalling`."""

    def __init__(
        self, hub: Hub, wire: Wire, clock: Callable[[], float], end_stream: Callable[[str], None]
    ) -> None:
        self._hub = hub
        self._wire = wire
        self._clock = clock
        self._end_stream = end_stream
        self._ids = count(1)
        self._connections: dict[str, ServerConnection] = {}
        self._closing: set[asyncio.Task[None]] = set()

    async def handle(self, connection: ServerConnection) -> None:
        """Serve one peer until its socket closes."""
        peer_id = f"c{next(self._ids)}"
        self._connections[peer_id] = connection
        self._hub.connect(peer_id, _host(connection), self._clock())
        try:
            async for text in connection:
                if self._receive(peer_id, text):
                    # Only this peer waits: nothing more is read from it for a moment.
                    await asyncio.sleep(1 / self._hub.limits.requests_per_s)
        except ConnectionClosed:
            pass  # how it closed is of no interest: the membership waits for a while either way
        finally:
            del self._connections[peer_id]
            self._carry_out(self._hub.disconnect(peer_id, self._clock()))

    def tick(self) -> None:
        """Let time pass in the hub."""
        self._carry_out(self._hub.tick(self._clock()))

    def turn_away(self, connection: ServerConnection, _: HttpRequest) -> Response | None:
        """Return an HTTP error for a connection beyond the limit, nothing for a welcome one."""
        if self._hub.connection_count < self._hub.limits.connections:
            return None
        return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "The server is full.\n")

    async def finish(self) -> None:
        """Wait for connections that are being closed."""
        if self._closing:
            await asyncio.wait(self._closing)

    def _receive(self, peer_id: str, text: str | bytes) -> bool:
        """Handle one message; return whether the peer has to slow down."""
        request_id: Id | UnsetType = None
        try:
            request = decode_request(text)
            request_id = request.id
            effects = self._hub.receive(peer_id, request.op, self._clock())
        except Malformed as error:
            request_id, now_s = error.id, self._clock()
            effects = self._hub.misunderstand(peer_id, error.code, error.reason, now_s)
        self._carry_out(effects, request_id)
        return any(
            isinstance(it, Refuse) and it.code == ErrorCode.TOO_MANY_REQUESTS for it in effects
        )

    def _carry_out(self, effects: Iterable[Effect], request_id: Id | UnsetType = UNSET) -> None:
        for effect in effects:
            match effect:
                case Reply(peer_id, result) if request_id is not UNSET:
                    self._send([peer_id], encode_answer(request_id, result))
                case Refuse(peer_id, code, reason) if request_id is not UNSET:
                    self._send([peer_id], encode_refusal(request_id, code, reason))
                case Notify(peer_ids, event):
                    self._send(peer_ids, encode_event(event))
                case Close(peer_id):
                    self._close(peer_id)
                case EndStream(name):
                    self._end_stream(name)
                case Reply() | Refuse():
                    pass  # a notification: no answer is wanted

    def _send(self, peer_ids: Iterable[str], message: bytes) -> None:
        """Write *message* to each without waiting for anyone; drop who does not read."""
        connections = self._connections
        receivers = [connections[it] for it in peer_ids if it in connections]
        broadcast(receivers, message.decode())
        for receiver in receivers:
            if receiver.transport.get_write_buffer_size() > self._wire.unread_bytes:
                receiver.transport.abort()

    def _close(self, peer_id: str) -> None:
        if (connection := self._connections.get(peer_id)) is not None:
            task = asyncio.create_task(connection.close())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)


class RunningSignalling:
    """Signalling that listens; made by `start_signalling`, used on its loop."""

    def __init__(
        self, server: Server, signalling: Signalling, sockets: set[ServerConnection]
    ) -> None:
        self.port: int = server.sockets[0].getsockname()[1]
        self._server = server
        self._signalling = signalling
        self._sockets = sockets
        self._loop = asyncio.get_running_loop()
        self._ticking = self._loop.call_later(_TICK_S, self._tick)

    async def aclose(self) -> None:
        """Stop listening and close every connection, at the latest after half a second."""
        self._ticking.cancel()
        self._server.close()
        try:
            async with asyncio.timeout(_FAREWELL_S):
                await self._server.wait_closed()
        except TimeoutError:
            for connection in tuple(self._sockets):
                connection.transport.abort()
            await self._server.wait_closed()
        await self._signalling.finish()

    def _tick(self) -> None:
        self._ticking = self._loop.call_later(_TICK_S, self._tick)
        self._signalling.tick()


async def start_signalling(
    hub: Hub,
    *,
    host: str,
    port: int,
    clock: Callable[[], float],
    end_stream: Callable[[str], None],
    wire: Wire | None = None,
) -> RunningSignalling:
    """Listen on *host*; port 0 means any free one. *end_stream* hangs up a stream of the relay.

    Raises:
        AddressError: If the port cannot be listened on.
    """
    wire = wire or Wire()
    signalling = Signalling(hub, wire, clock, end_stream)
    sockets: set[ServerConnection] = set()
    kind = _counting(sockets, hub.limits.connections + _SPARE_SOCKETS)
    try:
        server = await _listen(signalling, kind, host, port, wire)
    except OSError as error:
        raise AddressError(
            sentence(
                "Cannot listen on {host}:{port} ({reason}); choose another host or port.",
                host=host,
                port=port,
                reason=error.strerror or error,
            )
        ) from error
    return RunningSignalling(server, signalling, sockets)


async def _listen(
    signalling: Signalling, kind: type[ServerConnection], host: str, port: int, wire: Wire
) -> Server:
    return await serve(
        signalling.handle,
        host,
        port,
        process_request=signalling.turn_away,
        create_connection=kind,
        # Deflating costs more time and memory than it saves on the short way to a peer.
        compression=None,
        open_timeout=wire.open_within_s,
        ping_interval=wire.ping_every_s,
        ping_timeout=wire.pong_within_s,
        close_timeout=wire.close_within_s,
        max_size=LONGEST_REQUEST_BYTES,
        # Above what a peer may leave unread: a ping must never wait in a full buffer, or a
        # dead peer would not be found.
        write_limit=2 * wire.unread_bytes,
        logger=_logger(),
        server_header=None,
    )


def _counting(sockets: set[ServerConnection], limit: int) -> type[ServerConnection]:
    """Return a connection class that keeps *sockets* up to date and hangs up beyond *limit*.

    It sees sockets that have not sent their opening handshake, which the library does not list.
    """

    class CountedConnection(ServerConnection):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            sockets.add(self)
            if len(sockets) > limit:
                self.transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            sockets.discard(self)
            super().connection_lost(exc)

    return CountedConnection


def _host(connection: ServerConnection) -> str:
    """Return the name by which the peer reached us."""
    headers = connection.request.headers.get_all("Host") if connection.request else []
    return host_of(headers[0] if headers else "", str(connection.local_address[0]))


def _logger() -> logging.Logger:
    """Return a logger that never shows frames, which hold secrets, nor who failed to connect."""
    logger = logging.getLogger("lianmai.signalling")
    logger.setLevel(logging.WARNING)
    logger.addFilter(_is_ours)
    return logger


def _is_ours(record: logging.LogRecord) -> bool:
    return "opening handshake failed" not in record.getMessage()
