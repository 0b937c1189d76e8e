"""Samples of a long run, and what they say about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.figures import slope
from tests.bench.machine import CostMeter, socket_count
from tests.bench.numbers import latest_of
from tests.bench.report import Cell, Result, Target

_WARM_UP_SHARE, _LONGEST_WARM_UP_S = 0.3, 180.0
SLACK = 2
"""A thread or socket more than before may be on its way out; a leak goes on."""
_PER_10_MIN, _PER_MIN = 600.0, 60.0


@dataclass(frozen=True)
class Holding:
    """What one process holds, its children included."""

    pss_mb: float
    threads: int
    descriptors: int
    sockets: int


@dataclass(frozen=True)
class Sample:
    """A moment: what each process held, and the window's own numbers over its streams.

    *latency_ms* is the median, *av_offset_ms* the largest either way; ``None`` when not told.
    """

    at_s: float
    holdings: Mapping[str, Holding]
    tiles: int = 0
    latency_ms: float | None = None
    av_offset_ms: float | None = None
    late_ms: float | None = None


def take_sample(pids: Mapping[str, int], stats: Path) -> Sample:
    """Look at the processes *pids* by name, and at the last numbers in the file *stats*."""
    plays, process = latest_of(stats, "play"), latest_of(stats, "process")
    latencies = [line["latency_ms"] for line in plays if line.get("latency_ms") is not None]
    offsets = [line["av_offset_ms"] for line in plays if line.get("av_offset_ms") is not None]
    return Sample(
        at_s=time.monotonic(),
        holdings={name: _holding(pid) for name, pid in pids.items()},
        tiles=sum(line["fps"] > 0 for line in plays),
        latency_ms=median(latencies) if latencies else None,
        av_offset_ms=max(offsets, key=abs) if offsets else None,
        late_ms=process[-1]["late_ms"] if process else None,
    )


def _holding(pid: int) -> Holding:
    cost = CostMeter([pid]).read()
    return Holding(cost.pss_mb, cost.threads, cost.descriptors, socket_count(pid))


def judge(samples: Sequence[Sample], minutes: float) -> tuple[Result, list[str]]:
    """Return the result of a run, and what was left behind in it.

    The last two samples are those before and after the visitors came and went.
    """
    *run, before, after = samples
    warm = _warm(run)
    left = _left_behind(*_thirds(warm), "since warm-up")
    left += _left_behind([before], [after], "by visitors")
    title = f"{minutes:g} minutes, nine tiles, one publisher coming and going"
    rows = {name: _row(warm, name) for name in before.holdings}
    return Result("soak", title, rows, _targets(warm, left), [_summary(run), *left]), left


def _targets(warm: Sequence[Sample], left: Sequence[str]) -> list[Target]:
    offsets_ms = [abs(it.av_offset_ms) for it in warm if it.av_offset_ms is not None]
    memory = [
        Target(f"memory of the {name}, MB per 10 min", _rise(warm, _pss(name)), 1.0)
        for name in warm[0].holdings
    ]
    return [
        *memory,
        Target("latency, ms per minute", _latency_rise(warm), 1.0),
        Target("sound against picture at the end, ms", [None, *offsets_ms][-1], 40.0),
        Target("kinds of things left behind", len(left), 0),
    ]


def _left_behind(first: Sequence[Sample], last: Sequence[Sample], when: str) -> list[str]:
    return [
        f"{count:+d} {kind} in the {name} {when}"
        for name in first[0].holdings
        for kind, count in _growth(first, last, name).items()
        if count > SLACK
    ]


def _warm(run: Sequence[Sample]) -> list[Sample]:
    length_s = run[-1].at_s - run[0].at_s
    start_s = run[0].at_s + min(_LONGEST_WARM_UP_S, length_s * _WARM_UP_SHARE)
    return [sample for sample in run if sample.at_s >= start_s]


def _thirds(samples: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return the first and the last third."""
    size = max(1, len(samples) // 3)
    return [*samples[:size]], [*samples[-size:]]


def _growth(first: Sequence[Sample], last: Sequence[Sample], name: str) -> dict[str, int]:
    """Return by how much the lowest counts have grown: a publisher come or gone is no growth."""

    def lowest(samples: Sequence[Sample], kind: str) -> int:
        return min(int(getattr(sample.holdings[name], kind)) for sample in samples)

    kinds = ("threads", "descriptors", "sockets")
    return {kind: lowest(last, kind) - lowest(first, kind) for kind in kinds}


def _rise(samples: Sequence[Sample], value_of: Callable[[Sample], float]) -> float:
    """Return the rise per ten minutes."""
    return slope([(it.at_s, value_of(it)) for it in samples]) * _PER_10_MIN


def _pss(name: str) -> Callable[[Sample], float]:
    return lambda sample: sample.holdings[name].pss_mb


def _latency_rise(samples: Sequence[Sample]) -> float | None:
    points = [(it.at_s, it.latency_ms) for it in samples if it.latency_ms is not None]
    return slope(points) * _PER_MIN if len(points) > 1 else None


def _row(samples: Sequence[Sample], name: str) -> dict[str, Cell]:
    first, last = samples[0].holdings[name], samples[-1].holdings[name]
    growth = _growth(*_thirds(samples), name)
    return {
        "PSS MB warm": first.pss_mb,
        "PSS MB end": last.pss_mb,
        "MB per 10 min": _rise(samples, _pss(name)),
        **{kind: f"{getattr(last, kind)} ({count:+d})" for kind, count in growth.items()},
    }


def _summary(run: Sequence[Sample]) -> str:
    latencies = [it.latency_ms for it in run if it.latency_ms is not None]
    late = [it.late_ms for it in run if it.late_ms is not None]
    tiles = [it.tiles for it in run]
    latency = f"latency {min(latencies):g} to {max(latencies):g} ms" if latencies else "no latency"
    loop = f"event loop at most {max(late):g} ms late" if late else "no heartbeat"
    return f"{min(tiles)} to {max(tiles)} tiles playing, {latency}, {loop}"
