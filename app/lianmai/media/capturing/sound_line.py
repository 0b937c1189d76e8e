"""The way of own sound from its source to the encoder: muted or not, always there."""

from __future__ import annotations

import numpy as np

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.source import AudioKind
from lianmai.media.capturing.feed import Samples, Sound, capture_clock
from lianmai.media.capturing.music import Music
from lianmai.media.capturing.sound_effects.recipe import Recipe, recipe
from lianmai.media.capturing.sound_effects.voice import Voice
from lianmai.media.capturing.tape import Tape
from lianmai.media.capturing.tone import silence, tone
from lianmai.media.sound.gain import Gain, bend

PATIENCE_S = 0.1
"""How late a device's sound may come before silence takes its place."""
_DECAY = 0.9


class SoundLine:
    """Gives sound for any moment of the capture clock: the microphone's, and music with it.

    A source's thread writes, the encoder's thread reads, anybody sets the rest. *is_muted* is
    the user's own wish; the attributes can mute the microphone as well. Music goes on then, as the
    phone replaces what the microphone hears; *is_silenced* silences it, too.
    """

    def __init__(self, kind: AudioKind, music: Music | None = None) -> None:
        self.kind = kind
        self.is_muted = False
        self.is_silenced = False
        self.level = 0.0  # peak of what was lately sent of the microphone, 0 to 1
        self._music = music or Music()
        self._attributes, self._recipe = PusherAttributes(), Recipe()
        self._voice = Voice(self._microphone)
        self._microphone_gain, self._gain = Gain(), Gain()
        self._tape = Tape()
        self._flows = False
        self._heard_s = capture_clock()

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Behave as *attributes* say from the next block on."""
        self._attributes, self._recipe = attributes, recipe(attributes)

    def new_source(self, kind: AudioKind) -> None:
        """Expect sound of this *kind*, and none of what was flowing."""
        self.cut()
        self.kind = kind
        self._heard_s = capture_clock()

    def silent_s(self, now_s: float) -> float:
        """Return for how long a source has given nothing."""
        return now_s - self._heard_s

    def write(self, sound: Sound) -> None:
        """Take over what a source heard."""
        self._tape.write(sound.samples, sound.at_s)
        self._flows = True
        self._heard_s = capture_clock()

    def cut(self) -> None:
        """Expect no more of what was flowing: silence until something is written again."""
        self._flows = False
        self._tape.clear()

    def read(self, start: int, count: int, now_s: float) -> Samples | None:
        """Return *count* samples from number *start* of the capture clock.

        ``None`` means that they have not been heard yet: ask again a little later.
        """
        until = self._heard_until(now_s)
        if (voice := self._voice.read(self._recipe, start, count, until)) is None:
            return None
        voice = self._microphone_gain.apply(voice, self._microphone_level)
        self.level = max(float(np.abs(voice).max()), self.level * _DECAY)
        music = self._music.take(count)
        sound = voice if music is None else bend(voice + music)
        return self._gain.apply(sound, 0.0 if self.is_silenced else 1.0)

    @property
    def _mutes(self) -> bool:
        return self.is_muted or self.is_silenced or not self._attributes.sends_sound

    @property
    def _microphone_level(self) -> float:
        return 0.0 if self._mutes else self._music.microphone_volume

    def _heard_until(self, now_s: float) -> int:
        """Return the number of the first sample that cannot be known yet."""
        now = round(now_s * SAMPLE_RATE_HZ)
        if not self._flows or self.kind == "tone":
            return now
        return min(now, max(self._tape.end, now - round(PATIENCE_S * SAMPLE_RATE_HZ)))

    def _microphone(self, start: int, count: int) -> Samples:
        """Return what was heard; nothing while it is muted, so that no echo of it is sent later."""
        if self._mutes and not self._microphone_gain.level:
            return silence(start, count)
        return tone(start, count) if self.kind == "tone" else self._tape.read(start, count)
