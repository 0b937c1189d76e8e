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
from lianmai.core.sentences import sentence

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
    raise AttributeProblem(
        sentence(
            "{component} has no attribute {name!r}: did you mean {nearest!r}?",
            component=component,
            name=name[:80],
            nearest=nearest,
        )
    )


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
        shown = sentence("its value") if info.kind == "text" else repr(value)[:60]
        raise AttributeProblem(
            sentence(
                "{attribute} cannot be {shown}: it must be {allowed}.",
                attribute=info.name,
                shown=shown,
                allowed=allowed(info),
            )
        )
    return found


def allowed(info: AttributeInfo) -> str:
    """Return the values *info* allows, in words: "a whole number from 0 to 9"."""
    match info.kind:
        case "bool":
            return sentence("true or false")
        case "int" | "float":
            is_whole = info.kind == "int"
            number = sentence("a whole number") if is_whole else sentence("a number")
            span = sentence(
                "{number} from {low:g} to {high:g}", number=number, low=info.low, high=info.high
            )
            if not info.unit:
                return span
            return sentence("{span} {unit}", span=span, unit=sentence(info.unit))
        case "choice":
            names = (name or "(empty)" for name in info.choices)
            return sentence("one of {names}", names=", ".join(names))
        case "text":
            return sentence("text of up to {longest_text} characters", longest_text=_LONGEST_TEXT)


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
