"""The way of own pictures from their source to the encoder and to the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import av

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.source import Size
from lianmai.media.capturing.effects.filter_chain import FilterChain
from lianmai.media.capturing.effects.looks import MIRRORED, picture_filters
from lianmai.media.capturing.feed import Picture, capture_clock
from lianmai.media.capturing.fitting import Fitter
from lianmai.media.capturing.stamping import draw_stamp, unix_ms_at
from lianmai.media.mailbox import Mailbox
from lianmai.media.picture.planes import BLACK_LUMA, blank, copy_of
from lianmai.media.picture.scaler import Scaler

CARD_PERIOD_S = 0.2
"""How often a card or the waiting image stands in for the picture: about five times a second, as
on iOS. Fewer would be a stall to whoever plays them; the stream can be joined at any time."""
QUIET_S = 1.5
"""A source that gave no picture for so long is replaced by cards until it gives one."""
GREY_LUMA = 60
LARGEST_ZOOM = 5.0

StandIn: TypeAlias = Literal["", "frozen", "black", "none", "waiting_image"]
"""What is sent instead of the source's pictures: the last of them, black, nothing at all, or the
waiting image (black without one). Empty for the pictures themselves."""
Scene: TypeAlias = Literal["live", "grey", "frozen", "black", "none", "waiting_image"]


@dataclass(frozen=True)
class Shot:
    """A picture for the encoder, taken at *at_s* on the capture clock.

    *scene* changes when a picture has little to do with the one before: time for a key frame.
    """

    frame: av.VideoFrame
    at_s: float
    scene: int


class PictureLine:
    """Fits, beautifies, stamps and hands on pictures; stands in with cards when there are none.

    While the camera is off the card is black, while the source is silent it is grey. Pictures
    may come from any thread, as all else.
    """

    def __init__(self, size: Size, stamp_sender: int | None, wake: Callable[[], None]) -> None:
        self.preview: Mailbox[av.VideoFrame] = Mailbox()
        self.preview_size_px = (0, 0)
        self.shots: Mailbox[Shot] = Mailbox()
        self.newest: av.VideoFrame | None = None  # the last picture of the source that was sent
        self.zoom = 1.0
        self._size, self._stamp_sender, self._wake = size, stamp_sender, wake
        self._fitter, self._card_fitter = _fitter(size), _fitter(size)
        self._effects, self._mirror = FilterChain(), FilterChain()
        self._previewer = Scaler()
        self._camera_on = self._sends_camera = True
        self._is_camera = False
        self._stand_in: StandIn = ""
        self._waiting_image: av.VideoFrame | None = None
        self._scene: Scene = "live"
        self._scene_number = 0
        self._live_s = self._sent_s = capture_clock()
        self._lock = threading.Lock()
        self._working = threading.Lock()  # apart: nobody else waits for the work on a picture

    @property
    def size(self) -> Size:
        """How large pictures are handed on; may be set at any time."""
        return self._size

    @size.setter
    def size(self, size: Size) -> None:
        with self._lock:
            self._size = size
            self._fitter, self._card_fitter = _fitter(size), _fitter(size)

    @property
    def camera_on(self) -> bool:
        """Whether the source's pictures are handed on; black at once when set to ``False``."""
        return self._camera_on

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        self._camera_on = on
        self._change_scene()

    @property
    def stand_in(self) -> StandIn:
        """What takes the place of all pictures; at once when it is set."""
        return self._stand_in

    @stand_in.setter
    def stand_in(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._change_scene()

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Make pictures look as *attributes* say; without its camera nothing is handed on."""
        self._effects.filters = picture_filters(attributes)
        self._mirror.filters = (MIRRORED,) if attributes.sends_mirrored else ()
        if attributes.enable_camera != self._sends_camera:
            self._sends_camera = attributes.enable_camera
            self._change_scene()

    def set_waiting_image(self, image: av.VideoFrame | None) -> None:
        """Stand in with *image* where the waiting image is asked for."""
        self._waiting_image = image

    def take(self, picture: Picture) -> None:
        """Hand on a *picture* from the source, unless something stands in for it."""
        self._live_s = picture.at_s
        if self._scene_at(picture.at_s) != "live":
            return
        with self._working:
            seen, sent = self._worked(picture)
        with self._lock:
            if self._scene_at(picture.at_s) == "live" and self._has_size(sent):
                self.newest = sent
                self._hand_on(sent, picture.at_s, "live", seen)

    def _worked(self, picture: Picture) -> tuple[av.VideoFrame, av.VideoFrame]:
        """Return *picture* as the window shows it and as it is sent, but for the stamp."""
        frame = self._fitter.fit(picture.frame, zoom=self.zoom, is_camera=self._is_camera)
        seen = self._effects.apply(frame)
        sent = self._mirror.apply(seen)
        if sent is picture.frame and picture.is_shared and self._stamp_sender is not None:
            sent = seen = copy_of(sent)
        return seen, sent

    def fill_in(self, now_s: float, *, at_once: bool = False) -> None:
        """Send a card if there is no picture and the last card is old, or in any case *at_once*.

        To be called a few times a second.
        """
        with self._lock:
            scene = self._scene_at(now_s)
            if scene == "live" or (now_s - self._sent_s < CARD_PERIOD_S and not at_once):
                return
            if scene == "none":
                self._enter(scene)
            elif scene == "frozen" and self.newest is not None:
                self._send(self._card_fitter.fit(self.newest), now_s, scene)
            else:
                card = self._card(scene)
                self._hand_on(card, now_s, scene, card)

    def lose(self) -> None:
        """Expect no more pictures for now: a card takes their place at once."""
        self._live_s = float("-inf")
        self.fill_in(capture_clock(), at_once=True)

    def silent_s(self, now_s: float) -> float:
        """Return for how long the source has given no picture, in seconds."""
        return now_s - self._live_s

    def new_source(self, *, is_camera: bool = False) -> None:
        """Expect pictures of another kind: the first one deserves a key frame."""
        with self._lock:
            self._is_camera = is_camera
            self._scene_number += 1
            self._live_s = capture_clock()

    def _scene_at(self, now_s: float) -> Scene:
        """Return what is to be sent."""
        if self._stand_in:
            return self._stand_in
        if not self._sends_camera:
            return "none"
        if not self._camera_on:
            return "black"
        return "grey" if self.silent_s(now_s) > QUIET_S else "live"

    def _change_scene(self) -> None:
        self.fill_in(capture_clock(), at_once=True)

    def _card(self, scene: Scene) -> av.VideoFrame:
        """Return a new frame that stands for *scene*."""
        if scene == "waiting_image" and self._waiting_image is not None:
            card = self._card_fitter.fit(self._waiting_image)
            return copy_of(card) if card is self._waiting_image else card
        luma = GREY_LUMA if scene == "grey" else BLACK_LUMA
        return blank(self._size.width_px, self._size.height_px, luma)

    def _has_size(self, frame: av.VideoFrame) -> bool:
        return (frame.width, frame.height) == (self._size.width_px, self._size.height_px)

    def _hand_on(
        self, frame: av.VideoFrame, at_s: float, scene: Scene, seen: av.VideoFrame
    ) -> None:
        """Stamp *frame* and send it; the window gets *seen*."""
        if self._stamp_sender is not None:
            draw_stamp(frame, self._stamp_sender, unix_ms_at(at_s))
        self._send(frame, at_s, scene)
        if all(self.preview_size_px):
            picture = self._previewer.scale(seen, *self.preview_size_px)
            if self.preview.put(picture):
                self._wake()

    def _send(self, frame: av.VideoFrame, at_s: float, scene: Scene) -> None:
        self._enter(scene)
        self._sent_s = at_s
        self.shots.put(Shot(frame, at_s, self._scene_number))

    def _enter(self, scene: Scene) -> None:
        if scene != self._scene:
            self._scene, self._scene_number = scene, self._scene_number + 1


def _fitter(size: Size) -> Fitter:
    return Fitter(size.width_px, size.height_px)
