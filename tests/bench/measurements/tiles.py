"""Glass to glass: how long after its capture a frame is on the screen, one tile or many."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace

from lianmai.core.stage.geometry import Rect
from tests.bench.figures import middle, ratio
from tests.bench.machine import CostMeter
from tests.bench.peers import FFPLAY, FFPLAY_TUNED, LIANMAI, MPV, Player, decoding
from tests.bench.plan import Plan, say
from tests.bench.report import Result, Target
from tests.bench.screen import Screen, virtual_screen
from tests.bench.servers import fed, lianmai_server
from tests.bench.stage import SCREEN, Observation, observe, row
from tests.processes import running

HD, SMALL = "1280x720@30", "640x360@15"
_HD_KBPS = 1500
_WINDOW = Rect(0, 0, 1280, 720)
_NOTES = [
    "p50, p95: capture to pixel; half the time between two looks is taken off.",
    "fps: different frames seen a second. X CPU: the X server, not in CPU.",
]

Found = dict[str, list[Observation]]


def glass(plan: Plan) -> Result:
    """One 1280x720@30 stream in one window of its size: capture to pixel."""
    players = [LIANMAI, MPV, FFPLAY_TUNED, *([] if plan.is_quick else [FFPLAY])]
    found = _take_turns(plan, players, HD, 1, _WINDOW)
    return _result(
        "glass", f"one {HD} stream, HTTP-FLV, one window", found, _latency_targets(found)
    )


def nine(plan: Plan) -> Result:
    """The same while nine tiles play, against nine mpv processes."""
    found = _take_turns(plan, [LIANMAI, MPV], HD, 9)
    return _result(
        "nine", f"nine {HD} streams on {SCREEN.width} px", found, _latency_targets(found)
    )


def sixteen(plan: Plan) -> Result:
    """Sixteen tiles: frame rate, processor and memory, against mpv and against decoding alone."""
    decode_cpu: list[float | None] = []

    def decode(streams: Sequence[str]) -> None:
        decode_cpu.append(_decode_only(plan, streams))

    found = _take_turns(plan, [LIANMAI, MPV], HD, 16, after_round=decode)
    own, peer = _medians(found, "lianmai"), _medians(found, "mpv")
    targets = [
        Target("frames missing of 30 in the slowest tile", _lack(found, 30), 0.5),
        Target("CPU, times 16 mpv's", ratio(own["CPU %"], peer.get("CPU %")), 0.6),
        Target("memory (RSS), times 16 mpv's", ratio(own["RSS MB"], peer.get("RSS MB")), 0.2),
        Target("CPU, times decoding alone", ratio(own["CPU %"], middle(decode_cpu)), 1.3),
    ]
    result = _result("sixteen", f"sixteen {HD} streams on {SCREEN.width} px", found, targets)
    decoding_alone = {"16 x ffmpeg -f null": {"CPU %": middle(decode_cpu)}}
    return replace(result, rows={**result.rows, **decoding_alone})


def fifty(plan: Plan) -> Result:
    """Fifty tiles of 640x360@15, as many cameras as the largest vendor room allows."""
    found = _take_turns(plan, [LIANMAI], SMALL, 50)
    targets = [
        Target("frames missing of 15 in the slowest tile", _lack(found, 15), 0.5),
        Target("p95 latency, ms", _medians(found, "lianmai")["p95 ms"], 67.0),
    ]
    return _result("fifty", f"fifty {SMALL} streams on {SCREEN.width} px", found, targets)


def _take_turns(
    plan: Plan,
    players: Sequence[Player],
    size: str,
    count: int,
    stage: Rect = SCREEN,
    after_round: Callable[[Sequence[str]], None] = lambda streams: None,
) -> Found:
    """Watch each of *players* that is installed, in turn, on the same streams."""
    found: Found = {player.name: [] for player in players if player.is_installed}
    kbps = _HD_KBPS if size == HD else 0
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(SCREEN.width, SCREEN.height))
        server = stack.enter_context(lianmai_server())
        stack.enter_context(fed(server.push_urls(count), size, kbps=kbps))
        streams = server.pull_urls(count)
        for turn in plan.turns:
            for player in players:
                if player.name in found:
                    say(f"{count} x {size}: {player.name}, round {turn} of {plan.rounds}")
                    found[player.name] += _observed(plan, screen, player, streams, stage)
            after_round(streams)
    return found


def _observed(
    plan: Plan, screen: Screen, player: Player, streams: Sequence[str], stage: Rect
) -> list[Observation]:
    """Return what was seen of *player*; nothing when a peer did not show all its pictures.

    Our own player has no such excuse.
    """
    try:
        return [observe(plan, screen, player, streams, stage)]
    except TimeoutError as error:
        if player is LIANMAI:
            raise
        say(f"left out: {error}")
        return []


def _decode_only(plan: Plan, streams: Sequence[str]) -> float:
    """Return what decoding *streams* costs one ffmpeg process each, in percent of a core."""
    say(f"{len(streams)} x ffmpeg -f null")
    with ExitStack() as stack:
        processes = [stack.enter_context(running(*decoding(url))) for url in streams]
        time.sleep(plan.settle_s + 2)  # a key frame comes every two seconds
        meter = CostMeter(process.pid for process in processes)
        time.sleep(plan.watch_s)
        return meter.read().cpu_percent


def _latency_targets(found: Found) -> list[Target]:
    own, peer = _medians(found, "lianmai"), _medians(found, "mpv")
    return [
        Target(f"{percentile}, times mpv's", ratio(own[percentile], peer.get(percentile)), 1.0)
        for percentile in ("p50 ms", "p95 ms")
    ]


def _lack(found: Found, fps: int) -> float | None:
    slowest = _medians(found, "lianmai")["fps lowest"]
    return None if slowest is None else fps - slowest


def _medians(found: Found, name: str) -> dict[str, float | None]:
    cells = row(found.get(name, []))
    return {column: cell for column, cell in cells.items() if not isinstance(cell, str)}


def _result(name: str, title: str, found: Found, targets: Sequence[Target]) -> Result:
    return Result(name, title, {who: row(seen) for who, seen in found.items()}, targets, _NOTES)
