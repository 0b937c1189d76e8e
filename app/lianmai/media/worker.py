"""A thread of its own for each blocking loop: a coroutine awaits it, cancelling stops it.

Default executors run out of threads (six on two cores), hence none is used here.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias, TypeVar

Outcome = TypeVar("Outcome")

Stop: TypeAlias = threading.Event
"""Set when the loop is to end; a loop looks at it at least every `LONGEST_LOOK_S` seconds
unless a library call holds it, and then that call has a timeout of its own."""

LONGEST_LOOK_S = 0.1
FAREWELL_S = 1.0
"""How long a cancelled coroutine waits for its thread. A library call that lasts longer is left
behind: its thread ends by itself at the call's timeout, and its outcome is thrown away."""


async def run_in_thread(name: str, loop_body: Callable[[Stop], Outcome]) -> Outcome:
    """Run *loop_body* in a new thread called *name*; return or raise what it returns or raises.

    Cancelling sets the `Stop` it was given and waits up to `FAREWELL_S` for the thread.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Outcome] = loop.create_future()
    stop = Stop()

    def settle(result: Outcome | None, error: BaseException | None) -> None:
        if outcome.done():
            return
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(result)  # type: ignore[arg-type]  # None only where Outcome has it

    def run() -> None:
        result, error = None, None
        try:
            result = loop_body(stop)
        except BaseException as caught:  # handed to whoever awaits, never swallowed
            error = caught
        with suppress(RuntimeError):  # the loop is gone: nobody waits any more
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name=name, daemon=True).start()
    try:
        return await asyncio.shield(outcome)
    except asyncio.CancelledError:
        stop.set()
        await _farewell(outcome)
        raise


async def _farewell(outcome: asyncio.Future[Outcome]) -> None:
    """Wait for the thread to end; its result or error no longer matters."""
    await asyncio.wait([outcome], timeout=FAREWELL_S)
    if outcome.done():
        outcome.exception()  # marks it as seen
    else:
        outcome.cancel()
