"""A component beside a real stream: what its page would be told."""

import threading
import time
from collections.abc import Mapping

from lianmai.core.components.component import ComponentEvent
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.journal import Value


class Told:
    """A `Report` that lets *component* hear every fact, whichever thread has it."""

    def __init__(self, component: LivePusher | LivePlayer) -> None:
        self.component = component
        self.events: list[ComponentEvent] = []
        self.facts: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, name: str, fields: Mapping[str, Value]) -> None:
        with self._lock:
            self.facts.append(name)
            self.events += self.component.hear(name, fields, time.monotonic())

    @property
    def codes(self) -> list[Value]:
        """Every code of a statechange, in order."""
        return [event.fields["code"] for event in self.events if event.name == "statechange"]
