"""The attributes of both components, made from what a user writes and changed one by one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from lianmai.core.components.attribute_values import attribute_value, known_attribute
from lianmai.core.components.player_attributes import PlayerAttributes
from lianmai.core.components.pusher_attributes import PusherAttributes
from lianmai.core.components.tables import ComponentName
from lianmai.core.errors import AttributeProblem
from lianmai.core.sentences import sentence

__all__ = [
    "Attributes",
    "PlayerAttributes",
    "PusherAttributes",
    "attributes_from",
    "members",
    "with_attribute",
    "with_attributes",
]

Attributes = TypeVar("Attributes", bound=PusherAttributes | PlayerAttributes)

_PAIRS = (("min_bitrate", "max_bitrate"), ("min_cache", "max_cache"))


def attributes_from(kind: type[Attributes], values: Mapping[str, object]) -> Attributes:
    """Return the attributes *values* give, under the phone's names; the rest have defaults.

    Values are those of JSON or their text ("600", "true").

    Raises:
        AttributeProblem: When a name or a value is none, or two contradict each other.
    """
    return with_attributes(kind(), values)


def with_attribute(attributes: Attributes, name: str, value: object) -> Attributes:
    """Return *attributes* with one of them changed; ``None`` takes its setting back.

    Raises:
        AttributeProblem: As `attributes_from` does.
    """
    return with_attributes(attributes, {name: value})


def with_attributes(attributes: Attributes, values: Mapping[str, object]) -> Attributes:
    """Return *attributes* with several of them changed at once, as `with_attribute` does one."""
    changes = _changes(type(attributes), values)
    return _checked(msgspec.structs.replace(attributes, **changes))


def _changes(kind: type[Attributes], values: Mapping[str, object]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, value in values.items():
        found = attribute_value(known_attribute(kind.COMPONENT, name), value)
        member = members(kind.COMPONENT)[name]
        changes[member] = getattr(kind(), member) if found is None else found
    return changes


@cache
def members(component: ComponentName) -> dict[str, str]:
    """Return the Python name of each attribute: "min_bitrate" of "min-bitrate"."""
    kind = PusherAttributes if component == "live-pusher" else PlayerAttributes
    return {field.encode_name: field.name for field in msgspec.structs.fields(kind)}


def _checked(attributes: Attributes) -> Attributes:
    for low_name, high_name in _PAIRS:
        low, high = getattr(attributes, low_name, None), getattr(attributes, high_name, None)
        if low is not None and high is not None and low > high:
            low_name, high_name = low_name.replace("_", "-"), high_name.replace("_", "-")
            raise AttributeProblem(
                sentence(
                    "{low_name} {low:g} is above {high_name} {high:g}: lower one or raise the "
                    "other.",
                    low_name=low_name,
                    low=low,
                    high_name=high_name,
                    high=high,
                )
            )
    return attributes
