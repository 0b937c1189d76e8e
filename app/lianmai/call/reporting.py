"""Brings what media report, in any thread, to a journal, which belongs to the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from lianmai.core.journal import Journal, Value
from lianmai.media.report import Report


def report_to(journal: Journal, source: str) -> Report:
    """Return a report that writes into *journal* under *source*; to be called on its loop."""
    loop = asyncio.get_running_loop()

    def report(name: str, fields: Mapping[str, Value]) -> None:
        with suppress(RuntimeError):  # the loop has ended: nobody listens any more
            loop.call_soon_threadsafe(lambda: journal.add(source, name, **fields))

    return report
