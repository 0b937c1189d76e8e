"""What a component has told its page, as rows and as lines of a phone's log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from lianmai.core.components.tables import ComponentName, StateCode, state_codes
from lianmai.core.journal import Entry
from lianmai.ui.panels.event_model import EventRow
from lianmai.ui.panels.event_words import level_of
from lianmai.ui.words import translated

TOLD = frozenset(
    {
        "statechange",
        "error",
        "bgmstart",
        "bgmcomplete",
        "enterpictureinpicture",
        "leavepictureinpicture",
        "fullscreenchange",
    }
)
"""What is listed: everything but what comes all the time, which is shown elsewhere."""


@dataclass(frozen=True, eq=False)
class CodeRow(EventRow):
    """One event of the component *kind*, which started at *start_s*."""

    kind: ComponentName = "live-pusher"
    start_s: float = 0.0

    @cached_property
    def time(self) -> str:
        """The time since the start."""
        return f"+{max(0.0, self.entry.time_s - self.start_s):.3f} s"

    @cached_property
    def source(self) -> str:
        """Nothing: it is the component whose log this is."""
        return ""

    @cached_property
    def words(self) -> str:
        """The code and the constant behind it, or the event."""
        fields, name = self.entry.fields, self.entry.name
        if name == "statechange":
            return f"{fields.get('code')}  {self.known.name if self.known else ''}".strip()
        return f"error {fields.get('errCode')}" if name == "error" else name

    @cached_property
    def details(self) -> str:
        """The message, or what else the event carries."""
        fields = self.entry.fields
        if (message := fields.get("message", fields.get("errMsg"))) is not None:
            return translated(str(message))
        return ", ".join(f"{name} {value}" for name, value in fields.items())

    @cached_property
    def known(self) -> StateCode | None:
        """What the tables say of the code."""
        code = self.entry.fields.get("code")
        return state_codes(self.kind).get(code) if isinstance(code, int) else None

    def text(self) -> str:
        """Return the row as a line of a log: date, time since the start, event, detail."""
        moment = datetime.fromtimestamp(self.entry.time_s).isoformat(" ", "milliseconds")
        detail = json.dumps(self.entry.fields, ensure_ascii=False)
        return f"{moment} {self.time} {self.kind} bind{self.entry.name} {detail}"


def code_row(entry: Entry, kind: ComponentName, start_s: float) -> CodeRow:
    """Return *entry* as the log of codes shows it."""
    return CodeRow(entry, level_of(entry), kind, start_s)
