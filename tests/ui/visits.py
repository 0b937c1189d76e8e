"""A window in a room of a real server, with guests who send real media."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from lianmai.call import Call, CallSettings
from lianmai.core.messages import StreamId
from lianmai.core.source import parse_source
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from lianmai.ui.options import OpenOptions
from lianmai.ui.room.call_page import CallPage
from lianmai.ui.session import Session
from lianmai.ui.window import Window

Run = Callable[[Coroutine[Any, Any, Any]], Any]
PATTERN = parse_source("pattern:320x180@15")
ANNA = StreamId("anna")


async def until(condition: Callable[[], object], timeout_s: float = 10.0) -> None:
    async with asyncio.timeout(timeout_s):
        while not condition():  # noqa: ASYNC110  # widgets have no asyncio events to wait for
            await asyncio.sleep(0.01)


class Visit:
    """A window in a room of a server of its own; guests join at will."""

    def __init__(self, served_by: RoomServer, /, **options: Any) -> None:
        self.url = served_by.urls("127.0.0.1")["ws"]
        self.rtmp_url = served_by.urls("127.0.0.1")["rtmp"]
        me = {"server": self.url, "room": "r", "uid": "me", "name": "Lin"}
        call = CallSettings(**{**me, **options.pop("call", {})})
        usual = {"call": call, "source": PATTERN, "join": True}
        self.session = Session(OpenOptions(**{**usual, **options}), Window())
        self._tasks: list[asyncio.Task[Any]] = []

    async def __aenter__(self) -> "Visit":
        self.running = asyncio.create_task(self.session.run())
        return self

    async def __aexit__(self, *error: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.session.close()
        await self.running

    @property
    def page(self) -> CallPage:
        assert self.session.page is not None
        return self.session.page

    async def entered(self) -> CallPage:
        await until(lambda: self.session.page is not None)
        return self.page

    async def guest(self, uid: str, source: str = "pattern:320x180@15") -> Call:
        """Let *uid* join and publish; return its call."""
        call = Call(
            CallSettings(self.url, "r", uid, uid.title(), source=parse_source(source), play=False)
        )
        self._tasks.append(asyncio.create_task(call.run()))
        await until(
            lambda: call.sending.state == "publishing" or (source == "none" and call.room.me)
        )
        return call


def _is_in(call: Call) -> bool:
    """Tell whether a guest has arrived, with its stream if it has one."""
    is_silent = call.source.video == "none"
    return call.room.me is not None and (is_silent or call.sending.state == "publishing")


def scenario(run: Run, play: Callable[[Visit], Coroutine[Any, Any, None]], **options: Any) -> Visit:
    """Run *play* in a window with a server of its own."""

    async def whole() -> Visit:
        async with room_server(ServeOptions()) as server, Visit(server, **options) as visit:
            await play(visit)
        return visit

    visit: Visit = run(whole())
    return visit
