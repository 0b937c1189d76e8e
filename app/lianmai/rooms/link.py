"""One socket to a room server: requests and their answers, and what comes unasked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import NoReturn, cast

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from lianmai.core.errors import LinkError, RoomError
from lianmai.core.messages import RESULTS, Event, MessageIgnored, Op, Result
from lianmai.core.rpc import (
    Answer,
    Ignored,
    Refusal,
    decode_incoming,
    encode_request,
    result_of,
    wire_name,
)
from lianmai.core.sentences import sentence

_MOST_PENDING = 256


class Link:
    """Belongs to one socket, and ends with it. *server* is its name in error messages."""

    def __init__(self, server: str, socket: ClientConnection, answer_s: float) -> None:
        self._server = server
        self._socket = socket
        self._answer_s = answer_s
        self._ids = count(1)
        self._pending: dict[int, asyncio.Future[Answer]] = {}

    async def enter(self, op: Op[Result], on_event: Callable[[Event], None]) -> Result:
        """Return the answer to *op*, the link's first request, which is a join or a rejoin.

        Whatever follows the answer stays unread, so that no event overtakes it.

        Raises:
            RoomError: If it is refused.
            LinkError: If the link breaks, or no answer comes in time.
        """
        own_id = next(self._ids)
        try:
            async with asyncio.timeout(self._answer_s):
                await self._socket.send(encode_request(own_id, op).decode())
                return await self._first_answer(own_id, op, on_event)
        except TimeoutError as error:
            raise self._silent(op) from error
        except ConnectionClosed as error:
            raise LinkError(self._ended(error)) from error

    async def listen(self, on_event: Callable[[Event], None]) -> NoReturn:
        """Deliver events and answers until the link breaks; pending requests break with it.

        Raises:
            LinkError: Always in the end, with the reason.
        """
        reason = ""
        try:
            while True:
                self._take(await self._socket.recv(), on_event)
        except ConnectionClosed as error:
            reason = self._ended(error)
            raise LinkError(reason) from error
        finally:
            for answer in self._pending.values():
                if not answer.done():
                    answer.set_exception(
                        LinkError(reason or sentence("{server} was left.", server=self._server))
                    )

    async def request(self, op: Op[Result], within_s: float | None = None) -> Result:
        """Return the answer to *op*; `listen` has to run meanwhile.

        Raises:
            RoomError: If it is refused.
            LinkError: If the link breaks, or nothing usable comes in time.
        """
        if len(self._pending) >= _MOST_PENDING:
            raise LinkError(
                sentence(
                    "{server} leaves too many requests unanswered; try again later.",
                    server=self._server,
                )
            )
        own_id = next(self._ids)
        self._pending[own_id] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(within_s or self._answer_s):
                await self._socket.send(encode_request(own_id, op).decode())
                return self._typed(await self._pending[own_id], op)
        except TimeoutError as error:
            raise self._silent(op) from error
        except ConnectionClosed as error:
            raise LinkError(self._ended(error)) from error
        finally:
            answer = self._pending.pop(own_id)
            if answer.done() and not answer.cancelled():
                answer.exception()  # an error nobody waits for any more is no news

    async def close(self) -> None:
        """Close the socket, soon."""
        await self._socket.close()

    def abort(self) -> None:
        """Close the socket at once."""
        self._socket.transport.abort()

    async def _first_answer(
        self, own_id: int, op: Op[Result], on_event: Callable[[Event], None]
    ) -> Result:
        while True:
            match decode_incoming(await self._socket.recv()):
                case Answer(id) as answer if id == own_id:
                    return self._typed(answer, op)
                case Refusal(_, code, reason):
                    raise RoomError(code, reason)
                case Ignored(reason):
                    on_event(
                        MessageIgnored(
                            sentence("The server sent {reason}; it was ignored.", reason=reason)
                        )
                    )

    def _take(self, text: str | bytes, on_event: Callable[[Event], None]) -> None:
        match decode_incoming(text):
            case Answer(id) as answer:
                if (waiting := self._pending.get(id)) is not None and not waiting.done():
                    waiting.set_result(answer)
            case Refusal(id, code, reason):
                waiting = None if id is None else self._pending.get(id)
                if waiting is not None and not waiting.done():
                    waiting.set_exception(RoomError(code, reason))
            case Ignored(reason):
                on_event(
                    MessageIgnored(
                        sentence("The server sent {reason}; it was ignored.", reason=reason)
                    )
                )
            case event:
                on_event(event)

    def _typed(self, answer: Answer, op: Op[Result]) -> Result:
        kind = type(op)
        try:
            return cast(Result, result_of(answer, RESULTS[kind]))
        except ValueError as error:
            raise LinkError(
                sentence(
                    "{server} answers {request} with something else; it is no room server of ours.",
                    server=self._server,
                    request=wire_name(kind),
                )
            ) from error

    def _silent(self, op: Op[Result]) -> LinkError:
        name = wire_name(type(op))
        return LinkError(
            sentence(
                "{server} does not answer {name} within {seconds:g} s; it may be busy, or no "
                "room server of ours.",
                server=self._server,
                name=name,
                seconds=self._answer_s,
            )
        )

    def _ended(self, error: ConnectionClosed) -> str:
        """Return why the link ended, without what a stranger may have put into the close frame."""
        if error.rcvd is None and error.sent is None:
            return sentence("The link to {server} broke.", server=self._server)
        if error.rcvd is None:
            return sentence("{server} fell silent.", server=self._server)
        return sentence(
            "{server} closed the link (code {code}).", server=self._server, code=error.rcvd.code
        )
