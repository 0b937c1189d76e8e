"""How media tells what happened: a name and its fields, for the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lianmai.core.journal import Value

Report: TypeAlias = Callable[[str, Mapping[str, Value]], None]
"""Called from any media thread with an event's name and fields; must return at once."""


def unheard(name: str, fields: Mapping[str, Value]) -> None:
    """Report to nobody."""
