"""The way of own sound from its source to the encoder: muted or not, always there."""

from __future__ import annotations

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.source import AudioKind
from lianmai.media.feed import Samples, Sound
from lianmai.media.tape import Tape
from lianmai.media.tone import silence, tone

PATIENCE_S = 0.1
"""How late a device's sound may come before silence takes its place."""


class SoundLine:
    """Gives sound for any moment of the capture clock.

    A source's thread writes, the encoder's thread reads, anybody sets *is_muted* and *kind*.
    """

    def __init__(self, kind: AudioKind) -> None:
        self.kind = kind
        self.is_muted = False
        self._tape = Tape()
        self._flows = False

    def write(self, sound: Sound) -> None:
        """Take over what a source heard."""
        self._tape.write(sound.samples, sound.at_s)
        self._flows = True

    def cut(self) -> None:
        """Expect no more of what was flowing: silence until something is written again."""
        self._flows = False
        self._tape.clear()

    def read(self, start: int, count: int, now_s: float) -> Samples | None:
        """Return *count* samples from number *start* of the capture clock.

        ``None`` means that they have not been heard yet: ask again a little later.
        """
        end_s = (start + count) / SAMPLE_RATE_HZ
        if now_s < end_s:
            return None
        if self.is_muted:
            return silence(start, count)
        if self.kind == "tone":
            return tone(start, count)
        is_late = now_s > end_s + PATIENCE_S
        if self._flows and not is_late and self._tape.end < start + count:
            return None
        return self._tape.read(start, count)
