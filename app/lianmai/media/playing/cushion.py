"""Holds coded media back until it is due: what a phone's player does against uneven networks."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from lianmai.media.flv.coded import Coded
from lianmai.media.playing.play_clock import PlayClock
from lianmai.media.report import Report

MOST_BYTES = 16 << 20
MOST_PIECES = 4096
"""For each of picture and sound: a minute of pictures, a minute and a half of sound."""
SOUND_LEAD_S = 0.06
"""Sound leaves so much earlier: about what the ring behind it keeps."""
BROKEN_S = 2.0
_STEP_S = 0.005
_LONGEST_WAIT_S = 0.05
"""Position and speed are looked after at least this often."""


@dataclass(frozen=True)
class Held:
    """A piece and its place on a timeline without jumps."""

    coded: Coded
    due_s: float


@dataclass(frozen=True)
class Due:
    """A piece to be decoded now, to be played at *speed*.

    *is_overtaken*: a picture, and a later one is due as well.
    """

    coded: Coded
    speed: float
    is_overtaken: bool


class Timeline:
    """The times of one kind of media, joined to what came last where they start anew."""

    def __init__(self) -> None:
        self._shift_s = 0.0
        self._place_s: float | None = None

    def place_s(self, dts_s: float, last_s: float | None) -> tuple[bool, float]:
        """Return whether *dts_s* starts anew, and its place on a timeline that never jumps.

        *last_s* is the place of what came last, of whatever kind.
        """
        before_s = last_s if self._place_s is None else self._place_s
        is_new = before_s is not None and abs(dts_s + self._shift_s - before_s) > BROKEN_S
        if is_new and last_s is not None:
            self._shift_s = last_s - dts_s
        self._place_s = dts_s + self._shift_s
        return is_new, self._place_s


class Cushion:
    """A bounded buffer with a clock: one thread puts, one takes, any may look.

    Beyond `MOST_BYTES` or `MOST_PIECES` what is oldest is left out.
    """

    def __init__(self, clock: PlayClock, report: Report) -> None:
        self.clock = clock
        self._report = report
        self._pictures: deque[Held] = deque()
        self._sounds: deque[Held] = deque()
        self._bytes = 0
        self._timelines = (Timeline(), Timeline())
        self._last_s: float | None = None
        self._awaits_key = False
        self._is_ended = self._is_stopped = False
        self._changed = threading.Condition()

    @property
    def picture_count(self) -> int:
        """Pictures held."""
        return len(self._pictures)

    @property
    def pictures_s(self) -> float:
        """Length of the pictures held."""
        return self._length_s(self._pictures)

    @property
    def sounds_s(self) -> float:
        """Length of the sound held."""
        return self._length_s(self._sounds)

    def put(self, coded: Coded, now_s: float) -> None:
        """Take in what came at *now_s*."""
        with self._changed:
            if coded.is_video and self._awaits_key:
                if not (coded.is_key or coded.kind == "config"):
                    return
                self._awaits_key = not coded.is_key
            queue = self._queue(coded)
            is_awaited = not queue or not self.clock.is_playing
            queue.append(Held(coded, self._place_s(coded, now_s)))
            self._bytes += len(coded.data)
            if self._bytes > MOST_BYTES or len(queue) > MOST_PIECES:
                self._shed()
            if is_awaited:  # else the one who takes knows when to look again
                self._changed.notify()

    def take(self) -> Iterator[Due]:
        """Yield each piece when it is due, until `end` and the last of it, or `stop`."""
        while True:
            with self._changed:
                if self._is_stopped or self._is_over:
                    return
                due = self.due(time.monotonic())
                if not isinstance(due, Due):
                    self._changed.wait(due)
                    continue
            yield due

    def due(self, now_s: float) -> Due | float:
        """Return the piece that is due at *now_s*, or after how many seconds to look again."""
        with self._changed:
            jumps = self.clock.jumps
            if turn := self.clock.look(now_s, is_last=self._is_ended):
                self._report(f"buffer_{turn}", {})
            if self.clock.jumps != jumps:
                self._leave_out()
            wait_s = min(self._wait_s(self._sounds, SOUND_LEAD_S), self._wait_s(self._pictures))
            if wait_s > 0.0:
                return min(max(wait_s, _STEP_S), _LONGEST_WAIT_S)
            return self._pop()

    def end(self) -> None:
        """Let what is held be played; no more will come."""
        with self._changed:
            self._is_ended = True
            self._changed.notify()

    def stop(self) -> None:
        """Give nothing more, and let go of what is held."""
        with self._changed:
            self._is_stopped = True
            self._pictures.clear()
            self._sounds.clear()
            self._changed.notify()

    @property
    def _is_over(self) -> bool:
        return self._is_ended and not self._pictures and not self._sounds

    def _wait_s(self, queue: deque[Held], lead_s: float = 0.0) -> float:
        """Return in how many seconds the first of *queue* is due."""
        if not queue or not self.clock.is_playing:
            return float("inf")
        is_setting = queue[0].coded.kind != "frame"
        return 0.0 if is_setting else self.clock.due_in_s(queue[0].due_s - lead_s)

    def _pop(self) -> Due:
        """Take the first piece that is due, sound before pictures: it is small and in a hurry."""
        is_sound = self._wait_s(self._sounds, SOUND_LEAD_S) <= 0.0
        queue = self._sounds if is_sound else self._pictures
        held = self._remove(queue)
        is_overtaken = not is_sound and self._wait_s(self._pictures) <= 0.0
        return Due(held.coded, self.clock.speed, is_overtaken)

    def _place_s(self, coded: Coded, now_s: float) -> float:
        """Return the place of *coded* on a timeline that never jumps."""
        if coded.kind != "frame":
            return self.clock.position_s
        timeline = self._timelines[coded.is_video]
        is_new, self._last_s = timeline.place_s(coded.dts_ms / 1000, self._last_s)
        if is_new:
            self.clock.restart_edge()
        self.clock.arrived(self._last_s, now_s)
        return self._last_s

    def _leave_out(self) -> None:
        """Drop what lies before the clock's position, except what later pictures build on."""
        position_s = self.clock.position_s
        self._drop(self._sounds, sum(held.due_s < position_s for held in self._sounds))
        keys = [index for index, held in enumerate(self._pictures) if held.coded.is_key]
        before = [index for index in keys if self._pictures[index].due_s <= position_s]
        self._drop(self._pictures, before[-1] if before else 0)

    def _drop(self, queue: deque[Held], count: int) -> None:
        """Drop *count* pieces, but not the last setting among them."""
        dropped = [self._remove(queue) for _ in range(count)]
        settings = [held for held in dropped if held.coded.kind == "config"]
        for held in settings[-1:]:
            self._bytes += len(held.coded.data)
            queue.appendleft(held)

    def _shed(self) -> None:
        """Keep half of it from now on; where no key frame helps, wait for the next one."""
        self.clock.keep_at_most(self.clock.level_s / 2)
        self.clock.skip_to(self.clock.position_s + self.clock.level_s / 2)
        self._leave_out()
        if self._bytes > MOST_BYTES or len(self._pictures) > MOST_PIECES:
            self._pictures.clear()
            self._bytes = sum(len(held.coded.data) for held in self._sounds)
            self._awaits_key = True
        while len(self._sounds) > MOST_PIECES:
            self._remove(self._sounds)

    def _remove(self, queue: deque[Held]) -> Held:
        held = queue.popleft()
        self._bytes -= len(held.coded.data)
        return held

    def _queue(self, coded: Coded) -> deque[Held]:
        return self._pictures if coded.is_video else self._sounds

    def _length_s(self, queue: deque[Held]) -> float:
        try:
            return max(0.0, queue[-1].due_s - max(queue[0].due_s, self.clock.position_s))
        except IndexError:
            return 0.0
