"""What the program under test says of itself: its numbers as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lianmai.core.stats import PERIOD_S

_TAIL_BYTES = 64 * 1024


def stats_of(path: Path, kind: str) -> list[dict[str, Any]]:
    """Return the numbers of one *kind* ("play", "publish" or "process") saved in *path* so far."""
    texts = path.read_text("utf-8").splitlines() if path.exists() else []
    return [line for line in _parsed(texts) if line.get("kind") == kind]


def latest_of(path: Path, kind: str) -> list[dict[str, Any]]:
    """Return the numbers of one *kind* of the last period, reading the end of *path* only."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        texts = file.read().decode("utf-8", "replace").splitlines()[1:]
    found = [line for line in _parsed(texts) if line.get("kind") == kind]
    return [line for line in found if line["time"] > found[-1]["time"] - PERIOD_S / 2]


def _parsed(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for text in texts:
        try:
            yield json.loads(text)
        except ValueError:  # the last line, half written
            return
