"""Keeps one source going: a thread for its picture, one for its microphone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import chain, repeat

from lianmai.core.errors import SourceCause, SourceError
from lianmai.core.retry import Backoff
from lianmai.core.sentences import sentence
from lianmai.core.source import Size, Source
from lianmai.media.capturing.devices import Platform
from lianmai.media.capturing.feed import Feed, Picture
from lianmai.media.capturing.picture_line import PictureLine
from lianmai.media.capturing.sound_line import SoundLine
from lianmai.media.capturing.sources.choice import picture_feed, sound_feed
from lianmai.media.capturing.sources.thinning import Thinner
from lianmai.media.report import Report
from lianmai.media.worker import Stop, run_in_thread

RETRY = Backoff(first_s=1.0, longest_s=8.0)
HUNG_S = 5.0
"""A device that gives nothing for so long is called hung; it may just be slow to open before."""
_HUNG = {
    "picture": sentence(
        "The camera or screen gives no picture: connect it again or choose another source.",
    ),
    "sound": sentence("The microphone gives no sound: connect it again or choose another source."),
}


class SourceKeeper:
    """Puts what a source gives into two lines; a device that fails is opened again and again.

    *problems* says of each part, "picture" or "sound", why there is none now.
    """

    def __init__(
        self,
        pictures: PictureLine,
        sound: SoundLine,
        *,
        tint: int,
        platform: Platform | None,
        report: Report,
    ) -> None:
        self.problems: dict[str, str] = {}
        self._pictures, self._sound = pictures, sound
        self._tint, self._platform, self._report = tint, platform, report
        self._source: Source | None = None
        self._running: set[str] = set()

    async def run(self, source: Source, size: Size) -> None:
        """Run the threads of *source*, which is asked for *size*, until cancelled."""
        self._begin_with(source)
        feeds = {
            "picture": picture_feed(source, size, self._tint, self._platform),
            "sound": sound_feed(source, self._platform),
        }
        async with asyncio.TaskGroup() as jobs:
            for part, feed in feeds.items():
                if feed is not None:
                    body = partial(self._keep, part, feed, size.fps)
                    jobs.create_task(run_in_thread(f"capture {part}", body))
            await asyncio.Event().wait()

    def watch(self, now_s: float) -> None:
        """Tell when a device that is open gives nothing, and when it comes to life again.

        To be called a few times a second.
        """
        if self._source is None:
            return
        if self._source.video in ("camera", "screen"):
            self._watch("picture", self._pictures.silent_s(now_s))
        if self._source.audio == "mic":
            self._watch("sound", self._sound.silent_s(now_s))

    def _watch(self, part: str, silent_s: float) -> None:
        told, hung = self.problems.get(part), _HUNG[part]
        if told is None and silent_s > HUNG_S:
            self._fail(part, SourceError(hung, "hung"), was_running=True)
        elif told == hung and silent_s < HUNG_S:
            self._begin(part)

    def _begin_with(self, source: Source) -> None:
        """Expect *source*; that it runs is no news if it ran before, in another size."""
        if source != self._source:
            self._running.clear()
        self._source = source
        self.problems.clear()
        self._sound.new_source(source.audio)
        self._pictures.new_source(is_camera=source.video == "camera")

    def _keep(self, part: str, feed: Feed, fps: int, stop: Stop) -> None:
        """Open *feed*, and again whenever it fails, until *stop* is set."""
        waits = _waits()
        while not stop.is_set():
            was_running = False
            try:
                for _ in self._delivered(part, feed, fps, stop):
                    was_running, waits = True, _waits()
            except SourceError as error:
                self._fail(part, error, was_running=was_running)
                stop.wait(next(waits))

    def _delivered(self, part: str, feed: Feed, fps: int, stop: Stop) -> Iterator[None]:
        """Hand on what *feed* gives; yield once, when it has begun."""
        thinner = Thinner(fps)
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
                    if self._begin(part):
                        self._report("capture_started", {"part": part})
                    yield

    def _begin(self, part: str) -> bool:
        """Tell that *part* runs now; return whether that is news."""
        self.problems.pop(part, None)
        if part in self._running:
            return False
        self._running.add(part)
        self._report("source_started", {"source": str(self._source), "part": part})
        return True

    def _fail(self, part: str, error: SourceError, *, was_running: bool) -> None:
        self._running.discard(part)
        if part == "sound":
            self._sound.cut()
        else:
            self._pictures.lose()
        if self.problems.get(part) != str(error):
            self.problems[part] = str(error)
            name = "source_lost" if was_running else "source_failed"
            self._report(name, self._failure(part, str(error), error.cause))

    def _failure(self, part: str, reason: str, cause: SourceCause) -> dict[str, str]:
        return {"source": str(self._source), "reason": reason, "part": part, "cause": cause}


def _waits() -> Iterator[float]:
    """Return the waits between attempts; there is no last one, as a camera may come back."""
    return chain(RETRY.waits(), repeat(RETRY.longest_s))
