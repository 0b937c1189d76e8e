"""An HTTP-FLV server that does exactly what a test tells it to, byte by byte."""

import asyncio
import math
import socket
import struct
import time
from collections.abc import Awaitable, Callable, Iterable
from types import TracebackType
from typing import Self

from lianmai.media.flv.reader import Tag
from tests.unit.media.scenes import FLV_HEADER, tag_bytes


class Listener:
    """One client of the station."""

    def __init__(self, path: str, writer: asyncio.StreamWriter) -> None:
        self.path = path
        self._writer = writer
        self._shift_ms = 0

    async def answer(self, status: str = "200 OK", body: bytes = b"") -> None:
        """Send the head of an HTTP answer, and *body*."""
        head = f"HTTP/1.1 {status}\r\nContent-Type: video/x-flv\r\nConnection: close\r\n\r\n"
        await self.send(head.encode() + body)

    async def begin(self) -> None:
        """Send all that comes before the first tag."""
        await self.answer(body=FLV_HEADER)

    async def send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def play(
        self,
        tags: Iterable[Tag],
        *,
        is_live: bool = True,
        pause: tuple[float, float] = (math.inf, 0.0),
    ) -> None:
        """Send *tags* after those played before: each at its time, or all at once.

        *pause* holds everything back at a time and for a time, both in seconds; what fell due
        meanwhile follows at once.
        """
        start_s, last_ms, paused = time.monotonic(), 0, False
        for tag in tags:
            if is_live:
                await asyncio.sleep(max(0.0, start_s + tag.time_ms / 1000 - time.monotonic()))
            if not paused and tag.time_ms > pause[0] * 1000:
                paused = True
                await asyncio.sleep(pause[1])
            await self.send(tag_bytes(tag, self._shift_ms))
            last_ms = max(last_ms, tag.time_ms)
        self._shift_ms += last_ms + 33

    def reset(self) -> None:
        """Cut the connection the hard way: the client reads "connection reset"."""
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()


Script = Callable[[Listener], Awaitable[None]]


class FlvStation:
    """Runs *script* for each client, then closes the connection; on leaving, all of them."""

    def __init__(self, script: Script) -> None:
        self.listeners = 0
        self._script = script
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def port(self) -> int:
        return int(self._server.sockets[0].getsockname()[1])

    def url(self, name: str = "alice") -> str:
        return f"http://127.0.0.1:{self.port}/live/{name}.flv"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.listeners += 1
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await self._script(Listener(head.split()[1].decode(), writer))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has gone, as it may
        finally:
            self.listeners -= 1
            self._tasks.discard(task)
            writer.close()


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait for *condition* to hold.

    Raises:
        TimeoutError: If it does not within *seconds*.
    """
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  # threads set no events
            await asyncio.sleep(0.005)
