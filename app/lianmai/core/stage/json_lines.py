"""On which lines of a JSON text its values are."""

from __future__ import annotations

import json
import re
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_KEY_BEFORE = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:')


def value_lines(text: str) -> dict[Path, int]:
    """Return the line, from 1, on which every value of the JSON *text* begins.

    *text* must be good JSON: `json.loads` says so first.
    """
    lines: dict[Path, int] = {}
    path: list[str | int] = []
    inside: list[str] = []  # the brackets that are open
    line, at, key = 1, 0, ""
    is_key = False
    for token in _TOKEN.finditer(text):
        line += text.count("\n", at, token.start())
        at, word = token.start(), token[0]
        if word in "}]":
            inside.pop()
            path.pop()
            is_key = False
        elif word == ",":
            is_key = inside[-1] == "{"
            if not is_key and isinstance(path[-1], int):
                path[-1] += 1
        elif word == ":":
            is_key, path[-1] = False, key
        elif is_key:
            key = json.loads(word)
        else:
            lines[tuple(path)] = line
            if word in "{[":
                inside.append(word)
                is_key = word == "{"
                path.append("" if is_key else 0)
    return lines


def field_before(text: str, position: int) -> str:
    """Return the name of the last field that begins before *position*; empty when there is none."""
    names = _KEY_BEFORE.findall(text, 0, position)
    return str(names[-1]) if names else ""
