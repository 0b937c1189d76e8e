"""Facts in, what the page is told out."""

from collections.abc import Iterable
from typing import Any

from lianmai.core.components.component import ComponentEvent
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher

Machine = LivePusher | LivePlayer
Fact = str | tuple[str, dict[str, Any]]


def told(machine: Machine, facts: Iterable[Fact]) -> list[ComponentEvent]:
    """Return every event that *facts*, a second apart, make *machine* say."""
    pairs = [fact if isinstance(fact, tuple) else (fact, {}) for fact in facts]
    return [event for i, pair in enumerate(pairs) for event in machine.hear(*pair, float(i))]


def codes(machine: Machine, *facts: Fact) -> list[int]:
    """Return the codes that *facts* make *machine* say."""
    events = told(machine, facts)
    return [event.fields["code"] for event in events if event.name == "statechange"]  # type: ignore[misc]  # codes are numbers


def message(machine: Machine, *facts: Fact) -> str:
    """Return the message of the last event."""
    return str(told(machine, facts)[-1].fields["message"])
