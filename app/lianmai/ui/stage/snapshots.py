"""Snapshots of streams: a PNG in the user's folder of pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths

from lianmai.core.errors import OutputError
from lianmai.media.worker import Stop, run_in_thread
from lianmai.ui.words import translate

_UNWANTED = re.compile(r"[^\w.-]+")


def snapshot_path(name: str, now: datetime) -> Path:
    """Return where a snapshot of *name* taken *now* goes."""
    location = QStandardPaths.StandardLocation.PicturesLocation
    folder = Path(QStandardPaths.writableLocation(location) or QDir.homePath())
    label = _UNWANTED.sub("-", name).strip("-.") or "stream"
    return folder / f"lianmai-{label[:40]}-{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03}.png"


async def save_snapshot(encode: Callable[[], bytes], path: Path) -> None:
    """Write what *encode* gives as *path*, in a thread.

    Raises:
        OutputError: If that is not possible.
    """

    def save(_stop: Stop) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(encode())
        except OSError as error:
            words = translate("Snapshots", "Cannot write {path}: {reason}. Make room there.")
            raise OutputError(words.format(path=path, reason=error.strerror)) from error

    await run_in_thread("save snapshot", save)
