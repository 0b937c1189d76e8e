"""The room server: signalling and relay in one process, on one event loop."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

from lianmai.core.errors import AddressError
from lianmai.core.sentences import sentence
from lianmai.server.clock import steady_unix_clock
from lianmai.server.descriptors import allow_many_sockets
from lianmai.server.gate import AccessDenied, Gate, OpenGate
from lianmai.server.hub.addresses import APP, Addresses, check_key
from lianmai.server.hub.admission import Admission
from lianmai.server.hub.directory import Directory, MemoryDirectory
from lianmai.server.hub.hub import Hub
from lianmai.server.hub.limits import Limits
from lianmai.server.lan import lan_addresses, url_host
from lianmai.server.relay.relay_server import RunningRelay, start_relay
from lianmai.server.signalling import RunningSignalling, Wire, start_signalling
from lianmai.stopping import until_told_to_stop


@dataclass(frozen=True)
class ServeOptions:
    """What `lianmai serve` can be told. A port of 0 is any free one.

    *secret* signs stream keys and room tokens; without one the relay admits everybody.
    """

    host: str = "127.0.0.1"
    port: int = 0
    rtmp_port: int = 0
    http_port: int = 0
    secret: str = field(default="", repr=False)
    require_token: bool = False
    until_stdin_closes: bool = False
    limits: Limits = field(default_factory=Limits)
    wire: Wire = field(default_factory=Wire)


@dataclass(frozen=True)
class RoomServer:
    """A server at work; made by `room_server`."""

    host: str
    signalling: RunningSignalling
    relay: RunningRelay
    directory: Directory

    def urls(self, host: str) -> dict[str, str]:
        """Return where *host* offers what."""
        return {
            "ws": f"ws://{host}:{self.signalling.port}",
            "rtmp": f"rtmp://{host}:{self.relay.rtmp_port}/{APP}",
            "http": f"http://{host}:{self.relay.http_port}/{APP}",
        }


class KeyGate:
    """Admits to the relay who shows a key of ours, as long as the stream is published."""

    def __init__(self, directory: Directory, secret: str, clock: Callable[[], float]) -> None:
        self._directory = directory
        self._secret = secret
        self._clock = clock

    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        """Return if the bearer of *key* may *action* the stream *name* now.

        Raises:
            AccessDenied: If not.
        """
        check_key(action, name, key, self._secret, self._clock())
        if self._directory.owner_of(name) is None:
            raise AccessDenied(sentence("The stream has ended; ask the room for a new address."))


def run(options: ServeOptions) -> int:
    """Serve until told to stop; return the exit code. For the command line, hence synchronous."""
    allow_many_sockets()
    with asyncio.Runner(loop_factory=fastest_loop()) as runner:
        try:
            return runner.run(serve(options))
        except AddressError as error:
            print(error, file=sys.stderr)
            return 1


async def serve(options: ServeOptions) -> int:
    """Serve until a signal or the end of standard input; return the exit code.

    Raises:
        AddressError: If a port cannot be listened on, or a token is wanted that nobody can sign.
    """
    with until_told_to_stop(until_stdin_closes=options.until_stdin_closes) as told:
        async with room_server(options) as server:
            _announce(server)
            return await told


@asynccontextmanager
async def room_server(options: ServeOptions) -> AsyncIterator[RoomServer]:
    """Run a room server inside the block.

    Raises:
        AddressError: As `serve` does.
    """
    if options.require_token and not options.secret:
        raise AddressError("To require tokens the server needs a secret that signs them.")
    clock, directory = steady_unix_clock(), MemoryDirectory()
    async with AsyncExitStack() as running:
        relay = await start_relay(
            host=options.host,
            rtmp_port=options.rtmp_port,
            http_port=options.http_port,
            gate=_gate(options, directory, clock),
        )
        running.push_async_callback(relay.aclose)
        signalling = await start_signalling(
            _hub(options, directory, relay),
            host=options.host,
            port=options.port,
            clock=clock,
            end_stream=relay.end_stream,
            wire=options.wire,
        )
        running.push_async_callback(signalling.aclose)
        yield RoomServer(options.host, signalling, relay, directory)


def _gate(options: ServeOptions, directory: Directory, clock: Callable[[], float]) -> Gate:
    return KeyGate(directory, options.secret, clock) if options.secret else OpenGate()


def _hub(options: ServeOptions, directory: Directory, relay: RunningRelay) -> Hub:
    addresses = Addresses(relay.rtmp_port, relay.http_port, options.secret, options.limits.key_s)
    admission = Admission(options.secret, options.require_token)
    return Hub(directory, addresses, admission, options.limits)


def _announce(server: RoomServer) -> None:
    """Print the line that programs wait for, and for people how other machines get in."""
    urls = server.urls(url_host(server.host))
    lan = [server.urls(url_host(address)) for address in lan_addresses(server.host)]
    ready = {"ready": True, **urls, "pid": os.getpid(), **({"lan": lan} if lan else {})}
    print(json.dumps(ready), flush=True)
    print(f"Room server ready at {urls['ws']}; Ctrl+C ends it.", file=sys.stderr)
    for other in lan:
        print(f"From other machines: {other['ws']}", file=sys.stderr, flush=True)


def fastest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return what makes the fastest event loop there is; uvloop is not made for Windows."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
