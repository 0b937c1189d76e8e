"""A picture of how the stage should look, laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from lianmai.core.errors import SourceError
from lianmai.core.stage.geometry import Rect
from lianmai.ui.widgets.timers import repeating
from lianmai.ui.words import translate

Mode: TypeAlias = Literal["overlay", "blink", "difference"]
MODES: tuple[Mode, ...] = get_args(Mode)
BLINK_MS = 600
_COMPOSED = QPainter.CompositionMode


@dataclass(frozen=True)
class Laid:
    """How a picture lies: where, in px of the layout, how dense (0 to 1) and in which mode."""

    rect: Rect
    opacity: float = 0.5
    mode: Mode = "overlay"


class Reference(QObject):
    """The picture and how it lies; `changed` when it is made to look different.

    `blinked` follows each blink.
    """

    changed = Signal()
    blinked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.path = ""
        self.laid = Laid(Rect(0, 0, 0, 0))
        self._image = QImage()
        self._scaled = QImage()
        self._is_shown = False
        self._is_lit = True
        self._blinking = repeating(self, BLINK_MS, self._blink)
        self._blinking.stop()

    @property
    def has_picture(self) -> bool:
        """Whether there is one to show."""
        return not self._image.isNull()

    @property
    def is_on(self) -> bool:
        """Whether it is shown; a blinking one is, even while it is dark."""
        return self._is_shown and self.has_picture

    @property
    def size(self) -> QSize:
        """The picture's own size in px."""
        return self._image.size()

    def load(self, path: str) -> None:
        """Take the picture in the file at *path*, at its own size in the top left corner.

        Raises:
            SourceError: If that is none; what was there before stays.
        """
        reader = QImageReader(path)
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull():
            words = (
                translate("Verify", "There is no picture {path}: check the path.")
                if not Path(path).is_file()
                else translate("Verify", "{path} is no picture: choose a PNG or JPEG file.")
            )
            raise SourceError(words.format(path=path))
        self.show_image(image, path)

    def show_image(self, image: QImage, path: str = "") -> None:
        """Take *image*, at its own size in the top left corner."""
        image.setDevicePixelRatio(1.0)
        self._image, self._scaled, self.path = image, QImage(), path
        self.lay(replace(self.laid, rect=Rect(0, 0, image.width(), image.height())))
        self.set_shown(True)

    def forget(self) -> None:
        """Have no picture any more."""
        self._image, self._scaled, self.path = QImage(), QImage(), ""
        self.set_shown(False)

    def lay(self, laid: Laid) -> None:
        """Let it lie so."""
        self.laid = laid
        self._mind_blinking()
        self.changed.emit()

    def set_shown(self, shown: bool) -> None:
        """Show it or not."""
        self._is_shown = shown
        self._mind_blinking()
        self.changed.emit()

    def fit_width(self, width: int) -> None:
        """Make it as wide as the layout, of *width*, from its top left corner."""
        height = round(width * self._image.height() / max(1, self._image.width()))
        self.lay(replace(self.laid, rect=Rect(0, 0, width, height)))

    def color_at(self, x: float, y: float) -> QColor | None:
        """Return its colour at a place of the layout, nothing outside of it."""
        rect = self.laid.rect
        if not (self.is_on and rect.area):
            return None
        column = int((x - rect.x) / rect.width * self._image.width())
        row = int((y - rect.y) / rect.height * self._image.height())
        inside = self._image.rect().contains(column, row)
        return self._image.pixelColor(column, row) if inside else None

    def paint(self, painter: QPainter, scale: float, ratio: float) -> None:
        """Paint it on a stage where a px of the layout is drawn *scale* px large."""
        if not (self.is_on and self._is_lit):
            return
        drawn = self.laid.rect.scaled(scale, scale)
        place = QRectF(drawn.x, drawn.y, drawn.width, drawn.height)
        image = self._fitting(QSize(round(place.width() * ratio), round(place.height() * ratio)))
        painter.save()
        if self.laid.mode == "difference":
            painter.setCompositionMode(_COMPOSED.CompositionMode_Difference)
        elif self.laid.mode == "overlay":
            painter.setOpacity(self.laid.opacity)
        painter.drawImage(place, image)
        painter.restore()

    def _fitting(self, size: QSize) -> QImage:
        """Return the picture in *size* device px, scaled once."""
        if self._scaled.size() != size:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
            self._scaled = self._image.scaled(size, keep, smooth.SmoothTransformation)
        return self._scaled

    def _mind_blinking(self) -> None:
        self._is_lit = True
        if self.is_on and self.laid.mode == "blink":
            self._blinking.start()
        else:
            self._blinking.stop()

    @Slot()
    def _blink(self) -> None:
        self._is_lit = not self._is_lit
        self.blinked.emit()
