"""The bad network of the benchmark is as bad as it says, and no worse."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.bench.proxy import faulty_proxy


@contextmanager
def echo_server() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                try:
                    while data := connection.recv(65536):
                        connection.sendall(data)
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"rtmp://127.0.0.1:{listener.getsockname()[1]}/live"
        finally:
            thread.join(5)


def dial(url: str) -> socket.socket:
    host, port = url.removeprefix("rtmp://").removesuffix("/live").split(":")
    return socket.create_connection((host, int(port)), 5)


def exchange(connection: socket.socket, size: int) -> float:
    """Send *size* bytes and return the seconds until all are back."""
    start_s, got = time.monotonic(), 0
    sender = threading.Thread(target=connection.sendall, args=(bytes(size),))
    sender.start()
    while got < size:
        got += len(connection.recv(65536))
    sender.join()
    return time.monotonic() - start_s


def test_bytes_pass_both_ways() -> None:
    with echo_server() as url, faulty_proxy(url) as (proxy, through), dial(through) as connection:
        exchange(connection, 200_000)
        assert proxy.passed_bytes == 400_000


def test_a_narrow_network_takes_its_time() -> None:
    with echo_server() as url, faulty_proxy(url) as (proxy, through), dial(through) as connection:
        exchange(connection, 1000)
        proxy.bandwidth_kbps = 800
        # 40 kB there and 40 kB back share 100 kB a second.
        assert exchange(connection, 40_000) >= 0.6


def test_nothing_passes_a_stalled_network_until_it_goes_on() -> None:
    with echo_server() as url, faulty_proxy(url) as (proxy, through), dial(through) as connection:
        exchange(connection, 1000)
        proxy.is_stalled = True
        connection.sendall(b"hello")
        connection.settimeout(0.2)
        with pytest.raises(TimeoutError):
            connection.recv(5)
        proxy.is_stalled = False
        connection.settimeout(5)
        assert connection.recv(5) == b"hello"


def test_a_reset_breaks_connections_and_new_ones_are_welcome() -> None:
    with echo_server() as url, faulty_proxy(url) as (proxy, through):
        with dial(through) as connection:
            exchange(connection, 1000)
            proxy.reset()
            with pytest.raises(ConnectionResetError):
                connection.recv(1)
        with dial(through):
            pass
