"""Sentences for people, which remember how they were made so that a window can translate them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = str | int | float


class Sentence(str):
    """English text like any other, with the *template* and *values* it was made of.

    A value may be a sentence itself. What makes a new text of this one loses both.
    """

    template: str
    values: Mapping[str, Value]

    def __str__(self) -> str:
        """Return the sentence itself: ``str(error)`` must not lose how it was made."""
        return self

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language that *translate* gives templates in."""
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return _filled(translate(self.template), values)

    def mapped(self, change: Callable[[str], str]) -> Sentence:
        """Return the same sentence about other values: *change* is applied to each text."""
        values = {
            name: change(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return sentence(self.template, **values)


def sentence(template: str, /, **values: object) -> Sentence:
    """Return *template* with its *values*, written as for ``str.format``.

    The collector of texts to translate finds the literals given to this function by its name.
    """
    kept = {name: it if isinstance(it, Value) else str(it) for name, it in values.items()}
    made = Sentence(_filled(template, kept))
    made.template, made.values = template, kept
    return made


def listed(parts: Sequence[str]) -> Sentence:
    """Return *parts* in one row."""
    first, *rest = parts
    return sentence("{first}, {rest}", first=first, rest=listed(rest)) if rest else sentence(first)


def _filled(template: str, values: Mapping[str, Value]) -> str:
    """Fill *template*; one without values may have braces of its own."""
    return template.format_map(values) if values else template
