"""A file in a loop, with its sound, at the pace of its own timestamps."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.media.capturing.feed import Feed, Item, Picture, Sound, capture_clock
from lianmai.media.picture.planes import upright
from lianmai.media.sound.resampling import Resampler
from lianmai.media.worker import Stop

OPEN_S = 5.0
LATEST_S = 0.25
"""Later than this, playing goes on from now: no burst makes up for a stall."""
SOUND_AHEAD_S = 0.2
"""Sound is read this far ahead of the picture it belongs to, however the file mixes them."""
_AHEAD_LIMIT_S = 1.0
_LEAD_S = 0.1
"""Time to open the file in; its sound would come late otherwise."""
_HELD_LIMIT = 24
"""Pictures held back while sound is looked for; bounds memory."""


def movie(path: str) -> Feed:
    """Return the file at *path* in an endless loop."""

    def feed(stop: Stop) -> Generator[Item, None, None]:
        showing = _Showing(path, stop)
        while not stop.is_set():
            yield from showing.once()

    return feed


class _Showing:
    """Plays one file again and again on one continuing time line."""

    def __init__(self, path: str, stop: Stop) -> None:
        self._path, self._stop = path, stop
        self._start_s = capture_clock() + _LEAD_S

    def once(self) -> Iterator[Item]:
        """Yield pictures when they are due and sound a little earlier, once through the file."""
        held: deque[Picture] = deque()
        length_s = sound_s = 0.0
        with opened(self._path) as container:
            has_sound = bool(container.streams.audio)
            for item, end_s in _decoded(container):
                length_s = max(length_s, end_s)
                if isinstance(item, Sound):
                    sound_s = end_s
                    self._catch_up(item.at_s)
                    self._hold(item.at_s - _AHEAD_LIMIT_S)
                    yield Sound(item.samples, self._start_s + item.at_s)
                else:
                    held.append(item)
                ahead_s = sound_s - SOUND_AHEAD_S if has_sound else float("inf")
                while held and (held[0].at_s <= ahead_s or len(held) > _HELD_LIMIT):
                    yield self._due(held.popleft())
                if self._stop.is_set():
                    return
        while held and not self._stop.is_set():
            yield self._due(held.popleft())
        if not length_s:
            raise SourceError(unplayable(self._path), "format")
        self._hold(length_s - SOUND_AHEAD_S)
        self._start_s += length_s

    def _due(self, picture: Picture) -> Picture:
        self._catch_up(picture.at_s)
        self._hold(picture.at_s)
        return Picture(picture.frame, self._start_s + picture.at_s, is_shared=True)

    def _hold(self, position_s: float) -> None:
        """Wait until *position_s* of the file is due."""
        self._stop.wait(max(0.0, self._start_s + position_s - capture_clock()))

    def _catch_up(self, position_s: float) -> None:
        """Move the time line when *position_s* was due long ago."""
        late_s = capture_clock() - self._start_s - position_s
        if late_s > LATEST_S:
            self._start_s += late_s


def opened(path: str) -> InputContainer:
    """Open the file at *path*.

    Raises:
        SourceError: When it is missing or no such file.
    """
    if Path(path).is_dir():
        raise SourceError(
            sentence("{path!r} is a folder: choose a video or sound file.", path=path), "format"
        )
    if not Path(path).is_file():
        raise SourceError(
            sentence("File {path!r} does not exist: check the path.", path=path), "missing"
        )
    try:
        container = av.open(path, "r", timeout=OPEN_S)
    except (av.FFmpegError, ValueError) as error:
        raise SourceError(unplayable(path), "format") from error
    for stream in container.streams.video:
        stream.thread_type = "AUTO"
    return container


def unplayable(path: str) -> str:
    """Return what to tell of a file that holds nothing to play."""
    return sentence("File {path!r} cannot be played: choose a video or sound file.", path=path)


def _decoded(container: InputContainer) -> Iterator[tuple[Item, float]]:
    """Yield what is in the file, timed from its start, each with the time of its end.

    What cannot be decoded is left out.
    """
    covers = Disposition.attached_pic
    streams: list[av.VideoStream | av.AudioStream] = [
        *[it for it in container.streams.video if not it.disposition & covers][:1],
        *container.streams.audio[:1],
    ]
    if not streams:
        return
    start_s = (container.start_time or 0) / av.time_base
    resampler = Resampler("mono")
    for frame in frames_of(container, streams):
        at_s = max(0.0, (frame.time or 0.0) - start_s)
        if isinstance(frame, av.AudioFrame):
            samples = resampler.resample(frame).reshape(-1)
            yield Sound(samples, at_s), at_s + len(samples) / SAMPLE_RATE_HZ
        else:
            yield Picture(upright(frame), at_s), at_s + float(frame.duration * frame.time_base)


def frames_of(
    container: InputContainer, streams: Sequence[av.VideoStream | av.AudioStream]
) -> Iterator[av.VideoFrame | av.AudioFrame]:
    """Yield what can be decoded of *streams*, in the file's order."""
    packets = container.demux(*streams)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.FFmpegError):
            return
        try:
            frames = packet.decode()
        except av.FFmpegError:
            continue
        yield from (it for it in frames if isinstance(it, av.VideoFrame | av.AudioFrame))
