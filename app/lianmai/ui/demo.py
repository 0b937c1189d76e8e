"""The demo: a room server, the window and guests, each in a process of its own."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lianmai.core.source import Source, parse_source
from lianmai.media.worker import run_in_thread
from lianmai.processes import Child
from lianmai.ui.app import run
from lianmai.ui.observer import Observer, Watch
from lianmai.ui.options import OpenOptions

if TYPE_CHECKING:
    from lianmai.ui.session import Session

ROOM = "demo"


@dataclass(frozen=True)
class DemoOptions:
    """How many *guests* join, and what to watch."""

    guests: int = 2
    watch: Watch = field(default_factory=Watch)


def run_demo(options: DemoOptions) -> int:
    """Open the window on a call of its own; return the exit code once it is over."""
    return run(OpenOptions(), _Demo(options).run)


class _Demo:
    """Starts everything beside the window, and ends it again."""

    def __init__(self, options: DemoOptions) -> None:
        self._observer = Observer(options.watch)
        self._server = Child("serve", "--port", "0", "--rtmp-port", "0", "--http-port", "0")
        self._guest_count = options.guests
        self._guests: list[Child] = []

    async def run(self, session: Session) -> int:
        """Play the demo in *session* until it is left or watched to the end."""
        from lianmai.call import CallSettings  # loaded by now: see `lianmai.ui.app`

        tasks: list[asyncio.Task[object]] = []
        try:
            server = str((await self._server.start())["ws"])
            source = await _own_source()
            wanted = CallSettings(server, ROOM, uid="laptop", source=source, stamp=True)
            tasks.append(asyncio.create_task(session.join(wanted), name="visit"))
            await self._invite(server)
            tasks.append(asyncio.create_task(self._observer.run(session), name="observe"))
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
            return 0
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(*(child.stop() for child in (*self._guests, self._server)))

    async def _invite(self, server: str) -> None:
        """Let the guests join, all at once."""
        self._guests = [
            Child(
                *("join", "--server", server, "--room", ROOM, "--user", f"guest-{number}"),
                *("--publish", "pattern", "--stamp"),
            )
            for number in range(1, self._guest_count + 1)
        ]
        await asyncio.gather(*(guest.start() for guest in self._guests))


async def _own_source() -> Source:
    """Return the camera, or the test picture where there is none."""
    from lianmai.media.capturing.devices import has_camera

    return parse_source(
        "camera" if await run_in_thread("look for a camera", lambda _: has_camera()) else "pattern"
    )
