"""What can be done to the sound of one stream, here and for us alone."""

from __future__ import annotations

from typing import Protocol

VOLUME_STEP = 0.1


class Sound(Protocol):
    """The sound of one stream, as far as the window deals with it."""

    volume: float
    muted: bool

    @property
    def level(self) -> float:
        """How loud it was lately: peak, 0 to 1."""


def toggle_mute(sound: Sound) -> None:
    """Mute *sound*, or let it be heard again."""
    sound.muted = not sound.muted


def set_volume(sound: Sound, volume: float) -> None:
    """Set the volume, 0 to 1; anything above 0 also ends muting."""
    sound.volume = round(min(1.0, max(0.0, volume)), 2)
    sound.muted = sound.volume == 0.0


def step_volume(sound: Sound, steps: int) -> None:
    """Make *sound* louder by *steps*, or quieter by as many below zero."""
    set_volume(sound, sound.volume + steps * VOLUME_STEP)
