"""Plays one stream: its newest picture in a mailbox, its sound in a ring, its numbers on demand."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import av

from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.errors import StreamError
from lianmai.core.stamp import latency_ms
from lianmai.core.stats import PlayStats
from lianmai.media.mailbox import Mailbox
from lianmai.media.picture.mean_colour import MeanColour
from lianmai.media.picture.still import still_of
from lianmai.media.playing.cushion import Cushion
from lianmai.media.playing.picture_track import View
from lianmai.media.playing.presenter import Presenter
from lianmai.media.playing.pull import Pull
from lianmai.media.playing.sound_track import Heard
from lianmai.media.playing.wish import Wish, volume_of, wish_of
from lianmai.media.report import Report, unheard
from lianmai.media.sound.ring import SoundRing
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
        self._attributes: PlayerAttributes | None = None
        self._box_px = 0, 0
        self._wish = Wish()
        self._is_paused = False
        self._current: Pull | None = None
        self._pulls = 0
        self._stalls = 0
        self._given_up = 0  # pictures that newer ones overtook while held
        self._taken = self._shown = 0  # numbers of views: taken from a pull, last shown
        self._held = 0
        self._newest: av.VideoFrame | None = None
        self._newest_pts_s = self._shown_pts_s = 0.0
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
        self._note_wish()

    def set_attributes(self, attributes: PlayerAttributes | None) -> None:
        """Play as *attributes* say from now on; ``None``: as soon as possible, picture and sound.

        A change between the two ways of playing takes effect with the next connection, a
        changed cache range at once. *sound-mode* "ear" is quieter, in mode RTC only: a PC has no
        earpiece. *orientation* and *object-fit* are matters of whoever paints.
        """
        self._attributes = attributes
        if self._sound is not None:
            self._sound.page_volume = volume_of(attributes)
        if (cushion := self._cushion) is not None:
            cushion.clock.set_range(*(attributes.cache_s if attributes else (0.0, 0.0)))
        self._note_wish()

    @property
    def is_paused(self) -> bool:
        """Whether the picture stands and the sound is off."""
        return self._is_paused

    def pause(self) -> None:
        """Let the last picture stand, without sound. Nothing is kept; the connection stays."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on at the newest point of the stream."""
        self._set_paused(False)

    def snapshot(self) -> av.VideoFrame | None:
        """Return the newest picture, "bgra", in the size in which the peer sends.

        While paused it is the one that stands; ``None`` before the first.
        """
        return still_of(self._newest) if self._newest is not None else None

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
        sound_s = sound.buffered_s if sound and is_heard else 0.0
        return replace(
            stats,
            **self._buffered(sound_s),
            dropped=self.pictures.dropped + self._given_up + skipped,
            stalls=self._stalls,
            corrupt=corrupt,
            mean_rgb=self._mean_colour.of(self._newest) if self._newest else "",
        )

    # --- what a pull delivers to, in its threads -------------------------------------------

    def wish(self) -> Wish:
        """Return what is wanted now: everything, while somebody listens in."""
        return replace(self._wish, sees=True, hears=True) if self.taps else self._wish

    def cache_s(self) -> tuple[float, float] | None:
        """Return how much a pull that begins now keeps in hand; ``None``: it plays at once."""
        return self._attributes.cache_s if self._attributes is not None else None

    def show(self, pull: Pull, view: View) -> None:
        """Show *view* when it is due."""
        if not self._admits(pull):
            return
        self.taps.see(view.frame, view.pts_s)
        if self._is_paused or not self._wish.sees:
            return
        self._newest, self._newest_pts_s = view.frame, view.pts_s
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
        if self._sound is not None and self._wish.hears and not self._is_paused:
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
            if number <= self._shown or not pull.is_wanted or self._is_paused:
                self._given_up += 1
                return
            self._shown, self._shown_pts_s = number, view.pts_s
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
        pull.facts.shown(now_s)

    @property
    def _cushion(self) -> Cushion | None:
        return self._current.cushion if self._current is not None else None

    def _note_wish(self) -> None:
        """Bring the wish up to date; gaps in what is not wanted are none."""
        size_px = (0, 0) if self._is_paused else self._box_px
        old, self._wish = self._wish, wish_of(self._attributes, *size_px)
        if self._sound is not None and old.hears and not self._wish.hears:
            self._sound.clear()
        if self._current is not None and old.sees != self._wish.sees:
            self._current.facts.hidden()

    def _set_paused(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        self._note_wish()
        if self._sound is not None and is_paused:
            self._sound.clear()
        if self._current is not None:
            self._current.facts.hidden()

    def _buffered(self, sound_s: float) -> dict[str, Any]:
        """Return what is received and not yet played, of which *sound_s* is in the ring."""
        pull, cushion = self._current, self._cushion
        held_s = min(max(0.0, self._newest_pts_s - self._shown_pts_s), LONGEST_HOLD_S)
        decoder_frames = pull.decoder_frames if pull else 0
        held_frames = cushion.picture_count if cushion else 0
        threshold_s = self._sound.threshold_s if self._sound else 0.0
        return {
            "buffer_ms": (sound_s + (cushion.sounds_s if cushion else 0.0)) * 1000,
            "video_buffer_ms": (held_s + (cushion.pictures_s if cushion else 0.0)) * 1000,
            "video_frames": held_frames + decoder_frames + self._held,
            "decoder_frames": decoder_frames,
            "threshold_s": cushion.clock.threshold_s if cushion else threshold_s,
        }

    async def _watch(self, pull: Pull) -> None:
        """Report stalls while they last: the pull's thread sits in a read meanwhile."""
        while True:
            await asyncio.sleep(pull.stall_watch.next_look_s(time.monotonic()))
            if (seconds := pull.stall_watch.look(time.monotonic())) is not None:
                self._stalls += 1
                self._report("stalled", {"seconds": round(seconds, 1)})
                pull.ran_dry()
