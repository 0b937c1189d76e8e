"""One publisher, hundreds of players: what a relay costs and how much later pictures arrive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median

from tests.bench.figures import middle, ratio, spread
from tests.bench.machine import CostMeter
from tests.bench.plan import Plan, say
from tests.bench.report import Cell, Result, Target
from tests.bench.servers import MediaServer, fed, relays
from tests.processes import running

SIZE, KBPS = "640x360@15", 800
_CONNECT_S = 60.0


@dataclass(frozen=True)
class Load:
    """What one relay did for one crowd; *starvation* is the worst player's share of the median."""

    cpu_percent: float
    mbps: float
    rss_mb: float
    delay_p50_ms: float | None
    delay_p95_ms: float | None
    starvation: float

    @property
    def cpu_per_mbps(self) -> float | None:
        """Percent of a core for each Mbit/s sent."""
        return ratio(self.cpu_percent, self.mbps)


def relay(plan: Plan) -> Result:
    """Compare the relays installed with 200 and with 1000 players."""
    crowds = (200,) if plan.is_quick else (200, 1000)
    rows: dict[str, dict[str, Cell]] = {}
    targets: list[Target] = []
    for players in crowds:
        loads = _take_turns(plan, players)
        rows |= {f"{name}, {players} players": _row(found) for name, found in loads.items()}
        targets += _targets(players, loads)
    return Result(
        "relay",
        f"1 publisher of {SIZE} {KBPS} kbit/s with sound, raw RTMP players",
        rows,
        targets,
        ["Delay: from handing a picture to the kernel until one of 20 players has its first byte."],
    )


def _take_turns(plan: Plan, players: int) -> dict[str, list[Load]]:
    found: dict[str, list[Load]] = {name: [] for name in relays()}
    for turn in plan.turns:
        for name, server in relays().items():
            say(f"relay: {name}, {players} players, round {turn} of {plan.rounds}")
            found[name].append(_load(plan, server, players))
    return found


def _load(
    plan: Plan, server: Callable[[], AbstractContextManager[MediaServer]], players: int
) -> Load:
    with server() as relay_server:
        url = relay_server.push_urls(1)
        crowd = ("--players", str(players), "--seconds", str(plan.watch_s))
        command = (sys.executable, "-m", "tests.bench.crowd", *crowd, *url)
        with fed(url, SIZE, kbps=KBPS, recorded=True), running(*command) as process:
            process.next_where("ready", timeout_s=_CONNECT_S)
            meter = CostMeter([relay_server.process.pid])
            report = process.next_where("done", timeout_s=plan.watch_s + _CONNECT_S)
            cost = meter.read()
    delays, counts = spread(report["delays_ms"]), report["byte_counts"]
    return Load(
        cpu_percent=cost.cpu_percent,
        mbps=sum(counts) * 8 / 1e6 / plan.watch_s,
        rss_mb=cost.rss_mb,
        delay_p50_ms=delays.p50 if delays else None,
        delay_p95_ms=delays.p95 if delays else None,
        starvation=min(counts) / max(1.0, median(counts)),
    )


def _row(loads: Sequence[Load]) -> dict[str, Cell]:
    return {
        "CPU %": middle([it.cpu_percent for it in loads]),
        "Mbit/s": middle([it.mbps for it in loads]),
        "CPU % per Mbit/s": _cpu_per_mbps(loads),
        "RSS MB": middle([it.rss_mb for it in loads]),
        "delay p50 ms": middle([it.delay_p50_ms for it in loads]),
        "delay p95 ms": middle([it.delay_p95_ms for it in loads]),
        "worst/median bytes": min((it.starvation for it in loads), default=None),
    }


def _cpu_per_mbps(loads: Sequence[Load]) -> float | None:
    return middle([it.cpu_per_mbps for it in loads])


def _targets(players: int, loads: dict[str, list[Load]]) -> list[Target]:
    own = _cpu_per_mbps(loads["lianmai"])
    limits = {"nginx-rtmp": 2.0, "node-media-server": 1.5}
    targets = [
        Target(
            f"{players} players: CPU per Mbit/s, times {peer}'s",
            ratio(own, _cpu_per_mbps(loads.get(peer, []))),
            limit,
        )
        for peer, limit in limits.items()
    ]
    delay = middle([it.delay_p95_ms for it in loads["lianmai"]])
    starved = 1 - min((it.starvation for it in loads["lianmai"]), default=1.0)
    return [
        *targets,
        Target(f"{players} players: added latency p95, ms", delay, 3.0),
        Target(f"{players} players: what the worst player lacks, share", starved, 0.1),
    ]
