"""Watches a window at work: numbers to a file and a table, a picture of it, an end in time."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lianmai.core.errors import OutputError
from lianmai.core.journal import Entry, Value
from lianmai.core.lines import line_of
from lianmai.core.stats import PERIOD_S
from lianmai.core.table import numbers_table
from lianmai.media.worker import Stop, run_in_thread
from lianmai.ui.stage.stage_shot import stage_shot, told
from lianmai.vitals import Vitals

if TYPE_CHECKING:
    from lianmai.ui.session import Session

TABLE_PERIODS = 3
"""A live table is printed every so many periods."""


@dataclass(frozen=True)
class Watch:
    """What to watch for. *seconds* of ``None`` means until the window is closed.

    *stats* and *screenshot* name files; *live_table* prints the numbers again and again.
    """

    seconds: float | None = None
    screenshot: str = ""
    stats: str = ""
    live_table: bool = False


class Observer:
    """Runs beside a session; see `lianmai.ui.app.run`."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self._vitals = Vitals()
        self._table = ""

    async def run(self, session: Session) -> int:
        """Watch for the time asked for, then take the picture; return the exit code.

        Raises:
            OutputError: If a file cannot be written.
        """
        try:
            with _opened(self.watch.stats) as file:
                await self._sample(session, file)
        finally:
            if self._table and not self.watch.live_table:
                print(self._table, flush=True)
        if self.watch.screenshot:
            await self._take_screenshot(session)
        return 0

    async def _sample(self, session: Session, file: TextIO | None) -> None:
        """Note the numbers every period until the time is over."""
        end_s = time.monotonic() + (self.watch.seconds or float("inf"))
        periods = 0
        while (left_s := end_s - time.monotonic()) > 0:
            await asyncio.sleep(min(PERIOD_S, left_s))
            periods += 1
            if session.call is None:
                continue
            self._note(session, file)
            if self.watch.live_table and periods % TABLE_PERIODS == 0:
                print(self._table, end="\n\n", flush=True)

    def _note(self, session: Session, file: TextIO | None) -> None:
        call = session.call
        assert call is not None, "numbers are noted during a call only"
        own = call.publish_stats() if call.sending.state != "idle" else None
        played = call.play_stats()
        self._table = numbers_table(own, {str(key): stats for key, stats in played.items()})
        if file is None:
            return
        rows = [(str(key), "play_stats", stats.fields()) for key, stats in played.items()]
        if own is not None:
            rows.append(("me", "publish_stats", own.fields()))
        rows.append(("me", "process_stats", self._process_fields(session)))
        for source, name, fields in rows:
            line = line_of(Entry(time.time(), source, name, fields), call.settings.uid)
            file.write(json.dumps(line) + "\n")

    def _process_fields(self, session: Session) -> dict[str, Value]:
        late = session.heartbeat.lateness()
        return {
            **self._vitals.read().fields(),
            "late_ms": round(late.recent_ms, 1),
            "late_p999_ms": late.p999_ms,
            "worst_late_ms": round(late.worst_ms, 1),
        }

    async def _take_screenshot(self, session: Session) -> None:
        if session.page is not None:
            session.page.banner.hide()  # it lies over tiles, and comes and goes
        image = session.window.grab().toImage()
        if session.page is not None:
            told(image, stage_shot(session.page.stage, within=session.window))

        def save(_stop: Stop) -> Path:
            path = Path(self.watch.screenshot).absolute()
            if not image.save(str(path)):
                raise OutputError(f"Cannot save the screenshot as {path}: choose another place.")
            return path

        print(f"Screenshot: {await run_in_thread('save screenshot', save)}", flush=True)


def _opened(name: str) -> AbstractContextManager[TextIO | None]:
    """Open the file *name* for lines of text; no name, no file."""
    if not name:
        return nullcontext()
    try:
        return Path(name).open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise OutputError(
            f"Cannot write {name}: {error.strerror}. Choose another place."
        ) from error
