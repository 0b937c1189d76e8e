"""What a viewer wants of a stream at the moment."""

from __future__ import annotations

from dataclasses import dataclass

from lianmai.core.components.attributes import PlayerAttributes

EAR_VOLUME = 0.25
"""What is played to an earpiece is not meant for the room: 12 dB less."""


@dataclass(frozen=True)
class Wish:
    """Pictures as large as fit into *width_px* x *height_px*, 0 x 0 while nobody looks.

    Pictures not wanted (*sees*) and sound not wanted (*hears*) are not even decoded; *reads*: texts
    sent inside pictures are wanted.
    """

    width_px: int = 0
    height_px: int = 0
    sees: bool = True
    hears: bool = True
    reads: bool = False


def wish_of(attributes: PlayerAttributes | None, width_px: int, height_px: int) -> Wish:
    """Return what a page with these *attributes* wants at this size; ``None``: everything."""
    if attributes is None:
        return Wish(width_px, height_px)
    return Wish(
        width_px,
        height_px,
        sees=not attributes.mute_video,
        hears=not attributes.mute_audio,
        reads=attributes.enable_recv_message,
    )


def volume_of(attributes: PlayerAttributes | None) -> float:
    """Return how loud a page with these *attributes* wants to be heard."""
    if attributes is None:
        return 1.0
    if not attributes.plays_sound:
        return 0.0
    is_at_ear = attributes.sound_mode == "ear" and attributes.mode == "RTC"
    return EAR_VOLUME if is_at_ear else 1.0
