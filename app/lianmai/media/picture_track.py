"""The picture's way through one connection: decode, read the stamp, scale, hand over."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import av

from lianmai.core.stamp import Stamp
from lianmai.media.coded import Coded
from lianmai.media.damage import Damage
from lianmai.media.decoder import Decoder, open_video
from lianmai.media.live_edge import LiveEdge
from lianmai.media.scaler import Scaler
from lianmai.media.stamp_reader import read_stamp

LATE_S = 0.1
"""A picture this late has newer ones on its heels: decoded, because they build on it, and not
scaled, unless nothing was shown for as long."""


@dataclass(frozen=True)
class View:
    """One decoded *frame* and its timestamp; *picture* is it scaled, ``None`` if nobody looks."""

    frame: av.VideoFrame
    picture: av.VideoFrame | None
    pts_s: float
    stamp: Stamp | None


Box: TypeAlias = Callable[[], tuple[int, int]]
"""Gives the size at which pictures are shown, in px; (0, 0) while nobody looks."""


class PictureTrack:
    """Decodes the pictures of one connection; belongs to its thread.

    Decoding begins at a key frame, and after damage at the next one. *skipped* counts pictures
    that were decoded and, being late, not scaled.
    """

    def __init__(self, damage: Damage) -> None:
        self.skipped = 0
        self._damage = damage
        self._decoder = Decoder(open_video)
        self._scaler = Scaler()
        self._edge = LiveEdge()
        self._awaits_key = True
        self._scaled_s = float("-inf")

    def feed(self, coded: Coded, box: Box, now_s: float) -> list[View]:
        """Return the pictures that *coded* completes; it came at *now_s* (monotonic)."""
        if coded.kind == "config":
            self._decoder.configure(coded)
            return []
        is_late = self._edge.lateness_s(coded.dts_ms / 1000, now_s) > LATE_S
        frames = self._decode(coded, now_s)
        views = [self._view(frame, box(), is_late) for frame in frames]
        return [view for view in views if view is not None]

    def _decode(self, coded: Coded, now_s: float) -> list[av.VideoFrame]:
        """Return sound frames only: whatever is damaged costs everything to the next key frame."""
        if (self._awaits_key or self._decoder.is_fresh) and not coded.is_key:
            return []
        try:
            frames = self._decoder.decode(coded)
            reason = "damaged picture" if any(frame.is_corrupt for frame in frames) else ""
        except av.FFmpegError as error:
            frames, reason = [], error.strerror or "not decodable"
        self._awaits_key = bool(reason)
        if reason:
            self._damage.hit(reason, now_s)
        return [] if reason else frames

    def _view(self, frame: av.VideoFrame, box_px: tuple[int, int], is_late: bool) -> View | None:
        """Return *frame* ready to be shown, or ``None`` if a newer one is about to come."""
        picture = None
        if all(box_px):
            now_s = time.monotonic()
            if is_late and now_s - self._scaled_s < LATE_S:
                self.skipped += 1
                return None
            self._scaled_s = now_s
            picture = self._scaler.scale(frame, *box_px)
        return View(frame, picture, frame.time or 0.0, read_stamp(frame))
