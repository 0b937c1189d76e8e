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
from lianmai.media.player import Player
from lianmai.media.stream_input import without_key


@dataclass(frozen=True)
class ProbeReport:
    """What one pull of *url* (shown without its key) gave in *seconds*.

    *fps*, *kbps* and *latency_p50_ms* are medians over periods of 2 s, *latency_p95_ms* is the
    worst period's; latency is ``None`` without a stamp. *netstatus* has a line for each period
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


async def probe(url: str, seconds: float) -> ProbeReport:
    """Pull *url* for *seconds*, or until it ends, and return what it was like.

    A stream that cannot be pulled is no error but the report's *problem*.
    """
    start_s = time.monotonic()
    events: list[dict[str, Value]] = []

    def report(name: str, fields: Mapping[str, Value]) -> None:
        events.append({"at_s": round(time.monotonic() - start_s, 3), "event": name, **fields})

    player = Player(report=report)
    pulling = asyncio.create_task(player.pull(url))
    try:
        lines = await _watch(player, pulling, start_s + seconds)
        problem = _problem(pulling, time.monotonic() - start_s)
    finally:
        pulling.cancel()
        await asyncio.gather(pulling, return_exceptions=True)
    return _summary(url, time.monotonic() - start_s, player, lines, events, problem)


async def _watch(player: Player, pulling: asyncio.Task[None], end_s: float) -> list[PlayStats]:
    """Return the numbers of each period, the last one cut short."""
    lines: list[PlayStats] = []
    while not pulling.done() and (left_s := end_s - time.monotonic()) > 0:
        await asyncio.wait([pulling], timeout=min(PERIOD_S, left_s))
        lines.append(player.stats())
    return lines


def _problem(pulling: asyncio.Task[None], elapsed_s: float) -> str:
    if not pulling.done():
        return ""
    error = pulling.exception()
    if isinstance(error, StreamError):
        return str(error)
    if error is not None:
        raise error
    return f"The stream ended after {elapsed_s:.1f} s."


def _summary(
    url: str,
    seconds: float,
    player: Player,
    lines: list[PlayStats],
    events: list[dict[str, Value]],
    problem: str,
) -> ProbeReport:
    last = lines[-1] if lines else PlayStats()
    worst = [line.latency_p95_ms for line in lines if line.latency_p95_ms is not None]
    first_sound = [event["ms"] for event in events if event["event"] == "first_sound"]
    return ProbeReport(
        url=without_key(url),
        seconds=round(seconds, 1),
        has_video=player.has_picture,
        has_audio=player.has_sound,
        first_picture_ms=last.first_picture_ms,
        first_sound_ms=float(str(first_sound[0])) if first_sound else None,
        width_px=last.width_px,
        height_px=last.height_px,
        fps=_median([line.fps for line in lines]) or 0.0,
        kbps=_median([line.kbps for line in lines]) or 0.0,
        latency_p50_ms=_median([x.latency_ms for x in lines if x.latency_ms is not None]),
        latency_p95_ms=max(worst) if worst else None,
        stalls=last.stalls,
        corrupt=last.corrupt,
        problem=problem,
        netstatus=[line.netstatus() for line in lines],
        events=events,
    )


def _median(numbers: list[float]) -> float | None:
    return round(statistics.median(numbers), 1) if numbers else None
