"""Whether the window stays responsive while streams come and go."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from lianmai.core.messages import Address
from tests.bench.numbers import stats_of
from tests.bench.peers import LIANMAI, joining
from tests.bench.plan import Plan, say
from tests.bench.report import Cell, Result, Target
from tests.bench.screen import virtual_screen
from tests.bench.servers import MediaServer, fed, lianmai_server
from tests.bench.stage import showing
from tests.bench.staged_room import ROOM, StagedRoom, staged_room
from tests.bench.watching import wait_for_strips

_STREAMS = 9
_Lines: TypeAlias = Sequence[dict[str, Any]]
_CHANGE_S = 0.7
_LEAST_S = 7.0  # the app looks back five seconds, every two


def responsiveness(plan: Plan) -> Result:
    """The window's event loop while nine streams play, and one after the other comes and goes."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        screen = stack.enter_context(virtual_screen())
        server = stack.enter_context(lianmai_server())
        stack.enter_context(fed(server.push_urls(_STREAMS), "1280x720@30", kbps=1500))
        room, ws = stack.enter_context(staged_room())
        stats = home / "stats.jsonl"
        window = replace(LIANMAI, command=(*joining(ws, ROOM), "--stats", str(stats)))
        stack.enter_context(showing(window, screen, [ws]))
        room.wait_for_guest()
        for number in range(_STREAMS):
            room.show(f"p{number}", _address(server, number))
        wait_for_strips(screen, _STREAMS)
        say("responsiveness: nine streams play")
        calm_from_s = time.time() + 5  # the app's own reading looks back that far
        time.sleep(max(plan.watch_s, _LEAST_S))
        say("responsiveness: streams come and go")
        busy_from_s = time.time()
        _churn(room, server, max(plan.watch_s, _LEAST_S))
        lines = stats_of(stats, "process")
    calm = [it for it in lines if calm_from_s <= it["time"] < busy_from_s]
    return _result(lines, calm, [it for it in lines if it["time"] >= busy_from_s])


def _result(lines: _Lines, calm: _Lines, busy: _Lines) -> Result:
    worst_ms = max((_late_ms(it) for it in [*calm, *busy]), default=None)
    return Result(
        "responsiveness",
        f"how late the window's event loop is, {_STREAMS} x 1280x720@30",
        {"playing": _row(calm), "streams come and go": _row(busy), "since the start": _row(lines)},
        [Target("longest block, ms (p99.9 where told)", worst_ms, 50.0)],
        ["By the app's own heartbeat, a timer of 20 ms that notes how late it comes."],
    )


def _address(server: MediaServer, number: int) -> Address:
    return Address(server.push_urls(_STREAMS)[number], server.pull_urls(_STREAMS)[number])


def _churn(room: StagedRoom, server: MediaServer, duration_s: float) -> None:
    for turn in range(int(duration_s / _CHANGE_S / 2)):
        number = turn % _STREAMS
        room.hide(f"p{number}")
        time.sleep(_CHANGE_S)
        room.show(f"p{number}", _address(server, number))
        time.sleep(_CHANGE_S)


def _late_ms(line: dict[str, Any]) -> float:
    return float(line.get("late_p999_ms", line["late_ms"]))


def _row(lines: _Lines) -> dict[str, Cell]:
    def highest(name: str) -> float | None:
        return max((float(it[name]) for it in lines if name in it), default=None)

    return {
        "late p99.9 ms": highest("late_p999_ms"),
        "late worst ms": highest("late_ms"),
        "since start ms": highest("worst_late_ms"),
        "CPU %": highest("cpu_percent"),
    }
