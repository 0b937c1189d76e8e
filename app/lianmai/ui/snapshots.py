"""Snapshots of streams: a PNG in the user's folder of pictures."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths

from lianmai.core.errors import OutputError
from lianmai.media.worker import Stop, run_in_thread
from lianmai.ui.picture import Picture, image_over
from lianmai.ui.words import translate

_UNWANTED = re.compile(r"[^\w.-]+")


def snapshot_path(name: str, now: datetime) -> Path:
    """Return where a snapshot of *name* taken *now* goes."""
    location = QStandardPaths.StandardLocation.PicturesLocation
    folder = Path(QStandardPaths.writableLocation(location) or QDir.homePath())
    label = _UNWANTED.sub("-", name).strip("-.") or "stream"
    return folder / f"lianmai-{label[:40]}-{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03}.png"


async def save_snapshot(picture: Picture, path: Path) -> Path:
    """Write *picture* as *path*, a PNG, in a thread; return the path.

    Raises:
        OutputError: If that is not possible.
    """

    def save(_stop: Stop) -> Path:
        if not (_made(path.parent) and image_over(picture).save(str(path))):
            words = translate("Snapshots", "Cannot write {path}: make room or allow writing there.")
            raise OutputError(words.format(path=path))
        return path

    return await run_in_thread("save snapshot", save)


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True
