"""A TCP proxy on loopback that makes a network slow, stalls it, or cuts it.

Its own buffers are small, so that delay builds up where the program under test can see it::

    async with throttle(target_port) as network:
        ... connect to network.port ...
        network.bytes_per_s = 20_000
        network.cut()
"""

import asyncio
import math
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

_PIECE = 2048
_BUFFER = 8192


class Network:
    """Limits what clients send, or else the *answers*. *bytes_per_s* may change at any time."""

    def __init__(self, target_port: int, *, answers: bool = False) -> None:
        self.port = 0
        self.passed_bytes = 0  # on the side that is limited
        self._limits_answers = answers
        self.bytes_per_s = math.inf
        self._target_port = target_port
        self._jobs: set[asyncio.Task[None]] = set()
        self._writers: list[asyncio.StreamWriter] = []

    def cut(self) -> int:
        """Reset every connection without a goodbye; return how many there were."""
        writers, self._writers = self._writers, []
        for writer in writers:
            connection = writer.get_extra_info("socket")
            linger = struct.pack("ii", 1, 0)
            with suppress(OSError):  # closed meanwhile
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
        return len(writers) // 2

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Forward one connection until either side ends it."""
        job = asyncio.current_task()
        assert job is not None
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)
        try:
            there = await asyncio.open_connection("127.0.0.1", self._target_port, limit=_PIECE)
        except OSError:
            writer.transport.abort()
            return
        with suppress(OSError):
            self._writers += [writer, there[1]]
            are_slow = self._limits_answers
            copies = [
                asyncio.ensure_future(self._copy(reader, there[1], is_slow=not are_slow)),
                asyncio.ensure_future(self._copy(there[0], writer, is_slow=are_slow)),
            ]
            try:
                await asyncio.wait(copies, return_when=asyncio.FIRST_COMPLETED)
            finally:
                writer.transport.abort()
                there[1].transport.abort()
                for copy in copies:
                    copy.cancel()
                await asyncio.gather(*copies, return_exceptions=True)

    async def end(self) -> None:
        """End every connection."""
        for job in tuple(self._jobs):
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)

    async def _copy(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_slow: bool
    ) -> None:
        while data := await reader.read(_PIECE):
            if is_slow:
                await self._take_time(len(data))
                self.passed_bytes += len(data)
            writer.write(data)
            await writer.drain()

    async def _take_time(self, count: int) -> None:
        """Wait as long as *count* bytes take; a changed rate counts at once."""
        left = float(count)
        while left > 0 and not math.isinf(self.bytes_per_s):
            await asyncio.sleep(min(0.02, left / max(self.bytes_per_s, 1.0)))
            left -= 0.02 * self.bytes_per_s


@asynccontextmanager
async def throttle(target_port: int, *, answers: bool = False) -> AsyncIterator[Network]:
    """Run a proxy to 127.0.0.1:*target_port* for the length of the block."""
    network = Network(target_port, answers=answers)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)  # inherited by connections
    listener.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(network.serve, sock=listener, limit=_PIECE)
    network.port = listener.getsockname()[1]
    try:
        yield network
    finally:
        server.close()
        await network.end()
