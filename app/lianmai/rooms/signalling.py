"""A visit to a room server like ours: joins, keeps the link, comes back after it breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from lianmai.core.errors import LianmaiError, LinkError, RoomError
from lianmai.core.messages import (
    ErrorCode,
    Event,
    Join,
    Kicked,
    Leave,
    LinkClosed,
    LinkLost,
    LinkOpen,
    LinkRestored,
    LinkRetrying,
    Op,
    Rejoin,
    RenewToken,
    Result,
    RoomClosed,
    RoomJoined,
    SetRole,
    Snapshot,
)
from lianmai.core.retry import Backoff
from lianmai.core.sentences import sentence
from lianmai.rooms.dialling import Patience, check_address, dial
from lianmai.rooms.link import Link


class _Dismissed(Exception):  # the room's decision, not an error
    """The room has ended the visit, for the reason in *closed*."""

    def __init__(self, closed: LinkClosed) -> None:
        super().__init__(closed.reason)
        self.closed = closed


class OpenRoom:
    """A `RoomConnection` to a server that speaks ``resources/protocol``."""

    def __init__(
        self,
        server: str,
        join: Join,
        *,
        backoff: Backoff | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._server = server
        self._shown = check_address(server)
        self._join = join
        self._backoff = backoff or Backoff()
        self._patience = patience or Patience()
        self._session = ""
        self._link: Link | None = None
        self._has_to_leave = asyncio.Event()

    async def run(self, on_event: Callable[[Event], None]) -> None:
        """Visit the room; see `RoomConnection.run`."""
        visit = asyncio.create_task(self._visit(on_event), name="visit")
        wish = asyncio.create_task(self._has_to_leave.wait(), name="wish to leave")
        try:
            await asyncio.wait({visit, wish}, return_when=asyncio.FIRST_COMPLETED)
            if not visit.done():
                await self._say_goodbye()
        finally:
            await _end(visit, wish)
        on_event(LinkClosed("left") if visit.cancelled() else visit.result())

    async def request(self, op: Op[Result]) -> Result:
        """Return the room's answer to *op*; see `RoomConnection.request`."""
        if self._link is None:
            raise LinkError(
                sentence(
                    "There is no link to {shown} now; wait until it is back.", shown=self._shown
                )
            )
        result = await self._link.request(op)
        self._remember(op)
        return result

    def leave(self) -> None:
        """Wish to end the visit."""
        self._has_to_leave.set()

    async def _visit(self, on_event: Callable[[Event], None]) -> LinkClosed:
        """Stay in the room until it ends that or we have left; raise as `run` does."""
        try:
            link = await self._open(on_event)
            while True:
                reason = await self._stay(link, on_event)
                if self._has_to_leave.is_set():
                    return LinkClosed("left")
                on_event(LinkLost(reason))
                link = await self._come_back(on_event)
        except _Dismissed as dismissed:
            return dismissed.closed

    async def _open(self, on_event: Callable[[Event], None]) -> Link:
        """Return a link through which the room was entered, once more or anew."""
        link = Link(self._shown, await dial(self._server, self._patience), self._patience.answer_s)
        try:
            on_event(LinkOpen())
            on_event(await self._enter(link, on_event))
        except BaseException:
            link.abort()
            raise
        return link

    async def _enter(
        self, link: Link, on_event: Callable[[Event], None]
    ) -> RoomJoined | LinkRestored:
        """Claim the membership again if there was one; join if it is over."""
        if self._session:
            rejoin = Rejoin(self._join.room, self._join.uid, self._session)
            try:
                return LinkRestored(self._keep(await link.enter(rejoin, on_event)))
            except RoomError as error:
                if error.code != ErrorCode.SESSION_EXPIRED:
                    raise
        return RoomJoined(self._keep(await link.enter(self._join, on_event)))

    def _keep(self, snapshot: Snapshot) -> Snapshot:
        """Remember who we are there, so that we come back as the same."""
        self._session = snapshot.session
        self._join = replace(self._join, uid=snapshot.uid)
        return snapshot

    async def _stay(self, link: Link, on_event: Callable[[Event], None]) -> str:
        """Deliver events until the link breaks; return why."""

        def deliver(event: Event) -> None:
            on_event(event)
            if isinstance(event, Kicked):
                raise _Dismissed(LinkClosed("kicked", event.reason))
            if isinstance(event, RoomClosed):
                raise _Dismissed(LinkClosed("room_closed"))

        self._link = link
        try:
            await link.listen(deliver)
        except LinkError as error:
            return str(error)
        finally:
            self._link = None
            link.abort()

    async def _come_back(self, on_event: Callable[[Event], None]) -> Link:
        """Return a new link, however many attempts the backoff allows."""
        problem: LianmaiError = LinkError(
            sentence("{shown} cannot be reached any more.", shown=self._shown)
        )
        for attempt, wait_s in enumerate(self._backoff.waits(), start=1):
            on_event(LinkRetrying(attempt, wait_s))
            await asyncio.sleep(wait_s)
            try:
                return await self._open(on_event)
            except LinkError as error:
                problem = error
            except RoomError as error:
                problem = error
                if error.code not in _PASSING:
                    break
        on_event(LinkClosed("gave_up", str(problem)))
        raise problem

    async def _say_goodbye(self) -> None:
        """Tell the room that we leave, if it can be told soon, and close the link."""
        if (link := self._link) is not None:
            with suppress(LinkError, RoomError):
                await link.request(Leave(), self._patience.farewell_s)
            await link.close()

    def _remember(self, op: Op[Result]) -> None:
        """Join with the newest credential and role, should the membership be lost."""
        match op:
            case RenewToken(token):
                self._join = replace(self._join, token=token)
            case SetRole(role):
                self._join = replace(self._join, role=role)


_PASSING = frozenset({ErrorCode.TOO_MANY_REQUESTS, ErrorCode.SERVER_FULL, ErrorCode.ROOM_FULL})
"""Refusals that another attempt may not get."""


async def _end(*tasks: asyncio.Task[Any]) -> None:
    """Cancel *tasks* and wait for them; what they raise then no longer matters."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
