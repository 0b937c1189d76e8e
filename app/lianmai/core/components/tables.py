"""What is known of the phone's two components: resources/components, read once when needed."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from lianmai.core.resources import resource

ComponentName: TypeAlias = Literal["live-pusher", "live-player"]
Kind: TypeAlias = Literal["bool", "int", "float", "choice", "text"]
Effect: TypeAlias = Literal["live", "start", "none"]
"""When a changed attribute acts: at once, at the next start, never on a PC."""
AttributeValue: TypeAlias = bool | int | float | str


class AttributeInfo(Struct, frozen=True):
    """One attribute, as a form needs it.

    *low* and *high* bound a number; *choices* maps the text of each value to its meaning.
    *by_mode*: until it is set, the mode decides and *default* is only what the documents say.
    *limits* is "lianmai" where the documents give no range and ours stands in. *note* says why
    an attribute has no effect.
    """

    name: str
    kind: Kind
    default: AttributeValue
    group: str
    effect: Effect
    meaning: str
    origin: str
    min_version: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    by_mode: bool = False
    limits: str = "phone"
    choices: dict[str, str] = {}
    note: str = ""


class Table(Struct, frozen=True):
    """Everything in the file of one component."""

    component: ComponentName
    attributes: tuple[AttributeInfo, ...]


@cache
def table(component: ComponentName) -> Table:
    """Return what is known of *component*."""
    path = resource(f"components/{component.replace('-', '_')}.json")
    return msgspec.json.decode(path.read_bytes(), type=Table)


@cache
def attribute_infos(component: ComponentName) -> dict[str, AttributeInfo]:
    """Return the attributes of *component* by name, in the order of the phone's documents."""
    return {info.name: info for info in table(component).attributes}
