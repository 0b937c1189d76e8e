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
PageChange: TypeAlias = Literal["", "push", "pop", "push|pop"]
"""Which ways of leaving a page turn a component into a floating window."""
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


class StateCode(Struct, frozen=True):
    """One code of a component's statechange event.

    *pc* is what a PC peer should do with it; "software_only" are about hardware coding, which is
    never asked for here. Those that Lianmai emits have the *message* of newer clients and say
    what makes them appear here, their *cause*.
    """

    code: int
    name: str
    level: Literal["info", "warning", "error"]
    meaning: str
    origin: str
    pc: Literal["emit", "optional", "not_applicable", "internal", "software_only"]
    message: str = ""
    cause: str = ""


class StatusField(Struct, frozen=True):
    """One field of the netstatus event: what it is and *how* Lianmai comes by it."""

    name: str
    unit: str
    meaning: str
    on_rtmp: bool
    origin: Literal["measured", "derived", "not knowable"]
    how: str


class Table(Struct, frozen=True):
    """Everything in the file of one component."""

    component: ComponentName
    attributes: tuple[AttributeInfo, ...]
    state_codes: tuple[StateCode, ...]
    netstatus: tuple[StatusField, ...]


@cache
def table(component: ComponentName) -> Table:
    """Return what is known of *component*."""
    path = resource(f"components/{component.replace('-', '_')}.json")
    return msgspec.json.decode(path.read_bytes(), type=Table)


@cache
def attribute_infos(component: ComponentName) -> dict[str, AttributeInfo]:
    """Return the attributes of *component* by name, in the order of the phone's documents."""
    return {info.name: info for info in table(component).attributes}


@cache
def state_codes(component: ComponentName) -> dict[int, StateCode]:
    """Return the state codes of *component* by number."""
    return {row.code: row for row in table(component).state_codes}


@cache
def status_fields(component: ComponentName) -> dict[str, StatusField]:
    """Return the fields of netstatus by name, in the order of the phone's documents."""
    return {row.name: row for row in table(component).netstatus}
