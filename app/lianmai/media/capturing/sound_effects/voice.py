"""Own voice with its effects, on the capture clock: on time, and changed without a click."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.sound_effects.chain import Chain
from lianmai.media.capturing.sound_effects.recipe import Recipe
from lianmai.media.sound.gain import bend

WARM_UP = SAMPLE_RATE_HZ // 2
"""So much of what was heard before goes through a new chain first: its echoes, its gain and its
idea of the noise are then much as if it had been there all along."""
_FEWEST, _MOST = 480, 4800
"""How many samples the filters take at once."""


class Raw(Protocol):
    """What the microphone heard at any time of the last seconds, up to now."""

    def __call__(self, start: int, count: int) -> Samples:
        """Return *count* samples, at most a second of them, from number *start*."""


class Voice:
    """Gives the voice for any moment of the capture clock. For one thread.

    Filters take time, some up to 0.1 s. Their sound is not late for that: it carries the time at
    which it was heard, and is given when it is ready. Without effects nothing is done at all.
    """

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._line = _Line(Recipe(), raw)
        self._leaving: _Line | None = None

    def read(self, recipe: Recipe, start: int, count: int, until: int) -> Samples | None:
        """Return *count* samples from number *start*, made by *recipe*; ``None`` if too early.

        What was heard is known up to number *until*.
        """
        if recipe != self._line.recipe:
            self._leaving = self._leaving or self._line
            self._line = _Line(recipe, self._raw)
        samples = self._line.read(start, count, until)
        if samples is None or self._leaving is None:
            return samples
        if (old := self._leaving.read(start, count, until)) is None:
            return None
        self._leaving = None
        share = np.linspace(0, 1, count, dtype=np.float32)
        return samples * share + old * (1 - share)


class _Line:
    """One recipe at work; reading the same samples twice gives the same."""

    def __init__(self, recipe: Recipe, raw: Raw) -> None:
        self.recipe = recipe
        self._raw = raw
        self._chain: Chain | None = None
        self._start = self._fed = self._skip = 0
        self._ready = np.zeros(0, np.float32)

    def read(self, start: int, count: int, until: int) -> Samples | None:
        if not self.recipe:
            return self._raw(start, count) if start + count <= until else None
        passed = start - self._start
        if self._chain is None or not 0 <= passed <= len(self._ready):
            self._chain = self._begun(start)
        else:
            self._start, self._ready = start, self._ready[passed:]
        if len(self._ready) < count:
            self._feed(self._chain, until)
        return bend(self._ready[:count]) if len(self._ready) >= count else None

    def _begun(self, start: int) -> Chain:
        """Return a new chain whose first sound is that of *start*."""
        self._start, self._fed = start, start - WARM_UP
        self._skip, self._ready = WARM_UP + self.recipe.delay, np.zeros(0, np.float32)
        return Chain(self.recipe)

    def _feed(self, chain: Chain, until: int) -> None:
        while (count := min(until - self._fed, _MOST)) >= _FEWEST:
            made = chain.process(self._raw(self._fed, count))
            self._fed += count
            skipped, self._skip = self._skip, max(0, self._skip - len(made))
            self._ready = np.concatenate((self._ready, made[skipped:]))
