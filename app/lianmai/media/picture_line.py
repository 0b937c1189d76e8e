"""The way of own pictures from their source to the encoder and to the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import av

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.source import Size
from lianmai.media.feed import Picture, capture_clock
from lianmai.media.fitting import Fitter
from lianmai.media.mailbox import Mailbox
from lianmai.media.planes import BLACK_LUMA, blank
from lianmai.media.scaler import Scaler
from lianmai.media.sources.still import copy_of
from lianmai.media.stamping import draw_stamp, unix_ms_at

CARD_PERIOD_S = 1.0
"""How often a card stands in for the picture: the stream can be joined at any time."""
QUIET_S = 1.5
"""A source that gave no picture for so long is replaced by cards until it gives one."""
GREY_LUMA = 60

Scene: TypeAlias = Literal["live", "black", "grey"]


@dataclass(frozen=True)
class Shot:
    """A picture for the encoder, taken at *at_s* on the capture clock.

    *scene* changes when a picture has little to do with the one before: time for a key frame.
    """

    frame: av.VideoFrame
    at_s: float
    scene: int


class PictureLine:
    """Fits, stamps and hands on pictures; stands in with cards when there are none.

    While the camera is off the card is black, while the source is silent it is grey. Pictures
    may come from any thread.
    """

    def __init__(self, size: Size, stamp_sender: int | None, wake: Callable[[], None]) -> None:
        self.preview: Mailbox[av.VideoFrame] = Mailbox()
        self.preview_size_px = (0, 0)
        self.shots: Mailbox[Shot] = Mailbox()
        self._size, self._stamp_sender, self._wake = size, stamp_sender, wake
        self._fitter = Fitter(size.width_px, size.height_px)
        self._previewer = Scaler()
        self._camera_on = True
        self._scene: Scene = "live"
        self._scene_number = 0
        self._live_s = self._sent_s = capture_clock()
        self._lock = threading.Lock()
        self.set_attributes(PusherAttributes())

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Send pictures as *attributes* say from now on."""
        self._attributes = attributes

    @property
    def camera_on(self) -> bool:
        """Whether the source's pictures are handed on; black at once when set to ``False``."""
        return self._camera_on

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        with self._lock:
            self._camera_on = on
            if not on:
                self._hand_on(self._card(BLACK_LUMA), capture_clock(), "black")

    def take(self, picture: Picture) -> None:
        """Hand on a *picture* from the source, unless the camera is off."""
        with self._lock:
            self._live_s = picture.at_s
            if not self._camera_on:
                return
            frame = self._fitter.fit(picture.frame)
            if picture.is_shared and frame is picture.frame and self._stamp_sender is not None:
                frame = copy_of(frame)
            self._hand_on(frame, picture.at_s, "live")

    def fill_in(self, now_s: float, *, at_once: bool = False) -> None:
        """Send a card if there is no picture and the last card is old, or in any case *at_once*.

        To be called a few times a second.
        """
        with self._lock:
            is_silent = self.silent_s(now_s) > QUIET_S
            is_early = now_s - self._sent_s < CARD_PERIOD_S and not at_once
            if is_early or (self._camera_on and not is_silent):
                return
            if self._camera_on:
                self._hand_on(self._card(GREY_LUMA), now_s, "grey")
            else:
                self._hand_on(self._card(BLACK_LUMA), now_s, "black")

    def lose(self) -> None:
        """Expect no more pictures for now: a card takes their place at once."""
        self._live_s = float("-inf")
        self.fill_in(capture_clock(), at_once=True)

    def silent_s(self, now_s: float) -> float:
        """Return for how long the source has given no picture, in seconds."""
        return now_s - self._live_s

    def new_source(self) -> None:
        """Expect pictures of another kind: the first one deserves a key frame."""
        with self._lock:
            self._scene_number += 1
            self._live_s = capture_clock()

    def _card(self, luma: int) -> av.VideoFrame:
        return blank(self._size.width_px, self._size.height_px, luma)

    def _hand_on(self, frame: av.VideoFrame, at_s: float, scene: Scene) -> None:
        if scene != self._scene:
            self._scene, self._scene_number = scene, self._scene_number + 1
        if self._stamp_sender is not None:
            draw_stamp(frame, self._stamp_sender, unix_ms_at(at_s))
        self._sent_s = at_s
        self.shots.put(Shot(frame, at_s, self._scene_number))
        if all(self.preview_size_px):
            picture = self._previewer.scale(frame, *self.preview_size_px)
            if self.preview.put(picture):
                self._wake()
