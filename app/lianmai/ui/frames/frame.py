"""Room for the stage: the whole of it, or a phone drawn in its middle."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lianmai.core.stage.devices import Screen, Seat, seat
from lianmai.core.stage.geometry import Rect
from lianmai.ui.frames.cover import BEZEL, ScreenCover, ground_color, paint_body
from lianmai.ui.frames.figures import figures
from lianmai.ui.stage.stage import Stage
from lianmai.ui.theme import MARGIN

_LEAST = QSize(160, 120)


class DeviceFrame(QScrollArea):
    """Holds *stage*; with a screen, the stage has the place and the shape of that screen.

    It is fitted into the window, or as large as on a desk where a logical pixel is one.
    """

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setMinimumSize(_LEAST)
        self.stage = stage
        stage.setMinimumSize(1, 1)  # a phone may be narrower than the least window
        self.body = DeviceBody(stage, self)
        self.setWidget(self.body)

    @property
    def screen_shown(self) -> Screen | None:
        """The screen the stage is on."""
        return self.body.screen_shown

    @property
    def logical_size(self) -> QSize:
        """The size layouts are asked for: that of the screen, or of the stage itself."""
        screen = self.screen_shown
        return self.stage.size() if screen is None else _size(screen.whole)

    @property
    def sentence(self) -> str:
        """What is shown, and how large; empty without a frame."""
        return self.body.sentence

    def show_screen(self, screen: Screen | None) -> None:
        """Put the stage on *screen*, or let it fill the window."""
        self.body.show_screen(screen)

    def set_true_size(self, on: bool) -> None:
        """Show the screen 1:1, to be scrolled where the window is too small, or fit it in."""
        self.body.set_true_size(on)

    def set_marks(self, on: bool) -> None:
        """Show the safe area and the capsule, or not."""
        self.body.set_marks(on)

    def set_clean(self, clean: bool) -> None:
        """Stand on the ground of a presentation, or on that of the window."""
        self.body.set_clean(clean)


class DeviceBody(QWidget):
    """The phone around the stage."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.screen_shown: Screen | None = None
        self._stage = stage
        stage.setParent(self)
        self._cover = ScreenCover(self)
        self._cover.hide()
        self._is_true_size, self._has_marks = False, True
        self._seat = Seat(Rect(0, 0, 0, 0), 1.0)

    @property
    def sentence(self) -> str:
        """What is shown, and how large; empty without a frame."""
        if (screen := self.screen_shown) is None:
            return ""
        size = f"{screen.whole.width} × {screen.whole.height} @{screen.device.ratio:g}x"
        told = figures(f"{size}  ·  {round(100 * self._seat.scale)} %")
        return f"{screen.device.title}  ·  {told}"

    def show_screen(self, screen: Screen | None) -> None:
        """Put the stage on *screen*, or let it fill the window."""
        self.screen_shown = screen
        self._stage.set_screen(_size(screen.whole) if screen else None)
        self._cover.setVisible(screen is not None)
        self._settle()

    def set_true_size(self, on: bool) -> None:
        """Show the screen 1:1, or fit it in."""
        self._is_true_size = on
        self._settle()

    def set_marks(self, on: bool) -> None:
        """Show the safe area and the capsule, or not."""
        self._has_marks = on
        self._settle()

    def set_clean(self, clean: bool) -> None:
        """Stand on the ground of a presentation, or on that of the window."""
        self._cover.is_clean = clean
        self._cover.update()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stage in its place."""
        self._place()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the phone's body."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(ground_color(is_clean=self._cover.is_clean)))
        if self.screen_shown is not None:
            scale = self._seat.scale
            corner_px = self.screen_shown.device.corner * scale
            paint_body(painter, QRectF(_qrect(self._seat.rect)), corner_px, scale)
        painter.end()

    def _settle(self) -> None:
        """Ask for the room that 1:1 needs, and put the stage in its place."""
        least = QSize()
        if self.screen_shown is not None and self._is_true_size:
            around = 2 * (MARGIN + BEZEL)
            least = _size(self.screen_shown.whole) + QSize(around, around)
        self.setMinimumSize(least.expandedTo(QSize(0, 0)))
        self._place()
        self.update()

    def _place(self) -> None:
        if (screen := self.screen_shown) is None:
            self._stage.setGeometry(self.rect())
            return
        around = MARGIN + BEZEL
        free = self.rect().adjusted(around, around, -around, -around)
        room = Rect(free.x(), free.y(), max(1, free.width()), max(1, free.height()))
        self._seat = seat(screen.whole, room, true_size=self._is_true_size)
        place = _qrect(self._seat.rect)
        self._stage.setGeometry(place)
        self._cover.setGeometry(place)
        self._cover.raise_()
        self._cover.show_screen(screen, self._seat.scale, has_marks=self._has_marks)
        self.setAccessibleName(self.sentence)
        self.update()


def _size(rect: Rect) -> QSize:
    return QSize(rect.width, rect.height)


def _qrect(rect: Rect) -> QRect:
    return QRect(rect.x, rect.y, rect.width, rect.height)
