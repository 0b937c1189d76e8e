"""What recorded files are called."""

from __future__ import annotations

import re
import time
from pathlib import Path

from lianmai.core.errors import OutputError
from lianmai.core.sentences import sentence

_LONGEST_LABEL = 64
_UNSAFE = re.compile(r"[^\w.-]+")


def new_path(folder: Path, label: str, unix_s: float) -> Path:
    """Return the path of a new, empty file: local time, then whose stream it is.

    Raises:
        OutputError: If none can be made there.
    """
    stem = f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(unix_s))}_{safe_label(label)}"
    path, number = folder / f"{stem}.mp4", 1
    while True:
        try:
            path.touch(exist_ok=False)  # at once: another stream may have this name, too
        except FileExistsError:
            number += 1
            path = folder / f"{stem}-{number}.mp4"
        except OSError as error:
            reason = sentence(
                "Cannot write {path!r} ({reason}): choose another folder.",
                path=str(path),
                reason=error.strerror,
            )
            raise OutputError(reason) from error
        else:
            return path


def safe_label(text: str) -> str:
    """Return *text* as it may stand in a file's name on any system."""
    return _UNSAFE.sub("_", text).strip("._")[:_LONGEST_LABEL] or "stream"
