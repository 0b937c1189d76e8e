"""Feeds for a stage: real pictures in real mailboxes, and notes of what was asked for."""

import time
from collections.abc import Callable
from typing import Any

import av
import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.media.mailbox import Mailbox
from lianmai.ui.stage.look import Feed, Look

RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"


def picture(left: str, right: str, width_px: int = 640, height_px: int = 360) -> av.VideoFrame:
    """Return a "bgra" picture of two colours; its rows have padding where FFmpeg wants it."""
    pixels = np.zeros((height_px, width_px, 4), np.uint8)
    for side, name in ((slice(0, width_px // 2), left), (slice(width_px // 2, None), right)):
        color = QColor(name)
        pixels[:, side] = (color.blue(), color.green(), color.red(), 255)
    return av.VideoFrame.from_ndarray(pixels, format="bgra")


class FakeSound:
    """A sound as tiles know it."""

    def __init__(self) -> None:
        self.volume, self.muted, self.level = 1.0, False, 0.0


class Supply:
    """Stands behind one tile."""

    def __init__(self, **look: Any) -> None:
        self.look = Look(**{"label": "Anna", **look})
        self.box: Mailbox[av.VideoFrame] = Mailbox()
        self.sound = FakeSound()
        self.size_px: tuple[int, int] | None = None
        self.retries = 0

    @property
    def feed(self) -> Feed:
        return Feed(self.look, self.box, self.set_size, self.sound, self.retry)

    def set_size(self, width_px: int, height_px: int) -> None:
        self.size_px = width_px, height_px

    def retry(self) -> None:
        self.retries += 1


def supplies(count: int) -> dict[StreamId, Supply]:
    """Return as many supplies as tiles are wanted."""
    return {StreamId(f"u{number}"): Supply(label=f"Peer {number}") for number in range(count)}


def feeds_of(known: dict[StreamId, Supply]) -> dict[StreamId, Feed]:
    return {stream_id: supply.feed for stream_id, supply in known.items()}


def color_at(widget: QWidget, x: float, y: float) -> str:
    """Return the colour at a place given as shares of width and height."""
    grabbed = widget.grab().toImage()
    spot = QPoint(int(x * (grabbed.width() - 1)), int(y * (grabbed.height() - 1)))
    return grabbed.pixelColor(spot).name()


def until(condition: Callable[[], object], timeout_ms: int = 5000) -> None:
    """Run the Qt loop until *condition* holds; fail when it does not in time."""
    deadline_s = time.monotonic() + timeout_ms / 1000
    while not condition():
        assert time.monotonic() < deadline_s, "it did not happen in time"
        QTest.qWait(5)
