"""A room without a room server: streams on any media server, known by name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

from lianmai.core.errors import AddressError, LinkError, RoomError
from lianmai.core.messages import (
    Address,
    Done,
    ErrorCode,
    Event,
    Join,
    LinkClosed,
    Op,
    Peer,
    Publish,
    RefreshUrl,
    Result,
    RoomJoined,
    SetLocalMute,
    Snapshot,
    StreamAdded,
    Subscribe,
    Unpublish,
    Unsubscribe,
)
from lianmai.core.sentences import sentence


class PlainRoom:
    """A `RoomConnection` without a connection.

    The server is ``rtmp://host/app``, or ``http://host/app`` where streams are pulled as
    ``<name>.flv``; a query goes with every address. The room is a comma separated list of the
    stream names to play, the uid the name to push to, empty for none.
    """

    def __init__(self, server: str, join: Join) -> None:
        parts = urlsplit(server)
        if not parts.hostname:
            raise AddressError(sentence("The media server has no host; use rtmp://host/app."))
        self._parts = parts
        self._own = join.uid
        self._names = [name for name in map(str.strip, join.room.split(",")) if name]
        self._name = join.room
        self._is_open = False
        self._has_to_leave = asyncio.Event()

    async def run(self, on_event: Callable[[Event], None]) -> None:
        """Show every stream as a peer until `leave`."""
        own = Peer(self._own or "me")
        others = [Peer(name) for name in self._names if name != own.uid]
        self._is_open = True
        try:
            on_event(RoomJoined(Snapshot(self._name, own.uid, "", (own, *others), grace_s=0.0)))
            for peer in others:
                on_event(StreamAdded(peer.uid, "all"))
            await self._has_to_leave.wait()
        finally:
            self._is_open = False
        on_event(LinkClosed("left"))

    async def request(self, op: Op[Result]) -> Result:
        """Return an address; there is nobody to tell anything else."""
        if not self._is_open:
            raise LinkError(sentence("The visit has not begun or is over."))
        return cast(Result, self._answer(op))

    def leave(self) -> None:
        """Wish to end the visit."""
        self._has_to_leave.set()

    def _answer(self, op: Op[Any]) -> Address | Done:
        match op:
            case Publish():
                return self._to_push()
            case RefreshUrl(uid) if self._own and uid == self._own:
                return self._to_push()
            case Subscribe(uid) | RefreshUrl(uid) if uid in self._names:
                return self._to_pull(uid)
            case Subscribe() | RefreshUrl():
                raise RoomError(
                    ErrorCode.NO_SUCH_STREAM, sentence("This stream is not in the list.")
                )
            case Unsubscribe() | Unpublish() | SetLocalMute():
                return Done()
            case _:
                raise RoomError(
                    ErrorCode.NOT_ALLOWED, sentence("A plain media server cannot do that.")
                )

    def _to_push(self) -> Address:
        if not self._own:
            raise RoomError(
                ErrorCode.NOT_ALLOWED, sentence("Give a stream name (user) to push to.")
            )
        if self._parts.scheme not in ("rtmp", "rtmps"):
            raise RoomError(ErrorCode.NOT_ALLOWED, sentence("Pushing needs an rtmp:// server."))
        return Address(self._url(self._own))

    def _to_pull(self, name: str) -> Address:
        if self._parts.scheme in ("rtmp", "rtmps"):
            return Address(self._url(name))
        url = self._url(name if name.endswith(".flv") else f"{name}.flv")
        return Address(url, url)

    def _url(self, name: str) -> str:
        path = f"{self._parts.path.rstrip('/')}/{name}"
        return urlunsplit(self._parts._replace(path=path))
