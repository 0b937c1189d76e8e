"""Attributes as written on the command line: ``key=value,key=value``, JSON, or a file of JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lianmai.core.components.attributes import Attributes, attributes_from
from lianmai.core.errors import AttributeProblem

LARGEST_FILE = 64 * 1024


def written_attributes(kind: type[Attributes], text: str) -> Attributes:
    """Return the attributes that *text* gives; those not written have the phone's defaults.

    A piece between commas without ``=`` belongs to the value before it. What has no ``=`` at
    all is the name of a file.

    Raises:
        AttributeProblem: If they cannot be read, or are none; one sentence.
    """
    text = text.strip()
    if text.startswith("{"):
        return attributes_from(kind, _object(text, "The JSON of the attributes"))
    if "=" not in text:
        return attributes_from(kind, _object(_content(text), f"The file {text!r}"))
    return attributes_from(kind, _pairs(text))


def _pairs(text: str) -> dict[str, object]:
    values: dict[str, object] = {}
    name = ""
    for piece in text.split(","):
        key, is_pair, value = piece.partition("=")
        if is_pair and not key.strip():
            raise AttributeProblem(f"{piece!r} has no name: write NAME{piece.strip()}.")
        if is_pair:
            name = key.strip()
            values[name] = value.strip()
        elif name:
            values[name] = f"{values[name]},{piece}"
        else:
            raise AttributeProblem(f"{piece!r} has no value: write {piece}=VALUE.")
    return values


def _content(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no file name"
        raise AttributeProblem(
            f"Attributes are key=value,... or a file of JSON; {name!r} cannot be read ({reason})."
        ) from error
    if len(content) > LARGEST_FILE:
        raise AttributeProblem(f"The file {name!r} is too large for attributes: choose another.")
    return content


def _object(content: bytes | str, what: str) -> dict[str, object]:
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise AttributeProblem(f"{what} cannot be read as JSON ({error}).") from error
    if not isinstance(found, dict):
        raise AttributeProblem(f'{what} has to be an object: {{"name": value, ...}}.')
    return found
