"""Servers on loopback that are no RTMP servers, or bad ones.

async with impostor(silent) as port:
    ... connect to port ...
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, suppress

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
HANDSHAKE = 1536


async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Accept, listen and say nothing."""
    while await reader.read(4096):
        pass


async def web(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer in HTTP."""
    await reader.read(100)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 200)


async def hangs_up(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Hang up on the first byte."""
    await reader.read(1)


async def shakes_hands(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Shake hands as RTMP wants it, hear the request, and hang up."""
    hello = await reader.readexactly(1 + HANDSHAKE)
    writer.write(b"\x03" + bytes(HANDSHAKE) + hello[1:])
    await reader.readexactly(HANDSHAKE)
    await reader.read(1)


@asynccontextmanager
async def impostor(talk: Talk) -> AsyncIterator[int]:
    """Run *talk* for every connection during the block; give its port."""
    jobs: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        job = asyncio.current_task()
        assert job is not None
        jobs.add(job)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await talk(reader, writer)
        writer.close()
        jobs.discard(job)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for job in tuple(jobs):
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)


@contextmanager
def nobody() -> Iterator[int]:
    """Give a port at which connections are refused."""
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        yield unused.getsockname()[1]


@contextmanager
def busy() -> Iterator[int]:
    """Give a port at which connections are neither accepted nor refused: the queue is full."""
    with ExitStack() as stack:
        listener = stack.enter_context(closing(socket.socket()))
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(closing(socket.socket()))
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
