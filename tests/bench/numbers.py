"""What the program under test says of itself: its numbers as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def stats_of(path: Path, kind: str) -> list[dict[str, Any]]:
    """Return the numbers of one *kind* ("play", "publish" or "process") saved in *path* so far."""
    return [line for line in _lines(path) if line.get("kind") == kind]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    for text in path.read_text("utf-8").splitlines():
        try:
            yield json.loads(text)
        except ValueError:  # the last line, half written
            return
