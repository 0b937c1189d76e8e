"""Values of attributes, from JSON or as text, checked against what the component allows."""

from __future__ import annotations

import math
from difflib import get_close_matches

from lianmai.core.components.tables import (
    AttributeInfo,
    AttributeValue,
    ComponentName,
    attribute_infos,
)
from lianmai.core.errors import AttributeProblem

_WORDS = {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}
_LONGEST_TEXT = 2048


def known_attribute(component: ComponentName, name: str) -> AttributeInfo:
    """Return what is known of the attribute *name*.

    Raises:
        AttributeProblem: When there is none; names the nearest one.
    """
    infos = attribute_infos(component)
    if name in infos:
        return infos[name]
    (nearest,) = get_close_matches(name[:80], infos, n=1, cutoff=0.0)
    raise AttributeProblem(f"{component} has no attribute {name[:80]!r}: did you mean {nearest!r}?")


def attribute_value(info: AttributeInfo, value: object) -> AttributeValue | None:
    """Return *value* as the attribute's type; ``None`` stands for "not set".

    Raises:
        AttributeProblem: When it is not one of the values allowed; says which are.
    """
    if value is None or (value == "" and info.kind not in ("text", "choice")):
        return None
    found: AttributeValue | None
    match info.kind:
        case "bool":
            found = _bool(value)
        case "int" | "float":
            found = _number(info, value)
        case "choice":
            found = _choice(info, value)
        case "text":
            found = value if isinstance(value, str) and len(value) <= _LONGEST_TEXT else None
    if found is None:
        shown = "its value" if info.kind == "text" else repr(value)[:60]
        raise AttributeProblem(f"{info.name} cannot be {shown}: it must be {allowed(info)}.")
    return found


def allowed(info: AttributeInfo) -> str:
    """Return the values *info* allows, in words: "a whole number from 0 to 9"."""
    match info.kind:
        case "bool":
            return "true or false"
        case "int" | "float":
            number = "a whole number" if info.kind == "int" else "a number"
            unit = f" {info.unit}" if info.unit else ""
            return f"{number} from {info.low:g} to {info.high:g}{unit}"
        case "choice":
            return "one of " + ", ".join(name or "(empty)" for name in info.choices)
        case "text":
            return f"text of up to {_LONGEST_TEXT} characters"


def _bool(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return _WORDS.get(value.strip().lower()) if isinstance(value, str) else None


def _number(info: AttributeInfo, value: object) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    low, high = info.low or 0.0, math.inf if info.high is None else info.high
    if not low <= number <= high:  # also when it is not a number
        return None
    if info.kind == "float":
        return number
    return int(number) if number.is_integer() else None


def _choice(info: AttributeInfo, value: object) -> int | str | None:
    """Return the choice; several of them, a list on a phone, are joined by "|"."""
    if isinstance(value, list | tuple):
        value = "|".join(sorted(map(str, value), reverse=True))
    text = str(value).strip()
    if isinstance(value, bool) or text not in info.choices:
        return None
    return int(text) if isinstance(info.default, int) else text
