"""Players on a screen, watched from outside: what they show, how late, and at what cost."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType

from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.grid import close_grid
from lianmai.core.stage.request import StageRequest
from tests.bench.figures import middle, spread
from tests.bench.machine import Cost, CostMeter
from tests.bench.peers import Player
from tests.bench.plan import Plan
from tests.bench.report import Cell
from tests.bench.screen import Screen
from tests.bench.watching import Watch, wait_for_strips, watch
from tests.processes import RunningProcess, running

SCREEN = Rect(0, 0, 1920, 1080)
FIRST_PICTURES_S = 30.0
PICTURES = Path("build/bench")
"""Where a picture of the screen goes when something is missing on it."""


@dataclass(frozen=True)
class Observation:
    """One player, or as many of its processes as there are streams, watched for a while.

    *fps_lowest* is that of the slowest tile; *screen_cpu_percent* what the X server did for it.
    """

    p50_ms: float | None
    p95_ms: float | None
    fps_lowest: float
    fps_median: float
    cost: Cost
    screen_cpu_percent: float
    look_p95_ms: float


def observe(
    plan: Plan, screen: Screen, player: Player, streams: Sequence[str], stage: Rect = SCREEN
) -> Observation:
    """Have *player* show *streams* on *stage*, wait until it shows all of them, and watch.

    Raises:
        TimeoutError: If pictures are missing after `FIRST_PICTURES_S`.
    """
    with showing(player, screen, streams, stage) as processes:
        try:
            wait_for_strips(screen, len(streams), FIRST_PICTURES_S)
        except TimeoutError as error:
            path = PICTURES / f"{player.name}-{len(streams)}.png"
            screen.save(path)
            raise TimeoutError(f"{player.name}: {error}, see {path}") from None
        time.sleep(plan.settle_s)
        strips = wait_for_strips(screen, len(streams), FIRST_PICTURES_S)
        meter = CostMeter(process.pid for process in processes)
        screen_meter = CostMeter([screen.pid])
        seen = watch(screen, strips, plan.watch_s)
        cost, screen_cost = meter.read(), screen_meter.read()
    return _observation(seen, cost, screen_cost)


def _observation(seen: Watch, cost: Cost, screen_cost: Cost) -> Observation:
    latencies = spread(seen.latencies_ms)
    return Observation(
        p50_ms=latencies.p50 if latencies else None,
        p95_ms=latencies.p95 if latencies else None,
        fps_lowest=min(seen.fps),
        fps_median=median(seen.fps),
        cost=cost,
        screen_cpu_percent=screen_cost.cpu_percent,
        look_p95_ms=seen.look_p95_ms,
    )


@contextmanager
def showing(
    player: Player,
    screen: Screen,
    streams: Sequence[str],
    stage: Rect = SCREEN,
    env: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[list[RunningProcess]]:
    """Run *player* for the length of the block, with settings of its own that nobody keeps.

    A player of one stream runs once for each, side by side in a grid. *env* is added to its
    environment.
    """
    with tempfile.TemporaryDirectory(prefix="lianmai-bench-") as home, ExitStack() as stack:
        env = {**screen.env, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, **env}
        if player.shows_many:
            commands = [player.command_line(streams, stage)]
        else:
            places = grid(len(streams), stage)
            commands = [
                player.command_line([url], place)
                for url, place in zip(streams, places, strict=True)
            ]
        yield [stack.enter_context(running(*command, env=env)) for command in commands]


def grid(count: int, stage: Rect) -> list[Rect]:
    """Return *count* places on *stage*, the same for windows of others as for tiles of ours."""
    placements = close_grid(StageRequest(count, stage.width, stage.height))
    return [it.rect.moved(stage.x, stage.y) for it in placements]


def row(found: Sequence[Observation]) -> dict[str, Cell]:
    """Return the medians over the rounds as a row of a table."""
    return {
        "p50 ms": middle([it.p50_ms for it in found]),
        "p95 ms": middle([it.p95_ms for it in found]),
        "fps lowest": middle([it.fps_lowest for it in found]),
        "fps median": middle([it.fps_median for it in found]),
        "CPU %": middle([it.cost.cpu_percent for it in found]),
        "X CPU %": middle([it.screen_cpu_percent for it in found]),
        "PSS MB": middle([it.cost.pss_mb for it in found]),
        "RSS MB": middle([it.cost.rss_mb for it in found]),
        "look p95 ms": middle([it.look_p95_ms for it in found]),
    }
