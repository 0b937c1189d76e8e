"""What both components have in common: events, codes with messages, a connection's phases."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias, get_args

from lianmai.core.components.personality import Personality
from lianmai.core.components.tables import ComponentName, state_codes, status_fields
from lianmai.core.errors import Cause
from lianmai.core.journal import Value
from lianmai.core.redact import redact
from lianmai.core.sentences import sentence
from lianmai.core.stats import PERIOD_S

Fields: TypeAlias = Mapping[str, Value]
_CODES_KEPT = 200
_ROUNDING = 1e-6
"""Two seconds after 124.26 s are 1.9999999 s: a period that has ended must not end again."""


@dataclass(frozen=True)
class ComponentEvent:
    """What a page would be told: the name of its handler without "bind", and the detail."""

    name: str
    fields: dict[str, Value] = field(default_factory=dict)


Events: TypeAlias = Iterable[ComponentEvent]


Answer: TypeAlias = Callable[[Fields], Events]
Phase: TypeAlias = Literal[
    "idle", "connecting", "connected", "running", "broken", "retrying", "failed"
]
"""Where a component is: "running" has begun to publish or play, "failed" waits for the page."""

CODES_OF_CAUSES: dict[Cause, int] = {
    "dns": 3001,
    "refused": 3002,
    "timeout": 3002,
    "handshake": 3003,
    "rejected": 3004,
    "closed": 3004,
    "ended": 3004,
    "io": 3005,
    "no_data": 3005,
}
"""Why an RTMP connection failed; both components use the same numbers. Sources disagree on 3005
and on what happens after silence; the wider reading of the newer ones is taken. Media that cannot
be encoded or decoded have codes of their own."""


class Component:
    """Turns facts into the events of one component.

    Belongs to one thread. *like* is the phone it behaves like: what only one kind of phone says
    is left out of the other's story, and out of that of no phone in particular. Facts that do
    not fit the phase, such as those of a connection that is gone, say nothing.
    """

    NAME: ClassVar[ComponentName]
    CONNECTED: ClassVar[int]
    RECONNECTING: ClassVar[int]
    GIVEN_UP: ClassVar[int]

    def __init__(self, like: Personality | None = None) -> None:
        self.like = like
        self.phase: Phase = "idle"
        self.codes: deque[int] = deque(maxlen=_CODES_KEPT)
        self.netstatus: dict[str, Value] = {}
        self._now_s = self._started_s = self._next_report_s = 0.0
        self._cause: Cause = "io"
        self._any_time: dict[str, Answer] = {"retrying": self._retry, "gave_up": self._give_up}
        self._while_connected: dict[str, Answer] = {}

    @property
    def is_started(self) -> bool:
        """Whether the page has started it and nothing has ended it for good."""
        return self.phase not in ("idle", "failed")

    @property
    def is_connected(self) -> bool:
        """Whether a server has accepted the present attempt."""
        return self.phase in ("connected", "running")

    def hear(self, name: str, fields: Fields, now_s: float) -> list[ComponentEvent]:
        """Return what the fact *name* makes the component say at *now_s*, a monotonic time."""
        self._now_s = now_s
        answer = self._any_time.get(name)
        if answer is None and self.is_connected:
            answer = self._while_connected.get(name)
        events = list(answer(fields)) if answer is not None else []
        self._note(events)
        return events

    def tick(self, now_s: float, numbers: Fields) -> list[ComponentEvent]:
        """Return the statistics when they are due: every two seconds from start to stop.

        *numbers* are under the phone's names and in its units; "volume", 0-100, has an event of
        its own. What is not known is left out, as is what a phone leaves out.
        """
        if not self.is_due(now_s):
            return []
        periods = int((now_s - self._started_s) / PERIOD_S + _ROUNDING) + 1
        self._next_report_s = self._started_s + periods * PERIOD_S
        fields = (row.name for row in status_fields(self.NAME).values() if row.on_rtmp)
        self.netstatus = {name: numbers[name] for name in fields if name in numbers}
        events = [ComponentEvent("netstatus", dict(self.netstatus))]
        if "volume" in numbers:
            events.append(ComponentEvent("audiovolumenotify", {"volume": numbers["volume"]}))
        return events

    def is_due(self, now_s: float) -> bool:
        """Return whether `tick` has something to say at *now_s*."""
        return self.is_started and now_s >= self._next_report_s

    def _note(self, events: list[ComponentEvent]) -> None:
        states = (event.fields["code"] for event in events if event.name == "statechange")
        self.codes.extend(code for code in states if isinstance(code, int))

    def _begin(self, fields: Fields) -> Events:
        """Begin an attempt to connect; the first one is the page's start."""
        if not self.is_started:
            self._started_s, self._next_report_s = self._now_s, self._now_s + PERIOD_S
            yield from self._start()
        self.phase = "connecting"

    def _start(self) -> Events:
        """Say what belongs to the start; a subclass has more to say."""
        return ()

    def _connect(self, fields: Fields) -> Events:
        """Say so; a former connection may have broken while this one was made."""
        if self.is_started and not self.is_connected:
            self.phase = "connected"
            yield self._state(self.CONNECTED)

    def _end(self, fields: Fields) -> Events:
        """End a connection, or an attempt to make one."""
        cause = fields.get("cause")
        if not self.is_started or cause == "replaced":
            return
        if cause == "cancelled":
            yield from self._stop()
            self.phase = "idle"
            return
        self._cause = next((known for known in get_args(Cause) if known == cause), "io")
        was_connecting, self.phase = self.phase == "connecting", "broken"
        yield from self._explain(fields.get("reason", ""), was_connecting=was_connecting)

    def _stop(self) -> Events:
        """Say what belongs to a stop by the page; a subclass has more to say."""
        return ()

    def _explain(self, reason: Value, *, was_connecting: bool) -> Events:
        """Say why the connection has ended."""
        if was_connecting and self._cause in ("rejected", "no_data"):
            yield self._state(self.CONNECTED)  # it did connect: the stream is what was not had
        if self._cause in CODES_OF_CAUSES:
            yield self._state(CODES_OF_CAUSES[self._cause], reason)

    def _retry(self, fields: Fields) -> Events:
        """Say that another attempt follows; one without an address is none of a component's."""
        if self.phase == "broken":
            self.phase = "retrying"
            yield self._state(self.RECONNECTING, self._why(fields))

    def _why(self, fields: Fields) -> str:
        """Return what the message about a lost connection adds."""
        attempt, reason = fields.get("attempt", 1), fields.get("reason", "")
        return sentence("attempt {attempt}, {reason}", attempt=attempt, reason=reason)

    def _give_up(self, fields: Fields) -> Events:
        if self.phase in ("broken", "retrying"):
            self.phase = "failed"
            yield self._state(self.GIVEN_UP, fields.get("reason", ""))

    def _state(self, code: int, detail: object = "") -> ComponentEvent:
        """Return a statechange with the message of newer clients, *detail* added."""
        text = sentence(state_codes(self.NAME)[code].message)
        if detail:
            text = sentence("{message}: {detail}", message=text, detail=redact(str(detail)))
        return ComponentEvent("statechange", {"code": code, "message": text})


def picture_in_picture(fields: Fields) -> Events:
    """Yield the event of a picture that begins or ceases to float."""
    yield ComponentEvent(f"{'enter' if fields.get('on') else 'leave'}pictureinpicture")
