"""Calls on plain media servers, and the codes of their components."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from lianmai.call import Call, CallSettings
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size, parse_source

SMALL = Encoding(Size(160, 120, 15))
DEADLINE_S = 20.0
CAPTURE = {1003, 1007, 2027}
"""Codes of the capture group, which has an order of its own."""
USUAL = CallSettings("", "", "anna", source=parse_source("pattern"), encoding=SMALL)


@asynccontextmanager
async def calling(
    port: int, settings: CallSettings = USUAL, host: str = "127.0.0.1"
) -> AsyncIterator[Call]:
    """Run a call on the RTMP server at *port*: it pushes to its uid and plays its room's names."""
    call = Call(replace(settings, server=f"rtmp://{host}:{port}/live"))
    async with running(call):
        yield call


@asynccontextmanager
async def running(call: Call) -> AsyncIterator[None]:
    """Run *call* for the length of the block."""
    task = asyncio.create_task(call.run())
    try:
        yield
    finally:
        call.leave()
        await asyncio.wait([task])
        task.result()


async def until(holds: Callable[[], object]) -> None:
    """Wait until *holds*; fail when it does not come true in time."""
    deadline = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < deadline, "what was waited for did not happen"
        await asyncio.sleep(0.01)


def codes(call: Call, source: str = "me") -> list[int]:
    """Return the state codes that the page of *source* was told, in order."""
    return [
        code
        for entry in call.journal.entries
        if entry.source == source and entry.name == "statechange"
        if isinstance(code := entry.fields["code"], int)
    ]


def network_codes(call: Call) -> list[int]:
    """Return the pusher's codes without those of the capture group."""
    return [code for code in codes(call) if code not in CAPTURE]


def has_said(call: Call, *wanted: int, source: str = "me") -> bool:
    """Tell whether all of *wanted* are among the codes of *source*."""
    return set(wanted) <= set(codes(call, source))
