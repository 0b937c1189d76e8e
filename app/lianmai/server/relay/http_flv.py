"""HTTP-FLV: ``GET /live/<name>.flv`` answers with the stream, for as long as it lasts."""

import asyncio
import logging

from aiohttp import HttpVersion11, web
from aiohttp.http import HttpProcessingError
from aiohttp.web_protocol import RequestHandler

from lianmai.core.errors import AddressError
from lianmai.server.gate import AccessDenied
from lianmai.server.relay import flv, sockets
from lianmai.server.relay.audience import Player
from lianmai.server.relay.connections import Connections
from lianmai.server.relay.patience import Patience, Stage, Verdict
from lianmai.server.relay.relay import Relay
from lianmai.server.relay.sink import TransportSink
from lianmai.server.relay.stream_address import parse_stream_address
from lianmai.server.relay.wire import Wire, http_chunk

_MAX_REQUEST_LINE_BYTES = 4096
# A page from anywhere may play: keys guard streams, not origins.
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
    "Server": "Lianmai",
}

_log = logging.getLogger(__name__)
_aiohttp_log = logging.getLogger(f"{__name__}.aiohttp")


def _without_traceback(record: logging.LogRecord) -> bool:
    """Give a stranger's nonsense one line; our own mistakes keep their traceback."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


_aiohttp_log.addFilter(_without_traceback)


class _HttpConnection:
    """One HTTP connection, as far as the clock is concerned."""

    def __init__(self, transport: asyncio.Transport, patience: Patience) -> None:
        self.patience = patience
        self._transport = transport
        self._has_settled = False

    def tick(self, now_s: float) -> None:
        if self.patience.verdict(now_s) is Verdict.END:
            self.abort()
        elif self.patience.stage is Stage.PLAYING and not self._has_settled:
            self._has_settled = True
            sockets.batch_for_local_player(self._transport)

    def close(self) -> None:
        if self.patience.stage is Stage.SETUP:  # else the answer's end closes it
            self._transport.close()

    def abort(self) -> None:
        self._transport.abort()


class HttpFlvServer(web.Server):
    """aiohttp's low-level server, with the relay's bounds on its connections."""

    def __init__(self, relay: Relay, connections: Connections) -> None:
        super().__init__(
            self._handle,
            handler_cancellation=True,
            access_log=None,
            logger=_aiohttp_log,
            max_line_size=_MAX_REQUEST_LINE_BYTES,
            lingering_time=relay.limits.close_s,
        )
        self._relay = relay
        self._all_connections = connections
        self._own_connections: dict[RequestHandler, _HttpConnection] = {}

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Count the connection in; called by aiohttp."""
        super().connection_made(handler, transport)
        connection = _HttpConnection(transport, Patience(self._relay.limits))
        if self._all_connections.add(connection):
            self._own_connections[handler] = connection
            sockets.tune(transport)
        else:
            _log.warning("HTTP client %s: too many connections.", sockets.peer_name(transport))
            transport.abort()

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """Count the connection out; called by aiohttp."""
        super().connection_lost(handler, exc)
        connection = self._own_connections.pop(handler, None)
        if connection is not None:
            self._all_connections.remove(connection)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = self._own_connections[request.protocol]
        connection.patience.enter(Stage.PLAYING)
        try:
            return await self._answer(request)
        finally:
            connection.patience.enter(Stage.CLOSING)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.method not in ("GET", "HEAD"):
            return _text(405, "Streams are played with GET.")
        try:
            address = parse_stream_address(f"{request.path}?{request.query_string}")
            self._relay.admit("play", address)
        except AddressError as error:
            return _text(404, str(error))
        except AccessDenied as error:
            return _text(403, str(error))
        if request.method == "GET":
            await self._wait_for(address.name)
        if not self._relay.is_live(address.name):
            return _text(404, f"Nobody publishes {address.name!r}; try again when it is live.")
        return await self._stream(request, address.name)

    async def _wait_for(self, name: str) -> None:
        """Return when *name* is live, or when the time to wait for it is over."""
        if self._relay.is_live(name):
            return
        started = asyncio.Event()
        call_off = self._relay.when_live(name, started.set)
        try:
            async with asyncio.timeout(self._relay.limits.publisher_wait_s):
                await started.wait()
        except TimeoutError:
            pass
        finally:
            call_off()

    async def _stream(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        response = web.StreamResponse(headers=_HEADERS)
        response.content_type = "video/x-flv"
        response.force_close()
        await response.prepare(request)
        transport = request.transport
        if request.method == "GET" and transport is not None:
            is_chunked = request.version >= HttpVersion11
            await self._play(name, transport, Wire.CHUNKED_FLV if is_chunked else Wire.FLV)
        return response

    async def _play(self, name: str, transport: asyncio.Transport, wire: Wire) -> None:
        """Let the stream write to *transport* until it is over or the client is gone.

        It writes below aiohttp: shared bytes that are framed already need nothing from it.
        """
        head = flv.FILE_HEADER
        transport.write(http_chunk(head) if wire is Wire.CHUNKED_FLV else head)
        over = asyncio.Event()
        player = Player(TransportSink(transport, over.set))
        self._relay.join(name, player, wire)
        try:
            await over.wait()
        finally:
            self._relay.leave(name, player)


def _text(status: int, sentence: str) -> web.Response:
    response = web.Response(status=status, text=sentence + "\n", headers=_HEADERS)
    response.force_close()
    return response
