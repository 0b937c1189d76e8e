"""Who has the floor: the one who talks, told from volumes without flicker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, inf
from typing import Generic, TypeVar

Someone = TypeVar("Someone")

TALKS = 0.06
"""Quieter than this is breath and keyboards: a peak of 6 % is about -24 dBFS."""
LOUDER = 1.5
"""So much louder than the holder somebody has to be: two who talk at once do not take turns."""
TAKES_S = 0.5
"""How long somebody has to be the loudest: a cough is not a speech."""
KEEPS_S = 2.0
"""How long the floor is kept at least by who is there."""
_MEMORY_S = 0.4
"""Volumes are averaged over about this time: syllables have gaps."""


@dataclass(frozen=True)
class Floor(Generic[Someone]):
    """*holder* talks since *since_s*; *rival* is louder since *rival_since_s*.

    *volumes* are averages, kept for the next time.
    """

    holder: Someone | None = None
    since_s: float = -inf
    rival: Someone | None = None
    rival_since_s: float = 0.0
    volumes: Mapping[Someone, float] = field(default_factory=dict)
    heard_s: float = -inf


def heard(floor: Floor[Someone], levels: Mapping[Someone, float], now_s: float) -> Floor[Someone]:
    """Return who has the floor after *levels*, 0 to 1, of everybody present at *now_s*.

    Silence changes nothing: who talked last keeps the floor.
    """
    share = 1 - exp(-(now_s - floor.heard_s) / _MEMORY_S)
    volumes = {who: _mean(floor.volumes.get(who, 0.0), it, share) for who, it in levels.items()}
    holder = floor.holder if floor.holder in volumes else None
    rival = _rival(holder, volumes)
    rival_since_s = floor.rival_since_s if rival == floor.rival else now_s
    may_take = rival is not None and now_s - rival_since_s >= TAKES_S
    if may_take and (holder is None or now_s - floor.since_s >= KEEPS_S):
        return Floor(rival, now_s, None, now_s, volumes, now_s)
    return Floor(holder, floor.since_s, rival, rival_since_s, volumes, now_s)


def _rival(holder: Someone | None, volumes: Mapping[Someone, float]) -> Someone | None:
    """Return the loudest, if that is clearly somebody else than the *holder*."""
    loudest = max(volumes, key=volumes.__getitem__, default=None)
    if loudest is None or loudest == holder or volumes[loudest] < TALKS:
        return None
    beaten = volumes[holder] * LOUDER if holder is not None else 0.0
    return loudest if volumes[loudest] > beaten else None


def _mean(before: float, level: float, share: float) -> float:
    return before + (level - before) * share
