"""The relay at work: RTMP in, RTMP and HTTP-FLV out, on one event loop."""

import asyncio
from collections.abc import Callable

from lianmai.core.errors import AddressError
from lianmai.core.sentences import sentence
from lianmai.server.gate import Gate
from lianmai.server.relay.connections import Connections
from lianmai.server.relay.http_flv import HttpFlvServer
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.relay import Relay, RelayObserver, RelayStats
from lianmai.server.relay.rtmp_server import RtmpConnection

_TICK_S = 1.0
_GRACE_S = 0.4
_BACKLOG = 1024


async def start_relay(
    *,
    host: str,
    rtmp_port: int,
    http_port: int,
    gate: Gate,
    limits: RelayLimits | None = None,
    observer: RelayObserver | None = None,
) -> "RunningRelay":
    """Listen on *host*; a port of 0 means any free one.

    Raises:
        AddressError: If a port cannot be listened on.
    """
    limits = limits or RelayLimits()
    relay = Relay(gate, limits, observer)
    connections = Connections(limits.max_connections)
    http = HttpFlvServer(relay, connections)
    rtmp_listener = await _listen(lambda: RtmpConnection(relay, connections), host, rtmp_port)
    try:
        http_listener = await _listen(http, host, http_port)
    except AddressError:
        rtmp_listener.close()
        raise
    return RunningRelay(relay, connections, http, rtmp_listener, http_listener)


async def _listen(
    factory: Callable[[], asyncio.BaseProtocol], host: str, port: int
) -> asyncio.Server:
    loop = asyncio.get_running_loop()
    try:
        return await loop.create_server(factory, host, port, backlog=_BACKLOG)
    except OSError as error:
        reason = error.strerror or error
        raise AddressError(
            sentence(
                "Cannot listen on {host}:{port} ({reason}); choose another host or port.",
                host=host,
                port=port,
                reason=reason,
            )
        ) from error


class RunningRelay:
    """A relay that listens; made by `start_relay`, used on its loop."""

    def __init__(
        self,
        relay: Relay,
        connections: Connections,
        http: HttpFlvServer,
        rtmp_listener: asyncio.Server,
        http_listener: asyncio.Server,
    ) -> None:
        self.rtmp_port: int = rtmp_listener.sockets[0].getsockname()[1]
        self.http_port: int = http_listener.sockets[0].getsockname()[1]
        self._relay = relay
        self._connections = connections
        self._http = http
        self._listeners = (rtmp_listener, http_listener)
        self._loop = asyncio.get_running_loop()
        self._ticking = self._loop.call_later(_TICK_S, self._tick)

    def end_stream(self, name: str) -> None:
        """Hang up on the publisher and all players of *name*, if there are any."""
        self._relay.end_stream(name)

    def stats(self) -> RelayStats:
        """Return counts of streams, players, bytes and skips."""
        return self._relay.stats()

    async def aclose(self) -> None:
        """Stop listening and hang up on everybody, at the latest after half a second."""
        self._ticking.cancel()
        for listener in self._listeners:
            listener.close()
        self._relay.end_all()
        await self._connections.finish(_GRACE_S)
        await self._http.shutdown(_GRACE_S)

    def _tick(self) -> None:
        self._ticking = self._loop.call_later(_TICK_S, self._tick)
        now_s = self._loop.time()
        self._relay.tick(now_s)
        self._connections.tick(now_s)
