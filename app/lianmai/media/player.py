"""Plays one stream: its newest picture in a mailbox, its sound in a ring, its numbers on demand."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import av

from lianmai.core.errors import StreamError
from lianmai.core.stamp import latency_ms
from lianmai.core.stats import PlayStats
from lianmai.media.mailbox import Mailbox
from lianmai.media.mean_colour import MeanColour
from lianmai.media.picture_track import View
from lianmai.media.presenter import Presenter
from lianmai.media.pull import Pull
from lianmai.media.report import Report, unheard
from lianmai.media.sound import SoundRing
from lianmai.media.sound_track import Heard
from lianmai.media.tap import Taps
from lianmai.media.worker import run_in_thread

LEAD_S = 0.02
"""How far a picture may be ahead of the sound: half of the 40 ms at which it begins to show."""
LONGEST_HOLD_S = 0.3
MOST_HELD = 16
_SHARED_PRESENTER = Presenter()


class Player:
    """One tile's stream, through however many connections.

    *pictures* holds the newest picture, "bgra", as large as fits the size asked for. *wake* is
    called, from a media thread, when a picture lies in the box that was empty before. *taps* get
    everything decoded as it comes, whatever is shown and heard here.
    """

    def __init__(
        self,
        *,
        sound: SoundRing | None = None,
        report: Report = unheard,
        wake: Callable[[], None] = lambda: None,
        presenter: Presenter = _SHARED_PRESENTER,
    ) -> None:
        self.pictures: Mailbox[av.VideoFrame] = Mailbox()
        self.taps = Taps()
        self._sound = sound
        self._report = report
        self._wake = wake
        self._presenter = presenter
        self._box_px = 0, 0
        self._current: Pull | None = None
        self._pulls = 0
        self._stalls = 0
        self._given_up = 0  # pictures that newer ones overtook while held
        self._taken = self._shown = 0  # numbers of views: taken from a pull, last shown
        self._held = 0
        self._newest: av.VideoFrame | None = None
        self._mean_colour = MeanColour()
        self._lock = threading.Lock()

    @property
    def has_picture(self) -> bool:
        """Whether the present connection has brought a picture."""
        return self._current is not None and self._current.has_picture

    @property
    def has_sound(self) -> bool:
        """Whether the present connection has brought sound."""
        return self._current is not None and self._current.has_sound

    @property
    def picture_size_px(self) -> tuple[int, int]:
        """The size in which the peer sends."""
        return self._current.meter.size_px if self._current else (0, 0)

    def set_picture_size(self, width_px: int, height_px: int) -> None:
        """Scale pictures to fit this size; 0, 0: nobody looks, so decode and count only."""
        self._box_px = width_px, height_px

    async def pull(self, url: str) -> None:
        """Play *url* over one connection; return when the stream has ended.

        Pulls may overlap: the newer takes over with its first picture (its first sound when it
        has no picture), and the older returns.

        Raises:
            StreamError: If it cannot be played or breaks; one sentence without the key.
        """
        self._pulls += 1
        pull = Pull(self._pulls, url, self._report)
        watching = asyncio.create_task(self._watch(pull))
        reason, cause = "cancelled", "cancelled"
        try:
            await run_in_thread(f"pull {pull.number}", lambda stop: pull.run(stop, self))
            reason = cause = "replaced" if pull.is_replaced else "ended"
        except StreamError as error:
            reason, cause = str(error), error.cause
            raise
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            self._report("pull_ended", {"reason": reason, "cause": cause})

    def stats(self) -> PlayStats:
        """Return the numbers of the last period; called from one thread."""
        pull, sound, now_s = self._current, self._sound, time.monotonic()
        is_heard = sound is not None and sound.heard_pts_s(now_s) is not None
        stats = pull.meter.read(now_s) if pull else PlayStats()
        skipped, corrupt = (pull.skipped, pull.damage.count) if pull else (0, 0)
        return replace(
            stats,
            buffer_ms=sound.buffered_s * 1000 if sound and is_heard else 0.0,
            dropped=self.pictures.dropped + self._given_up + skipped,
            stalls=self._stalls,
            corrupt=corrupt,
            mean_rgb=self._mean_colour.of(self._newest) if self._newest else "",
        )

    # --- what a pull delivers to, in its thread --------------------------------------------

    def box_px(self) -> tuple[int, int]:
        """Return the size at which pictures are shown."""
        return self._box_px

    def show(self, pull: Pull, view: View) -> None:
        """Show *view* when it is due."""
        if not self._admits(pull):
            return
        self._newest = view.frame
        self.taps.see(view.frame, view.pts_s)
        with self._lock:
            self._taken += 1
            deliver = partial(self._deliver, pull, view, self._taken)
        if (wait_s := self._wait_s(view)) <= 0.0:
            deliver()
            return
        with self._lock:
            self._held += 1
        self._presenter.show_at(time.monotonic() + wait_s, partial(self._release, deliver))

    def hear(self, pull: Pull, heard: Heard) -> None:
        """Play what was *heard* after what came before."""
        current = self._current
        waits = current is not None and current is not pull and not current.is_over
        if waits and not pull.may_lead_with_sound:
            return
        if not self._admits(pull):
            return
        self.taps.hear(heard.sound, heard.pts_s)
        if self._sound is not None:
            self._sound.push(heard.sound, heard.pts_s)

    def _admits(self, pull: Pull) -> bool:
        """Tell whether *pull* may deliver; a newer one takes over by asking."""
        if pull is self._current:
            return True
        with self._lock:
            if self._current is not None and pull.number < self._current.number:
                return False
            if self._current is not None:
                self._current.is_replaced = True
                if self._sound is not None:
                    self._sound.clear()
            self._current = pull
            return True

    def _wait_s(self, view: View) -> float:
        """Return how long to hold *view* so that it follows the sound."""
        if view.picture is None or self._sound is None or self._held >= MOST_HELD:
            return 0.0
        heard_pts_s = self._sound.heard_pts_s(time.monotonic())
        if heard_pts_s is None:
            return 0.0
        ahead_s = view.pts_s - heard_pts_s - LEAD_S
        return min(ahead_s, LONGEST_HOLD_S) if ahead_s < 1.0 else 0.0

    def _release(self, deliver: Callable[[], None]) -> None:
        with self._lock:
            self._held -= 1
        deliver()

    def _deliver(self, pull: Pull, view: View, number: int) -> None:
        with self._lock:
            if number <= self._shown or not pull.is_wanted:
                self._given_up += 1
                return
            self._shown = number
        self._measure(pull, view)
        if view.picture is not None and self.pictures.put(view.picture):
            self._wake()

    def _measure(self, pull: Pull, view: View) -> None:
        now_s, age_ms, offset_ms = time.monotonic(), None, None
        if view.stamp is not None:
            pull.meter.sender = view.stamp.sender
            age_ms = float(latency_ms(view.stamp, round(time.time() * 1000)))
        heard_pts_s = self._sound.heard_pts_s(now_s) if self._sound and view.picture else None
        if self._sound is not None and heard_pts_s is not None:
            self._sound.picture_shown(view.pts_s - heard_pts_s)
            offset_ms = (view.pts_s - heard_pts_s) * 1000
        pull.meter.shown(age_ms, offset_ms, now_s)

    async def _watch(self, pull: Pull) -> None:
        """Report stalls while they last: the pull's thread sits in a read meanwhile."""
        while True:
            await asyncio.sleep(pull.stall_watch.next_look_s(time.monotonic()))
            if (seconds := pull.stall_watch.look(time.monotonic())) is not None:
                self._stalls += 1
                self._report("stalled", {"seconds": round(seconds, 1)})
