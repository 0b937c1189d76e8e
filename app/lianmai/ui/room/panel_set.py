"""The panels of a call, by the names of their actions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lianmai.call import Call
from lianmai.ui.panels.events import EventPanel
from lianmai.ui.panels.inspector.panel import ComponentPanel
from lianmai.ui.panels.participants import ParticipantsPanel
from lianmai.ui.panels.statistics import StatisticsPanel


def make_panel(call: Call, name: str) -> QWidget:
    """Return the panel of *call* called *name*."""
    match name:
        case "participants":
            return ParticipantsPanel(call)
        case "statistics":
            return StatisticsPanel(call)
        case "component":
            return ComponentPanel(call)
        case "events":
            return EventPanel(call)
        case _:
            raise ValueError(f"There is no panel {name!r}.")
