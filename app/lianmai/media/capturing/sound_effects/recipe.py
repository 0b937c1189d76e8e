"""Which filters the sound attributes of a live-pusher stand for.

The phone's effects are published by name only, so each is made to sound as its name says.
"""

from __future__ import annotations

from dataclasses import dataclass

from lianmai.core.components.attributes import PusherAttributes
from lianmai.media.capturing.sound_effects.room import Room

Filter = tuple[str, str]
"""One of FFmpeg's filters and its options."""

SUPPRESSOR_DELAY = 1200
"""Samples by which FFmpeg's ``afftdn`` shifts the sound: its window, at 48 kHz."""


@dataclass(frozen=True)
class Recipe:
    """Filters in order, then a room; *delay* is how many samples later the sound comes out."""

    filters: tuple[Filter, ...] = ()
    room: Room | None = None
    delay: int = 0

    def __bool__(self) -> bool:
        """Return whether there is anything to do."""
        return bool(self.filters or self.room)


def _pitched(factor: float) -> tuple[Filter, ...]:
    """Return what multiplies all frequencies by *factor* and keeps the pace.

    ``atempo`` works in windows of a 24th of a second; told half the rate it takes half of that,
    which halves its delay and still holds a period of the deepest voice.
    """
    return (
        ("asetrate", f"{48_000 * factor:.0f}"),
        ("aresample", "48000"),
        ("asetrate", "24000"),
        ("atempo", f"{1 / factor:.9f}"),
        ("asetrate", "48000"),
    )


_SUPPRESSOR: Filter = ("afftdn", "nr=20:nf=-36")
"""20 dB off any steady noise up to -40 dBFS; its own tracking of the noise takes off far less."""
_GAIN_CONTROL: tuple[Filter, ...] = (
    ("acompressor", "threshold=0.02:ratio=4:attack=10:release=600:knee=6:makeup=10"),
)
"""A steady 20 dB for what is quieter than -34 dBFS and ever less for what is louder. FFmpeg's
normalizers look half a second ahead or more, which a call cannot wait for."""

_VOICES: dict[int, Recipe] = {
    1: Recipe((*_pitched(1.5), ("treble", "g=4:f=4000"))),  # naughty child
    2: Recipe(_pitched(1.26)),  # young girl
    3: Recipe((*_pitched(0.8), ("bass", "g=3:f=150"))),  # uncle
    4: Recipe((("volume", "8"), ("asoftclip", "type=atan"), ("volume", "0.8"))),  # heavy metal
    6: Recipe((*_pitched(1.08), ("vibrato", "f=4:d=0.35"))),  # foreigner
    7: Recipe(  # trapped beast
        (*_pitched(0.62), ("bass", "g=6:f=150"), ("aecho", "0.9:0.8:60|110:0.35|0.2"))
    ),
    8: Recipe((*_pitched(0.72), ("bass", "g=8:f=200"))),  # heavy voice
    9: Recipe((("tremolo", "f=70:d=0.95"), ("treble", "g=4:f=3000"))),  # strong current
    10: Recipe(  # heavy machinery
        (*_pitched(0.85), ("tremolo", "f=28:d=0.8"), ("aecho", "0.9:0.8:9|17:0.6|0.4"))
    ),
    11: Recipe((("highpass", "f=250"),), Room(3.0, wet=1.2, early_ms=40.0)),  # ethereal
}
_REVERBS: dict[int, Recipe] = {
    1: Recipe((("aecho", "0.9:0.9:110|220:0.3|0.15"),), Room(1.2, wet=0.6)),  # KTV
    2: Recipe((), Room(0.4, wet=0.5, early_ms=4.0)),  # small room
    3: Recipe((), Room(2.4, wet=0.8, early_ms=35.0)),  # great hall
    4: Recipe((("bass", "g=9:f=150"), ("treble", "g=-4:f=4000")), Room(0.8, wet=0.3)),  # deep
    5: Recipe(  # loud and clear
        (
            ("bass", "g=-4:f=150"),
            ("equalizer", "f=3500:t=o:w=1.5:g=8"),
            ("acompressor", "threshold=0.2:ratio=3:attack=5:release=100:makeup=1.6"),
        )
    ),
    6: Recipe((("aecho", "0.8:0.8:5|10|15|20:0.8|0.65|0.5|0.4"),)),  # metallic
    7: Recipe(  # magnetic
        (
            ("equalizer", "f=180:t=o:w=1.5:g=7"),
            ("equalizer", "f=1000:t=o:w=1.5:g=-3"),
            ("acompressor", "threshold=0.15:ratio=3:attack=10:release=150:makeup=1.4"),
        )
    ),
}


def recipe(attributes: PusherAttributes) -> Recipe:
    """Return the recipe of *attributes*; an empty one when no effect is on.

    First what makes the voice better, then what changes it, and the room it speaks in last.
    """
    parts = [
        Recipe((_SUPPRESSOR,), delay=SUPPRESSOR_DELAY) if attributes.enable_ans else Recipe(),
        Recipe(_GAIN_CONTROL) if attributes.enable_agc else Recipe(),
        _VOICES.get(attributes.voice_changer_type, Recipe()),
        _REVERBS.get(attributes.audio_reverb_type, Recipe()),
    ]
    rooms = [part.room for part in parts if part.room is not None]
    return Recipe(
        tuple(step for part in parts for step in part.filters),
        rooms[-1] if rooms else None,
        sum(part.delay for part in parts),
    )
