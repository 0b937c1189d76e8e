"""Own picture and sound, from one source at a time, for the window and for the encoder."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Literal

import av
from msgspec import structs

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.core.source import Size, Source, VideoKind
from lianmai.media.capturing.devices import Platform, next_camera
from lianmai.media.capturing.feed import Samples, capture_clock
from lianmai.media.capturing.music import Music
from lianmai.media.capturing.picture_line import LARGEST_ZOOM, PictureLine, Shot, StandIn
from lianmai.media.capturing.sound_line import SoundLine
from lianmai.media.capturing.source_keeper import SourceKeeper
from lianmai.media.capturing.waiting_image import waiting_image
from lianmai.media.mailbox import Mailbox
from lianmai.media.report import Report, unheard
from lianmai.media.tap import Taps
from lianmai.media.worker import Stop, run_in_thread

_PULSE_S = 0.25
_FACES_USER: frozenset[VideoKind] = frozenset({"camera", "pattern"})
"""Own pictures shown as in a mirror; what has text to read on it is not."""


class Capture:
    """Keeps one source running; a device that fails is retried and never ends the call.

    While the camera is off or the source gives no picture, cards are sent, black or grey, a few a
    second: the stream stays playable and can be joined at any time. A muted or missing microphone
    gives silence. Everything can be set at any time, on the event loop's thread. *taps* get what is
    published, while it is.
    """

    def __init__(
        self,
        source: Source,
        encoding: Encoding,
        *,
        stamp_sender: int | None = None,
        tint: int | None = None,
        report: Report = unheard,
        wake: Callable[[], None] = lambda: None,
        platform: Platform | None = None,
        attributes: PusherAttributes | None = None,
    ) -> None:
        """Prepare; *tint*, 0 to 255, is the hue of the test pattern, by default the sender's."""
        self.taps = Taps()
        self._source, self._report, self._platform = source, report, platform
        self._attributes = attributes or PusherAttributes()
        self._faces_back = self._attributes.device_position == "back"
        self._size = attributes.size if attributes else encoding.size
        self._pictures = PictureLine(self._size, stamp_sender, wake)
        self._music = Music(report)
        self._sound = SoundLine(source.audio, self._music)
        self._keeper = SourceKeeper(
            self._pictures,
            self._sound,
            tint=(stamp_sender or 0) if tint is None else tint,
            platform=platform,
            report=report,
        )
        self._source_changed, self._image_changed = asyncio.Event(), asyncio.Event()
        self.set_attributes(self._attributes)

    @property
    def preview(self) -> Mailbox[av.VideoFrame]:
        """Small "bgra" pictures for the window, not mirrored."""
        return self._pictures.preview

    @property
    def shots(self) -> Mailbox[Shot]:
        """Pictures for the encoder, of its size, "yuv420p"."""
        return self._pictures.shots

    @property
    def source(self) -> Source:
        """What is captured; setting it is `set_source`."""
        return self._source

    @source.setter
    def source(self, source: Source) -> None:
        self.set_source(source)

    @property
    def has_picture(self) -> bool:
        """Whether a stream that begins now needs a track for pictures."""
        return self._source.has_video and self._attributes.enable_camera

    @property
    def size(self) -> Size:
        """The size and rate asked for; pictures may be made smaller for a time."""
        return self._size

    @property
    def picture_size(self) -> Size:
        """The size that pictures for the encoder have now; may be set at any time."""
        return self._pictures.size

    @picture_size.setter
    def picture_size(self, size: Size) -> None:
        self._pictures.size = size

    @property
    def attributes(self) -> PusherAttributes:
        """What was last set by `set_attributes`."""
        return self._attributes

    @property
    def camera_on(self) -> bool:
        """Whether pictures are sent; a black card goes out at once when it is turned off."""
        return self._pictures.camera_on

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        self._pictures.camera_on = on

    @property
    def stand_in(self) -> StandIn:
        """What is sent instead of the source's pictures; acts at once."""
        return self._pictures.stand_in

    @stand_in.setter
    def stand_in(self, stand_in: StandIn) -> None:
        self._pictures.stand_in = stand_in

    @property
    def zoom(self) -> float:
        """How much the middle of the picture is enlarged, in tenths from 1 to `LARGEST_ZOOM`.

        Setting more or less than that sets the nearest.
        """
        return self._pictures.zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._pictures.zoom = round(min(max(zoom, 1.0), LARGEST_ZOOM), 1)

    @property
    def preview_is_mirrored(self) -> bool:
        """Whether the window shows the preview as a mirror does; only what faces the user can.

        Of itself only a camera's is one: the test picture has a clock to be read.
        """
        position: Literal["front", "back"] = "back" if self._faces_back else "front"
        attributes = structs.replace(self._attributes, device_position=position)
        if self._source.video not in _FACES_USER or not attributes.previews_mirrored:
            return False
        return self._source.video == "camera" or attributes.local_mirror == "enable"

    def snapshot(self) -> av.VideoFrame | None:
        """Return the source's newest picture as it is sent, ``None`` before the first."""
        return self._pictures.newest

    @property
    def microphone_on(self) -> bool:
        """Whether sound is sent; silence takes its place, the track stays."""
        return not self._sound.is_muted

    @microphone_on.setter
    def microphone_on(self, on: bool) -> None:
        self._sound.is_muted = not on

    @property
    def silenced(self) -> bool:
        """Whether all sound is silence now, music too, whatever the user chose."""
        return self._sound.is_silenced

    @silenced.setter
    def silenced(self, silenced: bool) -> None:
        self._sound.is_silenced = silenced

    @property
    def music(self) -> Music:
        """Background music, mixed into the microphone, and the volumes of both."""
        return self._music

    @property
    def volume(self) -> int:
        """Loudness of what was lately sent of the microphone, 0 to 100: its peak, per cent."""
        return round(self._sound.level * 100)

    @property
    def error(self) -> str:
        """Why there is no picture or no sound now; empty when all is well."""
        return " ".join(self._keeper.problems.values())

    def set_source(self, source: Source) -> None:
        """Capture *source* from now on; its pictures are fitted into the encoder's size."""
        self._source = source
        self._source_changed.set()

    def switch_camera(self) -> None:
        """Go on with the next camera, as a phone changes between front and back.

        Raises:
            SourceError: If there is no other, or the picture comes from none.
        """
        if self._source.video != "camera":
            raise SourceError(
                sentence("The picture comes from no camera: choose one first."), "missing"
            )
        self.set_source(self._next_camera())
        self._faces_back = not self._faces_back

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Behave as *attributes* say from now on; a size or rate that is new among them is used."""
        before, self._attributes = self._attributes, attributes
        self._pictures.set_attributes(attributes)
        self._sound.set_attributes(attributes)
        if before.size != attributes.size != self._size:
            self._size = self._pictures.size = attributes.size
            self._source_changed.set()
        if _image_of(attributes) != _image_of(before):
            self._image_changed.set()

    def _next_camera(self) -> Source:
        camera = next_camera(self._source.video_name, self._platform)
        return replace(self._source, video_name=camera.name)

    def set_preview_size(self, width_px: int, height_px: int) -> None:
        """Scale the preview to fit this size; 0, 0 when nobody looks."""
        self._pictures.preview_size_px = (width_px, height_px)

    def read_sound(self, start: int, count: int, now_s: float) -> Samples | None:
        """Return *count* samples from number *start* of the capture clock, ``None`` if too early.

        For the encoder's thread.
        """
        return self._sound.read(start, count, now_s)

    def refresh(self) -> None:
        """Give the encoder a picture now if none is coming soon: somebody begins to look."""
        self._pictures.fill_in(capture_clock(), at_once=True)

    async def run(self) -> None:
        """Capture until cancelled."""
        self._face_back()
        try:
            async with asyncio.TaskGroup() as jobs:
                jobs.create_task(self._pulse())
                jobs.create_task(self._keep_waiting_image())
                while True:
                    self._source_changed.clear()
                    await self._run_source()
        finally:
            self._music.stop()

    async def _run_source(self) -> None:
        """Keep the source going until another one is wanted."""
        keeping = asyncio.create_task(self._keeper.run(self._source, self._size))
        change = asyncio.create_task(self._source_changed.wait())
        try:
            await asyncio.wait((keeping, change), return_when=asyncio.FIRST_COMPLETED)
            if keeping.done():
                keeping.result()
        finally:
            keeping.cancel()
            change.cancel()
            await asyncio.gather(keeping, change, return_exceptions=True)

    async def _pulse(self) -> None:
        while True:
            await asyncio.sleep(_PULSE_S)
            now_s = capture_clock()
            self._pictures.fill_in(now_s)
            self._keeper.watch(now_s)

    async def _keep_waiting_image(self) -> None:
        """Have the waiting image ready whenever it is asked for."""
        while True:
            self._image_changed.clear()
            path, digest = _image_of(self._attributes)
            self._pictures.set_waiting_image(None)
            if path:
                try:
                    body = partial(_loaded, path, digest)
                    self._pictures.set_waiting_image(await run_in_thread("waiting image", body))
                except SourceError as error:
                    self._report("waiting_image_failed", {"reason": str(error)})
            await self._image_changed.wait()

    def _face_back(self) -> None:
        """Begin with the back camera if *device-position* says so and there are two."""
        if self._faces_back and self._source.video == "camera" and not self._source.video_name:
            with suppress(SourceError):
                self.set_source(self._next_camera())


def _image_of(attributes: PusherAttributes) -> tuple[str, str]:
    return attributes.waiting_image, attributes.waiting_image_hash


def _loaded(path: str, digest: str, stop: Stop) -> av.VideoFrame:
    return waiting_image(path, digest)
