"""Moves widgets softly to new places, unless the user wants stillness."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QRect,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle, QWidget

DURATION_MS = 180
REDUCED_MOTION = "LIANMAI_REDUCED_MOTION"
"""An environment variable: 1 moves nothing, 0 moves whatever the system says."""
_BEGINNING = 0.8
"""A widget that appears grows from this share of its size."""


def moves() -> bool:
    """Tell whether things may move: the user's word, then the system's settings.

    Without a screen nothing moves: pictures of a window and tests want it as it will be.
    """
    if (told := os.environ.get(REDUCED_MOTION, "")) in ("0", "1"):
        return told == "0"
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)  # Qt 6.10
    wish = getattr(accessibility(), "motionPreference", None) if accessibility else None  # Qt 6.11
    if wish is not None and wish() == Qt.MotionPreference.ReducedMotion:
        return False
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Motion(QObject):
    """Brings widgets to their places, at once or within `DURATION_MS`. `ended` follows a motion.

    Places that come meanwhile replace those on the way.
    """

    ended = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._ways: dict[QWidget, tuple[QRect, QRect]] = {}
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(DURATION_MS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self.ended)

    @property
    def is_running(self) -> bool:
        """Whether something is on its way."""
        return self._clock.state() == QAbstractAnimation.State.Running

    def bring(self, places: Mapping[QWidget, QRect], *, softly: bool) -> None:
        """Bring widgets to *places*; those not shown yet appear there."""
        if self.is_running and places == {it: way[1] for it, way in self._ways.items()}:
            return
        self._clock.stop()
        self._ways = {widget: (_start(widget, place), place) for widget, place in places.items()}
        for widget, (start, place) in self._ways.items():
            widget.setGeometry(start if softly else place)
            widget.show()
        if softly and any(start != place for start, place in self._ways.values()):
            self._clock.start()

    def forget(self, widget: QWidget) -> None:
        """Leave *widget* alone: it is about to end."""
        self._ways.pop(widget, None)

    def _step(self, share: float) -> None:
        for widget, (start, place) in self._ways.items():
            widget.setGeometry(_between(start, place, share))


def _start(widget: QWidget, place: QRect) -> QRect:
    """Return where *widget* is, or where one that appears begins."""
    if not widget.isHidden():
        return widget.geometry()
    start = QRect(place)
    start.setSize(place.size() * _BEGINNING)
    start.moveCenter(place.center())
    return start


def _between(start: QRect, end: QRect, share: float) -> QRect:
    """Return the rectangle at *share* of the way, its edges each on their own."""
    if share >= 1.0:
        return end
    left, top = _share(start.x(), end.x(), share), _share(start.y(), end.y(), share)
    right = _share(start.right(), end.right(), share)
    bottom = _share(start.bottom(), end.bottom(), share)
    return QRect(left, top, right - left + 1, bottom - top + 1)


def _share(start: int, end: int, share: float) -> int:
    return round(start + (end - start) * share)
