"""A TCP proxy that can be a bad network: narrow, stuttering, or broken."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit, urlunsplit

_PIECE_BYTES = _BUFFER_BYTES = 4096
"""Little is kept here and in the kernel, some 20 kB in all: a queue belongs to those who send."""
_LOOK_S = 0.005


class FaultyProxy:
    """Passes bytes on between its port and *host*:*port*; faults may be set from any thread.

    *bandwidth_kbps* limits what all connections together pass, both ways; ``None`` is no limit.
    While *is_stalled* nothing passes.
    """

    def __init__(self, host: str, port: int) -> None:
        self.bandwidth_kbps: float | None = None
        self.is_stalled = False
        self.port = 0
        self.passed_bytes = 0
        self._target = host, port
        self._free_s = 0.0
        self._writers: set[asyncio.StreamWriter] = set()
        self._visits: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def reset(self) -> None:
        """Break every connection as a router that forgot them would."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._reset)

    async def serve(self, on_ready: Callable[[], None], told_to_end: asyncio.Event) -> None:
        """Proxy until *told_to_end*."""
        self._loop = asyncio.get_running_loop()
        # Accepted connections inherit the small buffer; later it would come too late.
        listener = _narrow_socket()
        listener.bind(("127.0.0.1", 0))
        server = await asyncio.start_server(self._connect, sock=listener, limit=_BUFFER_BYTES)
        self.port = server.sockets[0].getsockname()[1]
        on_ready()
        await told_to_end.wait()
        # asyncio loses a connection that was accepted just before its server closes.
        await asyncio.sleep(10 * _LOOK_S)
        server.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)
        await asyncio.sleep(_LOOK_S)  # an aborted socket closes a moment later

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on one connection until both sides have closed it; not even cancelling leaks it."""
        near_and_far = [writer]
        visit = asyncio.current_task()
        assert visit is not None, "a server handles each connection in a task"
        self._visits.add(visit)
        visit.add_done_callback(self._visits.discard)
        try:
            far_reader, far_writer = await self._open()
            near_and_far.append(far_writer)
            for each in near_and_far:
                each.transport.set_write_buffer_limits(_PIECE_BYTES)
            self._writers.update(near_and_far)
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        except OSError:
            return  # the server refuses; so do we
        finally:
            for each in near_and_far:
                each.transport.abort()
            self._writers.difference_update(near_and_far)

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        connection = _narrow_socket()
        try:
            await asyncio.get_running_loop().sock_connect(connection, self._target)
            return await asyncio.open_connection(sock=connection, limit=_BUFFER_BYTES)
        except BaseException:
            connection.close()
            raise

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(_PIECE_BYTES):
                await self._hold(len(data))
                self.passed_bytes += len(data)
                writer.write(data)
                await writer.drain()
        writer.close()

    async def _hold(self, byte_count: int) -> None:
        """Wait until the network has carried what came before and may carry this."""
        while self.is_stalled:  # noqa: ASYNC110 - set from other threads, which events cannot be
            await asyncio.sleep(_LOOK_S)
        if self.bandwidth_kbps is not None:
            start_s = max(self._free_s, time.monotonic())
            self._free_s = start_s + byte_count * 8 / 1000 / self.bandwidth_kbps
            await asyncio.sleep(self._free_s - time.monotonic())

    def _reset(self) -> None:
        for writer in self._writers:
            # A linger of no time makes closing a reset.
            with suppress(OSError):
                connection = writer.get_extra_info("socket")
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            writer.transport.abort()
        self._writers.clear()


_NO_LINGER = (1).to_bytes(4, "little") + bytes(4)


@contextmanager
def faulty_proxy(url: str) -> Iterator[tuple[FaultyProxy, str]]:
    """Run a proxy in front of the server of *url*; yields it and the URL that leads through it."""
    parts = urlsplit(url)
    proxy = FaultyProxy(parts.hostname or "", parts.port or 1935)
    is_ready, told_to_end = threading.Event(), asyncio.Event()

    def run() -> None:
        asyncio.run(proxy.serve(is_ready.set, told_to_end))

    thread = threading.Thread(target=run, name="proxy")
    thread.start()
    is_ready.wait(5.0)
    try:
        yield proxy, urlunsplit(parts._replace(netloc=f"{parts.hostname}:{proxy.port}"))
    finally:
        assert proxy._loop is not None
        proxy._loop.call_soon_threadsafe(told_to_end.set)
        thread.join()


def _narrow_socket() -> socket.socket:
    connection = socket.socket()
    connection.setblocking(False)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER_BYTES)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection
