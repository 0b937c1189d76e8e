"""The program with a window: one asyncio run on Qt's event loop."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from lianmai.core.stage.registry import layout_named
from lianmai.interrupts import INTERRUPTED
from lianmai.ui import theme, words
from lianmai.ui.icons import app_icon
from lianmai.ui.options import OpenOptions
from lianmai.ui.window import Window

if TYPE_CHECKING:
    from lianmai.ui.session import Session

__all__ = ["Beside", "OpenOptions", "run"]


Beside: TypeAlias = "Callable[[Session], Awaitable[int]]"
"""Runs beside the window; when it returns, its result is the exit code and the program ends."""


def run(options: OpenOptions, beside: Beside | None = None) -> int:
    """Open the window and return the exit code once it is closed.

    Raises:
        ValueError: If *options* name an unknown layout or no geometry; the sentence says so.
    """
    app = make_app()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        return runner.run(_main(options, beside))


def make_app() -> QApplication:
    """Return the application, dressed and speaking the user's language."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("lianmai")
    app.setApplicationDisplayName("Lianmai")
    app.setDesktopFileName("lianmai")
    app.setQuitOnLastWindowClosed(False)
    theme.install(app)
    words.install(app)
    app.setWindowIcon(app_icon())
    return app


async def _main(options: OpenOptions, beside: Beside | None) -> int:
    session = await _session(options)
    with _interruptible(session):
        if beside is None:
            return await session.run()
        guest = asyncio.ensure_future(_run_beside(session, beside))
        try:
            return await session.run()
        finally:
            guest.cancel()
            await asyncio.wait([guest])
            if not guest.cancelled():
                guest.result()


async def _session(options: OpenOptions) -> Session:
    """Put the window on the screen, then load what works behind it.

    Loading calls and media takes two thirds of the start.
    """
    layout_named(options.layout)
    window = Window()
    window.place(options.geometry)
    window.show()
    await window.painted()
    from lianmai.ui.session import Session

    return Session(options, window)


async def _run_beside(session: Session, beside: Beside) -> None:
    """End the session when *beside* ends, also when it fails."""
    try:
        session.exit_code = await beside(session)
    finally:
        session.close()


@contextmanager
def _interruptible(session: Session) -> Iterator[None]:
    """Let SIGINT and SIGTERM close the window like a user would.

    Python runs signal handlers between its own instructions; the session's heartbeat makes
    sure that there are some, also while Qt waits for events.
    """
    loop = asyncio.get_running_loop()

    def close(_number: int, _frame: object) -> None:
        loop.call_soon_threadsafe(session.close, INTERRUPTED)

    before = {it: signal.signal(it, close) for it in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
