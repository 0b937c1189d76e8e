"""What the room is told of own stream: what has gone from it, what of it is muted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from lianmai.core.errors import LinkError, RoomError
from lianmai.core.messages import Done, Media, Op, Peer, SetLocalMute, Unpublish, slot_of


class Announcing:
    """Compares what the room shows of us with what is so, and says the difference."""

    def __init__(self, request: Callable[[Op[Done]], Awaitable[Any]]) -> None:
        self._request = request

    async def withdraw(self, me: Peer, wanted: Media | None) -> None:
        """Say what of own stream is there no longer."""
        shown = next((media for media in me.streams if slot_of(media) == "main"), None)
        if (surplus := _surplus(shown, wanted)) is not None:
            await self._tell(Unpublish(surplus))

    async def mute(self, me: Peer, muted: dict[Media, bool]) -> None:
        """Say what is not being sent."""
        for media, is_muted in muted.items():
            if is_muted != (media in me.muted):
                await self._tell(SetLocalMute(media, is_muted))

    async def _tell(self, op: Op[Done]) -> None:
        """Send what is no harm to lose: the next reconciliation says it again if it must."""
        with suppress(LinkError, RoomError):
            await self._request(op)


def _surplus(shown: Media | None, wanted: Media | None) -> Media | None:
    """Return what of the *shown* media has to be withdrawn so that *wanted* is left."""
    if shown is None or shown == wanted:
        return None
    if wanted is None:
        return shown
    if shown != "all":
        return None
    return "audio" if wanted == "video" else "video"
