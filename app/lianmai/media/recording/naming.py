"""What recorded files are called."""

from __future__ import annotations

import re
import time
from pathlib import Path

_LONGEST_LABEL = 64
_UNSAFE = re.compile(r"[^\w.-]+")


def new_path(folder: Path, label: str, unix_s: float) -> Path:
    """Return a path in *folder* that nobody uses yet: local time, then whose stream it is."""
    stem = f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(unix_s))}_{safe_label(label)}"
    path, number = folder / f"{stem}.mp4", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.mp4", number + 1
    return path


def safe_label(text: str) -> str:
    """Return *text* as it may stand in a file's name on any system."""
    return _UNSAFE.sub("_", text).strip("._")[:_LONGEST_LABEL] or "stream"
