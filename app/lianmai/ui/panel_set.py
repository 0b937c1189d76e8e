"""The panels of a call, by the names of their actions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lianmai.call import Call


def panels_of(call: Call) -> dict[str, QWidget]:
    """Return every panel that shows *call*."""
    return {n: QWidget() for n in ("participants", "statistics", "events")}
