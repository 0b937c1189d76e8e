"""Timers with an owner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def delayed(owner: QObject, interval_ms: int, do: Callable[[], None]) -> QTimer:
    """Return a timer that does *do* once, *interval_ms* after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(do)
    return timer


def repeating(owner: QObject, interval_ms: int, do: Callable[[], None]) -> QTimer:
    """Return a timer that does *do* every *interval_ms*, from now on."""
    timer = QTimer(owner)
    timer.timeout.connect(do)
    timer.start(interval_ms)
    return timer
