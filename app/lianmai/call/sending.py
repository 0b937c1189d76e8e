"""Own stream: announced, pushed, tried again, moved to a new address."""

from __future__ import annotations

import asyncio

from lianmai.call.kept import Ask, KeptStream, Tell, cancelled
from lianmai.core.errors import LianmaiError
from lianmai.core.messages import Media, Publish
from lianmai.core.retry import QUICK, Backoff
from lianmai.media.publishing.publisher import Publisher
from lianmai.media.report import Report, unheard


class Sending(KeptStream):
    """Keeps own stream in the room, as `reconcile` was last told.

    `retry` makes it announce and push anew, also while all is well: that is how it follows a
    changed address or enters a room again.
    """

    FLOWING = "publishing"

    def __init__(
        self,
        publisher: Publisher,
        ask: Ask,
        tell: Tell,
        backoff: Backoff = QUICK,
        report: Report = unheard,
    ) -> None:
        super().__init__(ask, tell, backoff, report)
        self.publisher = publisher
        self._media: Media | None = None
        self._task: asyncio.Task[None] | None = None

    def reconcile(self, media: Media | None, group: asyncio.TaskGroup) -> None:
        """Publish *media*, ``None`` for nothing, in a task of *group*."""
        if media == self._media:
            return
        self.stop()
        if media is not None:
            self._media = media
            self._task = group.create_task(self._run(media), name="publish")

    def stop(self) -> None:
        """Publish nothing."""
        if self._task is not None:
            self._task.cancel()
        self._media = self._task = None

    async def _run(self, media: Media) -> None:
        """Publish *media* until cancelled; whatever goes wrong with the stream stays here."""
        try:
            while True:
                self._wake.clear()
                self._set("requesting")
                try:
                    address = await self._ask(Publish(media))
                    await self._push(address.url)
                except LianmaiError as error:
                    await self._pause(str(error))
        finally:
            self._set("idle")

    async def _push(self, url: str) -> None:
        """Push to *url* until the connection ends or somebody asks for another."""
        push = asyncio.create_task(self.publisher.push(url))
        wake = asyncio.create_task(self._wakened())
        try:
            await asyncio.wait({push, wake}, return_when=asyncio.FIRST_COMPLETED)
            if push.done():
                push.result()
        finally:
            await cancelled(push, wake)

    async def _wakened(self) -> None:
        await self._wake.wait()
