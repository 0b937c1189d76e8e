"""The picture's way through one connection: decode, read the stamp, scale, hand over."""

from __future__ import annotations

import time
from dataclasses import dataclass

import av

from lianmai.core.stamp import Stamp
from lianmai.media.flv.coded import Coded
from lianmai.media.picture.scaler import Scaler
from lianmai.media.picture.stamp_reader import read_stamp
from lianmai.media.playing.damage import Damage
from lianmai.media.playing.decoder import Decoder, open_video
from lianmai.media.playing.wish import Wish

PATIENCE_S = 0.1
"""A picture with a later one on its heels is decoded, because others build on it, and not scaled,
unless nothing was shown for this long."""


@dataclass(frozen=True)
class View:
    """One decoded *frame* and its timestamp; *picture* is it scaled, ``None`` if nobody looks."""

    frame: av.VideoFrame
    picture: av.VideoFrame | None
    pts_s: float
    stamp: Stamp | None


class PictureTrack:
    """Decodes the pictures of one connection; belongs to one thread.

    Decoding begins at a key frame, and after damage or a pause at the next one. *skipped* counts
    pictures that were decoded and, being overtaken, not scaled.
    """

    def __init__(self, damage: Damage) -> None:
        self.skipped = 0
        self.decoder_frames = 0
        self._damage = damage
        self._decoder = Decoder(open_video)
        self._scaler = Scaler()
        self._awaits_key = True
        self._scaled_s = float("-inf")

    def feed(self, coded: Coded, wish: Wish, *, is_overtaken: bool) -> list[View]:
        """Return the pictures that *coded* completes."""
        if coded.kind == "config":
            self._decoder.configure(coded)
            return []
        if not wish.sees:
            self._awaits_key = True
            return []
        views = [self._view(frame, wish, is_overtaken) for frame in self._decode(coded)]
        return [view for view in views if view is not None]

    def _decode(self, coded: Coded) -> list[av.VideoFrame]:
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
            self.decoder_frames = 0
            self._damage.hit(reason, time.monotonic(), "picture")
            return []
        self.decoder_frames = max(0, self.decoder_frames + 1 - len(frames))
        return frames

    def _view(self, frame: av.VideoFrame, wish: Wish, is_overtaken: bool) -> View | None:
        """Return *frame* ready to be shown, or ``None`` if a later one is about to come."""
        picture = None
        if wish.width_px and wish.height_px:
            now_s = time.monotonic()
            if is_overtaken and now_s - self._scaled_s < PATIENCE_S:
                self.skipped += 1
                return None
            self._scaled_s = now_s
            picture = self._scaler.scale(frame, wish.width_px, wish.height_px)
        return View(frame, picture, frame.time or 0.0, read_stamp(frame))
