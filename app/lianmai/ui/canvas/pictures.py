"""Pictures a canvas has below its tiles, from files; nothing is fetched from the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from lianmai.core.stage.canvas import MOST_PX, Canvas
from lianmai.core.stage.canvas_problems import CanvasProblem, image_name
from lianmai.ui.words import translate

_MOST = 32
"""So many pictures are kept."""


class Pictures:
    """Reads each file once, again when it has changed; relative paths start at *folder*."""

    def __init__(self) -> None:
        self.folder = Path()
        self._known: dict[tuple[Path, int], QImage | str] = {}

    def image(self, url: str) -> QImage | None:
        """Return the picture *url* names, ``None`` when there is none to be had."""
        found = self._find(url)
        return found if isinstance(found, QImage) else None

    def problems(self, canvas: Canvas) -> Iterator[CanvasProblem]:
        """Yield the files of *canvas* that hold no picture."""
        for index, image in enumerate(canvas.images):
            found = self._find(image.url)
            if isinstance(found, str) and found:
                yield CanvasProblem(image_name(index), "url", found, False, ("images", index))

    def _find(self, url: str) -> QImage | str:
        """Return a picture, or why there is none; empty for what is not a file."""
        if not url or "://" in url:
            return ""
        path = self.folder / url
        try:
            key = path, path.stat().st_mtime_ns
        except (OSError, ValueError):
            return translate("Canvas", "there is no file {path}.").format(path=url)
        if key not in self._known:
            while len(self._known) >= _MOST:
                self._known.pop(next(iter(self._known)))
            self._known[key] = _read(path)
        return self._known[key]


def _read(path: Path) -> QImage | str:
    """Return the picture in *path*, no larger than a canvas can show."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > MOST_PX or size.height() > MOST_PX:
        most = QSize(MOST_PX, MOST_PX)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        words = translate("Canvas", "{path} is no picture: choose another file.")
        return words.format(path=path.name)
    return image
