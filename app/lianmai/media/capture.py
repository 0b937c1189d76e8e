"""Own picture and sound, from one source at a time, for the window and for the encoder."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import chain, repeat

import av

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.errors import SourceError
from lianmai.core.retry import Backoff
from lianmai.core.source import Source
from lianmai.media.devices import Platform
from lianmai.media.feed import Feed, Picture, Samples, capture_clock
from lianmai.media.mailbox import Mailbox
from lianmai.media.music import Music
from lianmai.media.picture_line import PictureLine, Shot
from lianmai.media.report import Report, unheard
from lianmai.media.sound_line import SoundLine
from lianmai.media.sources.choice import picture_feed, sound_feed
from lianmai.media.sources.thinning import Thinner
from lianmai.media.worker import Stop, run_in_thread

RETRY = Backoff(first_s=1.0, longest_s=8.0)
HUNG_S = 5.0
"""A device that gives no picture for so long is called hung; it may just be slow to open before."""
_PULSE_S = 0.25
_HUNG = "The camera or screen gives no picture: connect it again or choose another source."


class Capture:
    """Keeps one source running; a device that fails is retried and never ends the call.

    While the camera is off or the source gives no picture, one card a second is sent, black or
    grey: the stream stays playable and can be joined at any time. A muted or missing microphone
    gives silence. Everything can be set at any time, on the event loop's thread.
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
        self._source, self._encoding = source, encoding
        self._tint = (stamp_sender or 0) if tint is None else tint
        self._report, self._platform = report, platform
        self._pictures = PictureLine(encoding.size, stamp_sender, wake)
        self._music = Music(report)
        self._sound = SoundLine(source.audio, self._music)
        self.set_attributes(attributes or PusherAttributes())
        self._problems: dict[str, str] = {}
        self._source_changed = asyncio.Event()

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
    def camera_on(self) -> bool:
        """Whether pictures are sent; a black card goes out at once when it is turned off."""
        return self._pictures.camera_on

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        self._pictures.camera_on = on

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
        return " ".join(self._problems.values())

    def set_source(self, source: Source) -> None:
        """Capture *source* from now on; its pictures are fitted into the encoder's size."""
        self._source = source
        self._source_changed.set()

    def set_attributes(self, attributes: PusherAttributes) -> None:
        """Behave as *attributes* say from now on."""
        self._pictures.set_attributes(attributes)
        self._sound.set_attributes(attributes)

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
        pulse = asyncio.create_task(self._pulse())
        try:
            while True:
                self._source_changed.clear()
                await self._run_source(self._source)
        finally:
            pulse.cancel()
            self._music.stop()

    async def _pulse(self) -> None:
        while True:
            await asyncio.sleep(_PULSE_S)
            now_s = capture_clock()
            self._pictures.fill_in(now_s)
            self._watch(self._pictures.silent_s(now_s))

    def _watch(self, silent_s: float) -> None:
        """Tell when a device that is open gives nothing, and when it comes to life again."""
        told = self._problems.get("picture")
        if self._source.video not in ("camera", "screen"):
            return
        if told is None and silent_s > HUNG_S:
            self._fail("picture", _HUNG, was_running=True)
        elif told == _HUNG and silent_s < HUNG_S:
            self._begin("picture")

    async def _run_source(self, source: Source) -> None:
        """Run the threads of *source* until another one is wanted."""
        self._problems.clear()
        self._sound.cut()
        self._sound.kind = source.audio
        self._pictures.new_source()
        feeds = {
            "picture": picture_feed(source, self._encoding.size, self._tint, self._platform),
            "sound": sound_feed(source, self._platform),
        }
        jobs = [
            asyncio.create_task(run_in_thread(f"capture {part}", partial(self._keep, part, feed)))
            for part, feed in feeds.items()
            if feed is not None
        ]
        change = asyncio.create_task(self._source_changed.wait())
        try:
            done, _ = await asyncio.wait([change, *jobs], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in (change, *jobs):
                task.cancel()
            await asyncio.gather(change, *jobs, return_exceptions=True)

    def _keep(self, part: str, feed: Feed, stop: Stop) -> None:
        """Open *feed*, and again whenever it fails, until *stop* is set."""
        waits = _waits()
        while not stop.is_set():
            was_running = False
            try:
                for _ in self._delivered(part, feed, stop):
                    was_running, waits = True, _waits()
            except SourceError as error:
                self._fail(part, str(error), was_running=was_running)
                stop.wait(next(waits))

    def _delivered(self, part: str, feed: Feed, stop: Stop) -> Iterator[None]:
        """Hand on what *feed* gives; yield once, when it has begun."""
        thinner = Thinner(self._encoding.size.fps)
        has_begun = False
        with closing(feed(stop)) as items:
            for item in items:
                if stop.is_set():
                    return
                if not isinstance(item, Picture):
                    self._sound.write(item)
                elif thinner.wants(item.at_s):
                    self._pictures.take(item)
                if not has_begun:
                    has_begun = True
                    self._begin(part)
                    yield

    def _begin(self, part: str) -> None:
        self._problems.pop(part, None)
        self._report("source_started", {"source": str(self._source), "part": part})

    def _fail(self, part: str, reason: str, *, was_running: bool) -> None:
        if part == "sound":
            self._sound.cut()
        else:
            self._pictures.lose()
        if self._problems.get(part) != reason:
            self._problems[part] = reason
            name = "source_lost" if was_running else "source_failed"
            self._report(name, {"source": str(self._source), "reason": reason})


def _waits() -> Iterator[float]:
    """Return the waits between attempts; there is no last one, as a camera may come back."""
    return chain(RETRY.waits(), repeat(RETRY.longest_s))
