"""Own sound in own ears: what is sent is played as well."""

from __future__ import annotations

import av

from lianmai.media.sound.mixer import Mixer
from lianmai.media.sound.ring import Sound, SoundRing
from lianmai.media.tap import Taps


class EarMonitor:
    """A tap of what is sent that plays it, while it is on. Without a mixer there are no ears."""

    def __init__(self, taps: Taps, mixer: Mixer | None) -> None:
        self._taps, self._mixer = taps, mixer
        self._ring: SoundRing | None = None

    @property
    def is_on(self) -> bool:
        """Whether own sound is played; may be set at any time, on the loop's thread."""
        return self._ring is not None

    @is_on.setter
    def is_on(self, on: bool) -> None:
        if self._mixer is None or on == self.is_on:
            return
        if on:
            self._ring = self._mixer.add()
            self._taps.add(self)
        elif (ring := self._ring) is not None:
            self._taps.remove(self)
            self._mixer.remove(ring)
            self._ring = None

    def see(self, frame: av.VideoFrame, pts_s: float) -> None:
        """Leave pictures alone."""

    def hear(self, sound: Sound, pts_s: float) -> None:
        """Play *sound*; in the encoder's thread."""
        if (ring := self._ring) is not None:
            ring.push(sound, pts_s)
