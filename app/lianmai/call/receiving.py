"""One stream of a peer: subscribed, played, tried again, moved to a new address."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from lianmai.call.kept import Ask, KeptStream, Tell, cancelled
from lianmai.call.turnstile import Turnstile
from lianmai.core.errors import LianmaiError
from lianmai.core.messages import Address, Media, RefreshUrl, StreamId, Subscribe
from lianmai.core.retry import QUICK, Backoff
from lianmai.core.sentences import sentence
from lianmai.media.playing.player import Player
from lianmai.media.report import Report, unheard
from lianmai.media.sound.ring import SoundRing

ENDED = sentence("The stream ended; waiting for it to come back.")


class Receiving(KeptStream):
    """Keeps one player playing. `run` does so until cancelled; the rest is for reading."""

    FLOWING = "playing"

    def __init__(
        self,
        stream_id: StreamId,
        player: Player,
        ask: Ask,
        tell: Tell,
        *,
        sound: SoundRing | None = None,
        prefer_flv: bool = True,
        backoff: Backoff = QUICK,
        turnstile: Turnstile | None = None,
        report: Report = unheard,
    ) -> None:
        super().__init__(ask, tell, backoff, report)
        self._turnstile = turnstile or Turnstile()
        self._leave_turnstile: Callable[[], None] | None = None
        self.stream_id = stream_id
        self.player = player
        self.sound = sound
        self._prefer_flv = prefer_flv
        self._is_subscribed = False
        self._next_url: asyncio.Future[str] | None = None

    def started(self) -> None:
        """Note that media flows, and let the next stream begin."""
        super().started()
        self._let_next_begin()

    def move(self, address: Address) -> None:
        """Play from *address* from now on; the old one goes on until the new one delivers."""
        if self._next_url is not None and not self._next_url.done():
            self._next_url.set_result(self._choose(address))

    def forget_subscription(self) -> None:
        """Subscribe anew at the next attempt: this is another membership of the room."""
        self._is_subscribed = False

    def rest(self) -> None:
        """Note that nothing is played until somebody wants it again."""
        self._set("idle")

    async def run(self) -> None:
        """Play until cancelled; whatever goes wrong with this stream stays here."""
        self._set("requesting")
        while True:
            try:
                await self._play(self._choose(await self._address()))
                problem: str = ENDED
            except LianmaiError as error:
                problem = str(error)
            await self._pause(problem)

    async def _address(self) -> Address:
        """Ask the room where to pull from: by subscribing first, by a refresh after a failure."""
        media: Media = "all" if self.stream_id.slot == "main" else self.stream_id.slot
        uid = self.stream_id.uid
        op = RefreshUrl(uid, media) if self._is_subscribed else Subscribe(uid, media)
        address = await self._ask(op)
        self._is_subscribed = True
        return address

    def _choose(self, address: Address) -> str:
        return address.flv_url if self._prefer_flv and address.flv_url else address.url

    async def _play(self, url: str) -> None:
        """Pull *url*, and every address that replaces it meanwhile, until the last one ends."""
        self._leave_turnstile = await self._turnstile.enter()
        pulls = {asyncio.create_task(self.player.pull(url))}
        try:
            while pulls:
                next_url = self._next_url = asyncio.get_running_loop().create_future()
                await asyncio.wait({next_url, *pulls}, return_when=asyncio.FIRST_COMPLETED)
                if next_url.done():
                    pulls.add(asyncio.create_task(self.player.pull(next_url.result())))
                ended = {pull for pull in pulls if pull.done()}
                pulls -= ended
                errors = [pull.exception() for pull in ended]
                if not pulls and errors[0] is not None:
                    raise errors[0]
        finally:
            self._next_url = None
            self._let_next_begin()
            await cancelled(*pulls)

    def _let_next_begin(self) -> None:
        if self._leave_turnstile is not None:
            self._leave_turnstile()
            self._leave_turnstile = None
