"""Sound on its way from one player to the output: a bounded ring that stays at the live edge."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.media.sound.pace import Pace

Sound = NDArray[np.float32]
"""Samples of shape (count, 2), left and right, -1.0 to 1.0, at 48 kHz."""

CHANNELS = 2
CAPACITY_S = 1.0
HIGH_WATER_S = 0.16
"""More than this beyond the reserve is a delay that piled up, and is jumped over."""
_FADE_S = 0.005
_DECAY = 0.9
_UNHEARD_S = 0.5
"""An output that has asked for nothing this long plays nothing: pictures need not wait for it."""


@dataclass(frozen=True)
class _Heard:
    """At *time_s* (monotonic) the output took the sample with the timestamp *pts_s*."""

    time_s: float
    pts_s: float


class SoundRing:
    """A FIFO of one player's sound. One thread pushes, one reads, any may look.

    Sound that does not come in time makes it pause and gather a reserve (counted in *underruns*);
    what piled up by `HIGH_WATER_S` is jumped over (counted in *jumps*); small differences
    are worked off by playing up to 2 % faster or slower, see `Pace`.
    """

    def __init__(self) -> None:
        self.volume = 1.0
        self.muted = False
        self.page_volume = 1.0  # what a page wishes, whatever the listener does
        self.output_latency_s = 0.0
        self.level = 0.0  # peak of what came lately, 0 to 1, whatever the volume
        self.underruns = 0
        self.jumps = 0
        self.is_playing = False
        self._samples = np.zeros((int(CAPACITY_S * SAMPLE_RATE_HZ), CHANNELS), np.float32)
        self._read = 0.0  # samples since the start; the fraction is where interpolation stands
        self._written = 0
        self._written_pts_s = 0.0
        self._heard: _Heard | None = None
        self._gain = 0.0
        self._pace = Pace()
        self._lock = threading.Lock()

    @property
    def buffered_s(self) -> float:
        """Sound received and not yet handed to the output."""
        return max(0.0, self._written - self._read) / SAMPLE_RATE_HZ

    @property
    def threshold_s(self) -> float:
        """More than this in hand is a delay that is jumped over."""
        return self._pace.reserve_s + HIGH_WATER_S

    def push(self, sound: Sound, pts_s: float) -> None:
        """Append *sound*, whose first sample has the timestamp *pts_s*; the oldest gives way."""
        sound = sound[-len(self._samples) // 2 :]
        with self._lock:
            first = self._written % len(self._samples)
            head = sound[: len(self._samples) - first]
            self._samples[first : first + len(head)] = head
            self._samples[: len(sound) - len(head)] = sound[len(head) :]
            self._written += len(sound)
            self._written_pts_s = pts_s + len(sound) / SAMPLE_RATE_HZ
            self._read = max(self._read, float(self._written - len(self._samples) + 1))
        self.level = max(float(np.abs(sound).max(initial=0.0)), self.level * _DECAY)

    def clear(self) -> None:
        """Forget what is buffered: another stream, with timestamps of its own, follows."""
        with self._lock:
            self._pause()
            self._pace = Pace()

    def picture_shown(self, ahead_s: float) -> None:
        """Learn that a picture was shown *ahead_s* before its sound is heard.

        Where pictures always come too late for their sound, the sound waits for them.
        """
        self._pace.picture_lag(-ahead_s)

    def read(self, count: int, now_s: float) -> Sound | None:
        """Take the next *count* samples at their volume; ``None`` while there is nothing to hear.

        *now_s* is the monotonic time. Called by the output's thread.
        """
        with self._lock:
            starts = not self.is_playing
            if starts and self.buffered_s < self._pace.reserve_s + count / SAMPLE_RATE_HZ:
                return None
            self.is_playing = True
            sound = self._take(count, now_s)
        if starts:
            _fade(sound, rising=True)
        return sound * self._gains(count)

    def heard_pts_s(self, now_s: float) -> float | None:
        """Return the timestamp of the sample being heard at *now_s*; ``None`` in silence."""
        heard = self._heard
        if heard is None or now_s - heard.time_s > _UNHEARD_S:
            return None
        return heard.pts_s + (now_s - heard.time_s) - self.output_latency_s

    def _take(self, count: int, now_s: float) -> Sound:
        left_s = self.buffered_s - count / SAMPLE_RATE_HZ
        old = self._leave_behind() if left_s > self.threshold_s else None
        if old is not None:
            left_s = self._jump(count)
        self._heard = _Heard(now_s, self._written_pts_s - self.buffered_s)
        speed = self._pace.speed(left_s, now_s)
        if self._read + count * speed + 1 > self._written:
            return self._run_dry(count)
        sound = self._advance(count, speed)
        return sound if old is None else _fade_over(old, sound)

    def _advance(self, count: int, speed: float) -> Sound:
        """Return *count* samples made of the next ``count * speed`` ones."""
        start, fraction = int(self._read), self._read % 1
        self._read += count * speed
        if speed == 1.0 and not fraction:
            return self._copy(start, count)
        at = fraction + np.arange(count) * speed
        whole = at.astype(np.intp)
        source = self._copy(start, int(whole[-1]) + 2)
        weight = (at - whole).astype(np.float32)[:, np.newaxis]
        mixed: Sound = source[whole] * (1 - weight) + source[whole + 1] * weight
        return mixed

    def _leave_behind(self) -> Sound:
        """Return the first samples of what a jump will skip, to fade over from."""
        return self._copy(int(self._read), int(_FADE_S * SAMPLE_RATE_HZ))

    def _jump(self, count: int) -> float:
        """Go on near the live edge; return how much will be left after *count* samples."""
        self.jumps += 1
        self._pace.restart()
        self._read = float(self._written - count - int(self._pace.reserve_s * SAMPLE_RATE_HZ))
        return self._pace.reserve_s

    def _run_dry(self, count: int) -> Sound:
        """Return what is left, faded out, and pause until there is a reserve again."""
        rest = self._copy(int(self._read), min(count, self._written - int(self._read)))
        _fade(rest[::-1], rising=True)
        self.underruns += 1
        self._pace.ran_dry()
        self._pause()
        return np.pad(rest, ((0, count - len(rest)), (0, 0)))

    def _pause(self) -> None:
        self._read, self.is_playing, self._heard, self.level = (
            float(self._written),
            False,
            None,
            0.0,
        )

    def _copy(self, start: int, count: int) -> Sound:
        first = start % len(self._samples)
        head = self._samples[first : first + count]
        return np.concatenate((head, self._samples[: count - len(head)]))

    def _gains(self, count: int) -> Sound | float:
        """Return the gain of each of *count* samples: a changed volume must not click."""
        old, self._gain = self._gain, 0.0 if self.muted else self.volume * self.page_volume
        if old == self._gain:
            return old
        return np.linspace(old, self._gain, count, dtype=np.float32)[:, np.newaxis]


def _fade(sound: Sound, *, rising: bool) -> None:
    """Fade the first 5 ms of *sound* in or out, in place."""
    count = min(len(sound), int(_FADE_S * SAMPLE_RATE_HZ))
    ramp = np.linspace(0, 1, count, dtype=np.float32)[:, np.newaxis]
    sound[:count] *= ramp if rising else 1 - ramp


def _fade_over(old: Sound, new: Sound) -> Sound:
    """Return *new* with its beginning faded over from *old*."""
    _fade(new, rising=True)
    _fade(old, rising=False)
    count = min(len(old), len(new))
    new[:count] += old[:count]
    return new
