"""Reads a JSON object field by field; what is wrong costs that field alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.sentences import sentence


class Fields:
    """The object at *path*; every value that is no good is told to *problems*."""

    def __init__(self, value: object, path: str, problems: list[MixProblem]) -> None:
        self._path, self._problems = path, problems
        self._values: Mapping[str, object] = {}
        if isinstance(value, Mapping):
            self._values = value
        elif value is not None:
            self._complain(path, sentence("write an object in braces here."))

    def inner(self, name: str) -> Fields:
        """Return the object in *name*, an empty one when there is none."""
        return Fields(self._values.get(name), self._at(name), self._problems)

    def whole(self, name: str, default: int, low: int, high: int) -> int:
        """Return the whole number in *name*."""
        value = self._values.get(name, default)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self._complain(
            self._at(name),
            sentence(
                "{value} is not a whole number from {low} to {high}.",
                value=repr(value),
                low=low,
                high=high,
            ),
        )
        return default

    def choice(self, name: str, default: int, choices: Collection[int]) -> int:
        """Return the number in *name*, one of *choices*."""
        value = self._values.get(name, default)
        if isinstance(value, int) and value in choices and not isinstance(value, bool):
            return value
        known = ", ".join(map(str, choices))
        self._complain(
            self._at(name), sentence("{value} is none of {known}.", value=repr(value), known=known)
        )
        return default

    def seconds(self, name: str, default: float, low: float, high: float) -> float:
        """Return the number in *name*."""
        value = self._values.get(name, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self._complain(
            self._at(name),
            sentence(
                "{value} is not a number from {low:g} to {high:g}.",
                value=repr(value),
                low=low,
                high=high,
            ),
        )
        return default

    def flag(self, name: str) -> bool:
        """Return the truth value in *name*, false when there is none."""
        value = self._values.get(name, False)
        if isinstance(value, bool):
            return value
        self._complain(
            self._at(name), sentence("{value} is neither true nor false.", value=repr(value))
        )
        return False

    def text(self, name: str, most_bytes: int) -> str:
        """Return the text in *name*, empty when there is none."""
        value = self._values.get(name, "")
        if isinstance(value, str) and len(value.encode("utf-8", "replace")) <= most_bytes:
            return value
        self._complain(
            self._at(name),
            sentence("write a text of up to {most_bytes} bytes in quotes.", most_bytes=most_bytes),
        )
        return ""

    def texts(self, name: str) -> dict[str, str]:
        """Return the object in *name* as far as its values are texts."""
        inner = self.inner(name)
        texts = {key: value for key, value in inner._values.items() if isinstance(value, str)}
        for key in inner._values.keys() - texts.keys():
            self._complain(inner._at(key), sentence("write a text in quotes here."))
        return texts

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _complain(self, item: str, reason: str) -> None:
        self._problems.append(MixProblem(ProblemCode.MALFORMED, item, reason))
