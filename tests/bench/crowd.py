"""A process that is hundreds of RTMP players and does as little as one can.

usage: python -m tests.bench.crowd [--players N] [--probes N] [--settle S] [--seconds S] RTMP_URL

Prints ``{"ready": true}`` when all are connected and *settle* seconds have passed, and at the end
the bytes each received and the delays, in ms from sending to arrival, of the marked pictures.

Only the *probes*, spread evenly among the players in the order of connecting, wait for each byte;
the others read what has piled up a few times a second. To a relay they look the same, and reading
costs a few percent of a core instead of a whole one.
"""

from __future__ import annotations

import argparse
import json
import select
import socket
import sys
import time
from collections.abc import Sequence

from tests.bench.flv import MarkFinder
from tests.bench.rtmp import open_player

_TURN_S = 0.2  # how often each player that is no probe reads
_WAIT_S = 0.001
_MOST_BYTES = 1 << 18
_READ_PER_CONNECT = 5


class Crowd:
    """Players of one stream: *byte_counts* by player, *delays_ms* as seen by the probes."""

    def __init__(self) -> None:
        self.byte_counts: list[int] = []
        self.delays_ms: list[float] = []
        self._sockets: list[socket.socket] = []
        self._finders: dict[int, MarkFinder] = {}
        self._indices: dict[int, int] = {}  # of probes, by descriptor
        self._poll = select.epoll()
        self._turn = 0

    def add(self, url: str, *, is_probe: bool) -> None:
        """Connect one more player.

        Raises:
            OSError: If the server refuses it.
        """
        connection = open_player(url)
        connection.setblocking(False)
        index = len(self._sockets)
        self._sockets.append(connection)
        self.byte_counts.append(0)
        if is_probe:
            self._poll.register(connection.fileno(), select.EPOLLIN)
            self._finders[index] = MarkFinder()
            self._indices[connection.fileno()] = index

    def forget(self) -> None:
        """Count anew."""
        self.byte_counts = [0] * len(self._sockets)
        self.delays_ms = []

    def run(self, duration_s: float) -> None:
        """Read for *duration_s*."""
        start_s, read_count = time.monotonic(), 0
        while (elapsed_s := time.monotonic() - start_s) < duration_s:
            self.listen()
            due = int(elapsed_s / _TURN_S * len(self._sockets))
            self.read_some(due - read_count)
            read_count = due

    def read_some(self, count: int) -> None:
        """Read what has piled up at the next *count* players, one round at most."""
        for _ in range(min(count, len(self._sockets))):
            self._turn = (self._turn + 1) % len(self._sockets)
            if self._turn not in self._finders:
                self._read(self._turn)

    def close(self) -> None:
        """Hang up."""
        self._poll.close()
        for connection in self._sockets:
            connection.close()

    def listen(self, wait_s: float = _WAIT_S) -> None:
        """Read what has arrived at the probes, waiting *wait_s* for it at most."""
        for descriptor, _ in self._poll.poll(wait_s):
            index = self._indices[descriptor]
            data = self._read(index)
            now_us = time.time_ns() // 1000
            for sent_us in self._finders[index].feed(data):
                self.delays_ms.append((now_us - sent_us) / 1000)

    def _read(self, index: int) -> bytes:
        try:
            data = self._sockets[index].recv(_MOST_BYTES)
        except BlockingIOError:
            return b""
        if not data:
            raise ConnectionResetError(f"the server hung up on player {index}")
        self.byte_counts[index] += len(data)
        return data


def gathered(url: str, players: int, probes: int) -> Crowd:
    """Return a crowd of *players*, the *probes* spread evenly among them.

    Raises:
        OSError: If the server refuses one.
    """
    crowd, every = Crowd(), max(1, players // max(probes, 1))
    for index in range(players):
        crowd.add(url, is_probe=index % every == every // 2)
        # Nothing may pile up at the first players while the last ones connect.
        crowd.listen(0.0)
        crowd.read_some(_READ_PER_CONNECT)
    return crowd


def main(arguments: Sequence[str] | None = None) -> int:
    """Be a crowd; return the exit code."""
    parser = argparse.ArgumentParser(prog="crowd", description="Play one stream many times.")
    parser.add_argument("--players", type=int, default=200)
    parser.add_argument("--probes", type=int, default=20)
    parser.add_argument("--settle", type=float, default=3.0)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("url", metavar="RTMP_URL")
    parsed = parser.parse_args(arguments)
    try:
        crowd = gathered(parsed.url, parsed.players, parsed.probes)
        crowd.run(parsed.settle)
        print(json.dumps({"ready": True}), flush=True)
        crowd.forget()
        crowd.run(parsed.seconds)
    except OSError as error:
        print(f"crowd: {error}", file=sys.stderr)
        return 1
    found = {"byte_counts": crowd.byte_counts, "delays_ms": crowd.delays_ms}
    print(json.dumps({"done": True, **found}), flush=True)
    crowd.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
