"""One music file, decoded a little ahead of its playing by a thread of its own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress

import av
import numpy as np
from av.container import InputContainer

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.sources.movie import frames_of, opened
from lianmai.media.report import Report
from lianmai.media.sound.resampling import Resampler
from lianmai.media.worker import LONGEST_LOOK_S

AHEAD_S = 2.0
"""How much sound may wait: covers a slow disk, and bounds memory to some 400 KB."""
PROGRESS_S = 1.0


class MusicPiece:
    """A file played once. Its thread reads it; the encoder's thread takes the samples."""

    def __init__(self, path: str, start_ms: int, end_ms: int, report: Report) -> None:
        self.is_over = False
        self._path, self._report = path, report
        self._start, self._end = start_ms * SAMPLE_RATE_HZ // 1000, end_ms * SAMPLE_RATE_HZ // 1000
        self._taken = self._told = 0
        self._duration_ms = 0
        self._waiting: deque[Samples] = deque()
        self._count = 0
        self._is_read = self._is_closed = False
        self._changed = threading.Condition()

    def start(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, name="music", daemon=True).start()

    def close(self) -> None:
        """Read no more; what was read can still be taken."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def take(self, count: int) -> Samples | None:
        """Return the next *count* samples, silence for those that are late.

        ``None`` before the first and after the last; `is_over` tells which.
        """
        with self._changed:
            samples = self._taken_out(count)
            is_last = self._is_read and not self._waiting
            self._changed.notify_all()
        if len(samples) and not self._is_closed:
            self._tell(len(samples))
        if is_last and self._taken and not self.is_over:
            self.is_over = True
            if not self._is_closed:
                self._report("music_ended", {})
        if not self._taken or (self.is_over and not len(samples)):
            return None
        return np.pad(samples, (0, count - len(samples)))

    def _taken_out(self, count: int) -> Samples:
        parts: list[Samples] = []
        while count and self._waiting:
            first = self._waiting.popleft()
            parts.append(first[:count])
            if len(first) > count:
                self._waiting.appendleft(first[count:])
            count -= len(parts[-1])
        samples = np.concatenate([np.zeros(0, np.float32), *parts])
        self._count -= len(samples)
        return samples

    def _tell(self, count: int) -> None:
        """Report how far the piece is, after *count* samples more."""
        if not self._taken:
            self._report("music_started", {})
        self._taken += count
        if self._taken - self._told >= PROGRESS_S * SAMPLE_RATE_HZ:
            self._told = self._taken
            progress_ms = (self._start + self._taken) * 1000 // SAMPLE_RATE_HZ
            fields = {"progress_ms": progress_ms, "duration_ms": self._duration_ms}
            self._report("music_progress", fields)

    def _read(self) -> None:
        try:
            with opened(self._path) as container:
                has_sound = self._read_on(container)
            if not has_sound:
                raise SourceError(
                    sentence(
                        "File {path!r} has no sound there: choose another one.", path=self._path
                    )
                )
        except SourceError as error:
            self.is_over = True
            if not self._is_closed:
                self._report("music_failed", {"reason": str(error)})
        finally:
            self._is_read = True

    def _read_on(self, container: InputContainer) -> bool:
        """Read until the end or until nobody wants it; return whether there was sound."""
        self._duration_ms = (container.duration or 0) * 1000 // av.time_base
        has_sound = False
        for at, samples in _decoded(container, self._start):
            wanted = samples[max(0, self._start - at) :]
            if self._end:
                wanted = wanted[: max(0, self._end - max(at, self._start))]
            if not len(wanted) and at >= self._start:
                break
            has_sound = has_sound or len(wanted) > 0
            self._put(wanted)
            if self._is_closed:
                return True
        return has_sound

    def _put(self, samples: Samples) -> None:
        """Hand *samples* over as soon as there is room for them."""
        with self._changed:
            while self._count > AHEAD_S * SAMPLE_RATE_HZ and not self._is_closed:
                self._changed.wait(LONGEST_LOOK_S)
            self._waiting.append(samples)
            self._count += len(samples)


def _decoded(container: InputContainer, start: int) -> Iterator[tuple[int, Samples]]:
    """Yield the sound of the file from before sample *start* on, with the place of each block."""
    stream = next((it for it in container.streams.audio if it.codec_context is not None), None)
    if stream is None:
        return
    first_s = (container.start_time or 0) / av.time_base
    if start:
        with suppress(av.FFmpegError):  # what cannot be sought is read from its beginning
            container.seek(round((first_s + start / SAMPLE_RATE_HZ) * av.time_base))
    resampler = Resampler("mono")
    at: int | None = None
    for frame in frames_of(container, [stream]):
        if isinstance(frame, av.AudioFrame):
            if at is None:
                at = round(((frame.time or 0.0) - first_s) * SAMPLE_RATE_HZ)
            samples = resampler.resample(frame).reshape(-1)
            yield at, samples
            at += len(samples)
