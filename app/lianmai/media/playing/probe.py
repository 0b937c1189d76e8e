"""One pull without a window: what a stream is like, in numbers."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from lianmai.core.errors import StreamError
from lianmai.core.journal import Value
from lianmai.core.stats import PERIOD_S, PlayStats
from lianmai.media.network.stream_input import never_started, without_key
from lianmai.media.playing.player import Player


@dataclass(frozen=True)
class ProbeReport:
    """What one pull of *url* (shown without its key) gave in *seconds*.

    *fps*, *kbps* and *latency_p50_ms* are medians over periods of 2 s, *latency_p95_ms* is the
    worst period's; the first period counts only where it is the last. Latency is ``None`` without
    a stamp. *netstatus* has a line for each period
    under the phone component's names, *events* what happened, *problem* a sentence or "".
    """

    url: str
    seconds: float
    has_video: bool
    has_audio: bool
    first_picture_ms: float | None
    first_sound_ms: float | None
    width_px: int
    height_px: int
    fps: float
    kbps: float
    latency_p50_ms: float | None
    latency_p95_ms: float | None
    stalls: int
    corrupt: int
    problem: str
    netstatus: list[dict[str, Value]] = field(default_factory=list)
    events: list[dict[str, Value]] = field(default_factory=list)


class _Course:
    """What happened so far."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.lines: list[PlayStats] = []
        self.events: list[dict[str, Value]] = []
        self.first_sound_ms: float | None = None
        self._start_s = time.monotonic()

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self._start_s

    def report(self, name: str, fields: Mapping[str, Value]) -> None:
        if name == "first_sound":
            self.first_sound_ms = self.elapsed_s * 1000
        self.events.append({"at_s": round(self.elapsed_s, 3), "event": name, **fields})


async def probe(url: str, seconds: float) -> ProbeReport:
    """Pull *url* for *seconds*, or until it ends, and return what it was like.

    A stream that cannot be pulled is no error but the report's *problem*.
    """
    course = _Course(url)
    player = Player(report=course.report)
    pulling = asyncio.create_task(player.pull(url))
    try:
        await _watch(player, pulling, course, seconds)
        problem = _problem(pulling, course, player)
    finally:
        pulling.cancel()
        await asyncio.gather(pulling, return_exceptions=True)
    return _summary(course, player, problem)


async def _watch(
    player: Player, pulling: asyncio.Task[None], course: _Course, seconds: float
) -> None:
    """Note the numbers of each period, the last one cut short."""
    while not pulling.done() and (left_s := seconds - course.elapsed_s) > 0:
        await asyncio.wait([pulling], timeout=min(PERIOD_S, left_s))
        course.lines.append(player.stats())


def _problem(pulling: asyncio.Task[None], course: _Course, player: Player) -> str:
    if not pulling.done():
        is_flowing = player.has_picture or player.has_sound
        return "" if is_flowing else never_started(without_key(course.url), course.elapsed_s)
    error = pulling.exception()
    if isinstance(error, StreamError):
        return str(error)
    if error is not None:
        raise error
    return f"The stream ended after {course.elapsed_s:.1f} s."


def _summary(course: _Course, player: Player, problem: str) -> ProbeReport:
    last = course.lines[-1] if course.lines else PlayStats()
    # A server begins with what it has kept since the last key frame, all at once.
    steady = course.lines[1:] or course.lines
    return ProbeReport(
        url=without_key(course.url),
        seconds=round(course.elapsed_s, 1),
        has_video=player.has_picture,
        has_audio=player.has_sound,
        first_picture_ms=_rounded(last.first_picture_ms),
        first_sound_ms=_rounded(course.first_sound_ms),
        width_px=last.width_px,
        height_px=last.height_px,
        fps=_median([line.fps for line in steady]) or 0.0,
        kbps=_median([line.kbps for line in steady]) or 0.0,
        latency_p50_ms=_median(_known([line.latency_ms for line in steady])),
        latency_p95_ms=max(_known([line.latency_p95_ms for line in steady]), default=None),
        stalls=last.stalls,
        corrupt=last.corrupt,
        problem=problem,
        netstatus=[line.netstatus() for line in course.lines],
        events=course.events,
    )


def _known(numbers: list[float | None]) -> list[float]:
    return [number for number in numbers if number is not None]


def _median(numbers: list[float]) -> float | None:
    return round(statistics.median(numbers), 1) if numbers else None


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 1)
