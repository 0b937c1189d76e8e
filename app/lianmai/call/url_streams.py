"""Streams played from plain addresses, outside any room."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress

from lianmai.call.kept import StreamState, cancelled
from lianmai.call.receiving import Receiving
from lianmai.core.journal import Value
from lianmai.core.messages import Address, Op, StreamId
from lianmai.core.retry import PATIENT
from lianmai.media.mixing.members import Found
from lianmai.media.playing.player import Player


class UrlStreams:
    """Plays every address that is wanted, once, and tries it again for as long as it is."""

    def __init__(self) -> None:
        self._streams: dict[str, tuple[Receiving, asyncio.Task[None]]] = {}

    def reconcile(self, urls: Collection[str]) -> None:
        """Play *urls* and nothing else."""
        for url in self._streams.keys() - set(urls):
            self._streams.pop(url)[1].cancel()
        for url in set(urls) - self._streams.keys():
            receiving = _receiving(url)
            task = asyncio.create_task(receiving.run(), name="play a url")
            self._streams[url] = receiving, task

    def found(self, url: str) -> Found | None:
        """Return the stream at *url*, if it is wanted."""
        if url not in self._streams:
            return None
        receiving, _ = self._streams[url]
        return Found(receiving.player.taps, receiving.problem)

    async def stop(self) -> None:
        """Play nothing."""
        tasks = [task for _, task in self._streams.values()]
        self._streams.clear()
        await cancelled(*tasks)


def _receiving(url: str) -> Receiving:
    loop = asyncio.get_running_loop()

    def report(name: str, _fields: Mapping[str, Value]) -> None:
        if name in ("first_picture", "first_sound"):
            with suppress(RuntimeError):  # the loop has ended: nobody listens any more
                loop.call_soon_threadsafe(receiving.started)

    async def here(_op: Op[Address]) -> Address:
        return Address(url)

    def tell(_state: StreamState, _problem: str) -> None:
        """Tell nobody: whoever wants to know reads the problem."""

    player = Player(report=report)
    receiving = Receiving(StreamId("url"), player, here, tell, backoff=PATIENT)
    return receiving
