"""Attributes as written on the command line: ``key=value,key=value``, JSON, or a file of JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lianmai.core.components.attributes import Attributes, attributes_from
from lianmai.core.errors import AttributeProblem
from lianmai.core.sentences import sentence

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
        return attributes_from(kind, _object(text, sentence("The JSON of the attributes")))
    if "=" not in text:
        return attributes_from(
            kind, _object(_content(text), sentence("The file {text!r}", text=text))
        )
    return attributes_from(kind, _pairs(text))


def _pairs(text: str) -> dict[str, object]:
    values: dict[str, object] = {}
    name = ""
    for piece in text.split(","):
        key, is_pair, value = piece.partition("=")
        if is_pair and not key.strip():
            raise AttributeProblem(
                sentence(
                    "{piece!r} has no name: write NAME{rest}.", piece=piece, rest=piece.strip()
                )
            )
        if is_pair:
            name = key.strip()
            values[name] = value.strip()
        elif name:
            values[name] = f"{values[name]},{piece}"
        else:
            raise AttributeProblem(
                sentence("{piece!r} has no value: write {piece}=VALUE.", piece=piece)
            )
    return values


def _content(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else sentence("no file name")
        raise AttributeProblem(
            sentence(
                "Attributes are key=value,... or a file of JSON; {name!r} cannot be read "
                "({reason}).",
                name=name,
                reason=reason,
            )
        ) from error
    if len(content) > LARGEST_FILE:
        raise AttributeProblem(
            sentence("The file {name!r} is too large for attributes: choose another.", name=name)
        )
    return content


def _object(content: bytes | str, what: str) -> dict[str, object]:
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise AttributeProblem(
            sentence("{what} cannot be read as JSON ({error}).", what=what, error=error)
        ) from error
    if not isinstance(found, dict):
        raise AttributeProblem(
            sentence('{what} has to be an object: {{"name": value, ...}}.', what=what)
        )
    return found
