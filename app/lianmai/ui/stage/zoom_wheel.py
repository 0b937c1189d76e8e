"""Zooms the own camera by wheel or pinch over its tile, where the phone would allow a pinch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from lianmai.call import Call
from lianmai.media.capturing.picture_line import LARGEST_ZOOM
from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.stage import Stage

_NOTCH = 120  # eighths of a degree
_STEP = 1.15


class ZoomWheel(QObject):
    """Watches *stage*; acts while the attribute *zoom* is on."""

    def __init__(self, call: Call, stage: Stage) -> None:
        super().__init__(stage)
        self._call, self._stage = call, stage
        self._wanted = 1.0
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take wheel and pinch over the own tile."""
        if not isinstance(event, QWheelEvent | QNativeGestureEvent):
            return False
        if not (self._call.pusher.zoom and self._is_own(event.position())):
            return False
        self._enlarge(_factor(event))
        return True

    def _enlarge(self, factor: float) -> None:
        """Add up what is less than the tenth that the capture counts in."""
        capture = self._call.capture
        if round(self._wanted, 1) != capture.zoom:
            self._wanted = capture.zoom
        self._wanted = min(max(self._wanted * factor, 1.0), LARGEST_ZOOM)
        capture.zoom = self._wanted

    def _is_own(self, place: QPointF) -> bool:
        own: QWidget | None = self._stage.tiles.get(OWN)
        return own is not None and own.geometry().contains(place.toPoint())


def _factor(event: QWheelEvent | QNativeGestureEvent) -> float:
    """Return by how much *event* enlarges."""
    if isinstance(event, QWheelEvent):
        return float(_STEP ** (event.angleDelta().y() / _NOTCH))
    is_pinch = event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
    return 1.0 + event.value() if is_pinch else 1.0
