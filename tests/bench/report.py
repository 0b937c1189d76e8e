"""What a measurement found, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

Cell: TypeAlias = float | int | str | None


@dataclass(frozen=True)
class Target:
    """What issue or release notes ask for, and what was reached: *value* at most *limit*.

    A target never fails a run; a machine is too slow or too busy for many reasons.
    """

    what: str
    value: float | None
    limit: float

    @property
    def verdict(self) -> str:
        """Return ``met``, ``missed`` or, without a figure, ``not measured``."""
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.limit else "missed"


@dataclass(frozen=True)
class Result:
    """One measurement: *rows* by who was measured, each with the same columns."""

    name: str
    title: str
    rows: Mapping[str, Mapping[str, Cell]]
    targets: Sequence[Target] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    def text(self) -> str:
        """Return the result as a table with its targets below."""
        lines = [f"== {self.name}: {self.title}", *_table(self.rows)]
        for target in self.targets:
            reached = f"{_shown(target.value)} (target {target.limit:g})"
            lines.append(f"   {target.what}: {reached} {target.verdict}")
        return "\n".join([*lines, *(f"   {note}" for note in self.notes)])


def write_json(path: Path, results: Sequence[Result], about: Mapping[str, object]) -> None:
    """Save *results* and what the run was *about*."""
    measurements = [
        asdict(result)
        | {"targets": [asdict(it) | {"verdict": it.verdict} for it in result.targets]}
        for result in results
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**about, "measurements": measurements}, indent=2) + "\n")


def _table(rows: Mapping[str, Mapping[str, Cell]]) -> list[str]:
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    lines = [["", *columns]]
    for who, row in rows.items():
        lines.append([who, *(_shown(row.get(column)) for column in columns)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["   " + _aligned(line, widths) for line in lines]


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(line, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
    return "  ".join(cells).rstrip()


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return "-"
        case float():
            return f"{cell:.0f}" if abs(cell) >= 100 else f"{cell:.3g}"
        case _:
            return str(cell)
