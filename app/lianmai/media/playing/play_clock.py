"""How much to keep in hand before playing, and how fast to play it: delay against gaps."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from lianmai.media.playing.live_edge import LiveEdge

Turn: TypeAlias = Literal["", "empty", "filled"]
"""What a look at the clock may bring: it ran dry, or it plays (again)."""

SLOWEST, SLOWER, FASTEST = 0.9, 0.95, 1.2
FAR_S = 2.0
"""So much beyond the most is not worked off but left out."""
LEAST_S = 0.1
"""Kept at least: pictures of a waiting image come up to 0.2 s apart, sound up to 0.064 s."""
_SETTLE_S = 0.5
"""So long after the start a server's head start may still come in: of that the most is kept."""
_MARGIN_S = 0.1
_CALM_S = 10.0
"""Lateness is forgotten to a third in this time."""
_BAND = 0.2
_NARROWEST_BAND_S = 0.05
_GAIN = 0.5
_THIN = 0.4
_SLACK_S = 0.01


class PlayClock:
    """Where playing stands on a stream's timeline. Pure: time is passed in, in order.

    It starts when the least is in hand. The *target* lies between the least and the most: the
    lateness met lately and a margin. More than the *threshold* in hand is played up to 1.2 times
    as fast, less than the target a little slower; when nothing is left the clock stands until the
    least is in hand again. What lies `FAR_S` beyond the most is left out.
    """

    def __init__(self, least_s: float, most_s: float) -> None:
        self.is_playing = False
        self.speed = 1.0
        self.position_s = -math.inf
        self.jumps = 0
        self._newest_s = -math.inf
        self._now_s = 0.0
        self._began_s = math.inf
        self._is_catching_up = False
        self._edge = LiveEdge()
        self._lateness_s = 0.0
        self.set_range(least_s, most_s)

    @property
    def level_s(self) -> float:
        """What is in hand: received and not yet played."""
        return self._newest_s - self.position_s if self.has_begun else 0.0

    @property
    def has_begun(self) -> bool:
        """Whether anything has come."""
        return self._newest_s > -math.inf

    @property
    def delay_s(self) -> float:
        """How far playing is behind the live edge; without lateness that is what is in hand."""
        return self._now_s - self._edge.way_s - self.position_s if self.has_begun else 0.0

    @property
    def target_s(self) -> float:
        """How much to keep: the least in a good network, up to the most in a bad one."""
        highest_s = max(self._least_s, self._most_s - _NARROWEST_BAND_S)
        return min(max(self._lateness_s + _MARGIN_S, self._least_s), highest_s)

    @property
    def threshold_s(self) -> float:
        """Above this, delay is worked off."""
        target_s = self.target_s
        band_s = min(_BAND * target_s, self._most_s - target_s)
        return target_s + max(band_s, _NARROWEST_BAND_S)

    def set_range(self, least_s: float, most_s: float) -> None:
        """Keep between *least_s* and *most_s* from now on."""
        self._least_s = max(least_s, LEAST_S)
        self._most_s = max(most_s, self._least_s)

    def keep_at_most(self, most_s: float) -> None:
        """Lower the range to *most_s*: more cannot be held."""
        self.set_range(min(self._least_s, most_s), min(self._most_s, most_s))

    def arrived(self, dts_s: float, now_s: float) -> None:
        """Learn that the packet with *dts_s* came at *now_s* (monotonic)."""
        self._move(now_s)
        if not self.has_begun:
            self.position_s = dts_s
        self._newest_s = max(self._newest_s, dts_s)
        self._lateness_s = max(self._lateness_s, self._edge.lateness_s(dts_s, now_s))

    def restart_edge(self) -> None:
        """Measure lateness anew: another timeline was joined to this one."""
        self._edge, self._lateness_s = LiveEdge(), 0.0

    def look(self, now_s: float, *, is_last: bool = False) -> Turn:
        """Bring position and speed up to *now_s*; *is_last*: no more will come."""
        self._move(now_s)
        if not self.has_begun:
            return ""
        self._leave_out()
        if not self.is_playing:
            return self._start(is_last)
        if self.position_s >= self._newest_s and not is_last:
            self.is_playing, self._is_catching_up, self.speed = False, False, 1.0
            return "empty"
        self.speed = self._speed()
        return ""

    def due_in_s(self, dts_s: float) -> float:
        """Return in how many seconds from the last look *dts_s* is due; never while it stands."""
        if dts_s <= self.position_s:
            return 0.0
        return (dts_s - self.position_s) / self.speed if self.is_playing else math.inf

    def skip_to(self, dts_s: float) -> None:
        """Go on at *dts_s*, leaving out what is before."""
        self.position_s = max(self.position_s, dts_s)
        self.jumps += 1

    def _move(self, now_s: float) -> None:
        elapsed_s, self._now_s = max(0.0, now_s - self._now_s), now_s
        self._lateness_s *= math.exp(-elapsed_s / _CALM_S)
        if self.is_playing:  # never beyond what there is: the rest was not missed, only late
            wanted_s = self.position_s + elapsed_s * self.speed
            self.position_s = max(self.position_s, min(wanted_s, self._newest_s))

    def _leave_out(self) -> None:
        is_settled = self._now_s - self._began_s > _SETTLE_S
        limit_s = self._most_s + (FAR_S if is_settled else 0.0)
        if self.level_s > limit_s:
            self.skip_to(self._newest_s - self._most_s)

    def _start(self, is_last: bool) -> Turn:
        if self.level_s < self._least_s and not is_last:
            return ""
        self.is_playing, self._began_s = True, min(self._began_s, self._now_s)
        return "filled"

    def _speed(self) -> float:
        delay_s, target_s = self.delay_s, self.target_s
        if self.level_s < _THIN * self._least_s:
            return SLOWEST
        limit_s = target_s if self._is_catching_up else self.threshold_s
        self._is_catching_up = min(delay_s, self.level_s + _MARGIN_S) > limit_s
        if self._is_catching_up:
            return min(FASTEST, max(1 / SLOWER, 1 + _GAIN * (delay_s - target_s)))
        return SLOWER if delay_s < target_s - _SLACK_S else 1.0
