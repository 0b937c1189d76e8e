"""Reads the fields of one JSON object; what is wrong costs that field alone and is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeVar

from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import MOST_COLOR, Item
from lianmai.core.stage.canvas_problems import CanvasProblem
from lianmai.core.stage.json_lines import Path

Choice = TypeVar("Choice")

_FARTHEST = 1_000_000
_HEX_COLOR = re.compile(r"#([0-9a-fA-F]{6})")
_SHOWN = 40
"""So many characters of a wrong value are repeated in its problem."""


@dataclass
class Fields:
    """The object *value*, called *item*; `extra` is all of it that was not taken."""

    value: Mapping[str, object]
    item: str
    path: Path
    lines: Mapping[Path, int]
    where: Item | None = None
    problems: list[CanvasProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.extra = dict(self.value)

    def whole(self, name: str, default: int = 0) -> int:
        """Take a whole number."""
        found = self.value.get(name, default)
        if isinstance(found, int | float) and not isinstance(found, bool):
            if abs(found) <= _FARTHEST and found == int(found):
                self.extra.pop(name, None)
                return int(found)
            return self._wrong(
                name, sentence("{found} is not a whole number of px.", found=_shown(found)), default
            )
        return self._wrong(name, sentence("{found} is not a number.", found=_shown(found)), default)

    def number_or_none(self, name: str) -> int | None:
        """Take a whole number that may be left out."""
        return None if self.value.get(name) is None else self.whole(name)

    def flag(self, name: str) -> bool:
        """Take true or false; true when it is left out."""
        found = self.value.get(name, True)
        if isinstance(found, bool):
            self.extra.pop(name, None)
            return found
        return self._wrong(
            name,
            sentence("{found} is neither true nor false.", found=_shown(found)),
            True,
            blocks=False,
        )

    def text(self, name: str) -> str:
        """Take a text."""
        found = self.value.get(name, "")
        if isinstance(found, str):
            self.extra.pop(name, None)
            return found
        return self._wrong(name, sentence("{found} is no text in quotes.", found=_shown(found)), "")

    def uid(self, name: str, *, is_number: bool) -> str:
        """Take a uid: a text or a number. Of two spellings of one uid the usual is not kept."""
        found = self.value.get(name, "")
        if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 1 << 63:
            self.extra.pop(name, None)
            return str(found)
        if isinstance(found, str):
            if not (is_number and looks_like_number(found)):  # else extra remembers the quotes
                self.extra.pop(name, None)
            return found
        return self._wrong(name, sentence("{found} is no user id.", found=_shown(found)), "")

    def choice(self, name: str, choices: Mapping[str | int, Choice], default: Choice) -> Choice:
        """Take one of *choices*; *default* when it is left out."""
        found = self.value.get(name)
        if found is None:
            return default
        if isinstance(found, str | int) and not isinstance(found, bool) and found in choices:
            self.extra.pop(name, None)
            return choices[found]
        known = reduce(_either, map(str, choices))
        return self._wrong(
            name,
            sentence("{found} is not {known}.", found=_shown(found), known=known),
            default,
            blocks=False,
        )

    def color(self, name: str) -> int:
        """Take a colour: a number, or a text such as #ff8800; black when there is none."""
        found = self.value.get(name, 0)
        number: object = found
        if isinstance(found, str) and (digits := _HEX_COLOR.fullmatch(found)):
            number = int(digits[1], 16)
        if isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= MOST_COLOR:
            self.extra.pop(name, None)
            return number
        reason = sentence(
            "{found} is no colour: write 65536 R + 256 G + B, 0 to {most_color}, or #rrggbb.",
            found=_shown(found),
            most_color=MOST_COLOR,
        )
        return self._wrong(name, reason, 0, blocks=False)

    def _wrong(self, name: str, reason: str, instead: Choice, *, blocks: bool = True) -> Choice:
        line = self.lines.get((*self.path, name)) or self.lines.get(self.path)
        self.problems.append(CanvasProblem(self.item, name, reason, blocks, self.where, line))
        return instead


def _either(first: str, rest: str) -> str:
    return sentence("{first} or {rest}", first=first, rest=rest)


def looks_like_number(uid: str) -> bool:
    """Tell whether *uid* is saved as a number."""
    return uid.isascii() and uid.isdigit() and str(int(uid[:20])) == uid and int(uid) < 1 << 63


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
