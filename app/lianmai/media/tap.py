"""A place to listen in on a stream that is decoded anyway."""

from __future__ import annotations

from typing import Protocol

import av

from lianmai.media.sound.ring import Sound


class Tap(Protocol):
    """Gets everything decoded of one stream; called in a media thread, must return at once."""

    def see(self, frame: av.VideoFrame, pts_s: float) -> None:
        """Take a picture, which nobody may draw on."""

    def hear(self, sound: Sound, pts_s: float) -> None:
        """Take sound, the first sample of which has the timestamp *pts_s*."""


class Taps:
    """The taps of one stream. Any thread may add, remove and feed."""

    def __init__(self) -> None:
        self._taps: tuple[Tap, ...] = ()

    def add(self, tap: Tap) -> None:
        """Let *tap* have what comes from now on."""
        self._taps = (*self._taps, tap)

    def remove(self, tap: Tap) -> None:
        """Let *tap* have no more."""
        self._taps = tuple(other for other in self._taps if other is not tap)

    def __bool__(self) -> bool:
        return bool(self._taps)

    def see(self, frame: av.VideoFrame, pts_s: float) -> None:
        """Give a picture to all of them."""
        for tap in self._taps:
            tap.see(frame, pts_s)

    def hear(self, sound: Sound, pts_s: float) -> None:
        """Give sound to all of them."""
        for tap in self._taps:
            tap.hear(sound, pts_s)
