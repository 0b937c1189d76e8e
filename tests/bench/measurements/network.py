"""A bad network: how soon a stream is back at the live edge after a fault has ended."""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from lianmai.core.source import parse_size
from lianmai.core.stage.geometry import Rect
from tests.bench.figures import middle, percentile
from tests.bench.footage import Shape, save_movie
from tests.bench.peers import LIANMAI, MPV, Player
from tests.bench.plan import Plan, say
from tests.bench.proxy import FaultyProxy, faulty_proxy
from tests.bench.pulling import arrivals
from tests.bench.report import Cell, Result, Target
from tests.bench.screen import Screen, virtual_screen
from tests.bench.servers import MediaServer, fed, lianmai_server
from tests.bench.stage import showing
from tests.bench.watching import Sighting, wait_for_strips, watch
from tests.processes import RunningProcess, running

SIZE, KBPS = "640x360@15", 800
_WINDOW = Rect(0, 0, 640, 360)
_BEFORE_S, _FAULT_S, _AFTER_S = 4.0, 6.0, 8.0
_LIVE_EDGE_MS = 100.0
"""How much later than before the fault still counts as live: one and a half frames at 15 fps."""
_LATE_SHARE = 0.05
_STALL_S = 0.2
_LONGEST_S = _BEFORE_S + _FAULT_S + _AFTER_S

Fault = Callable[[FaultyProxy, float, float], None]
"""Does something to a proxy for so many seconds; gets the usual kbit/s of the stream."""


@dataclass(frozen=True)
class Recovery:
    """*seconds* after the end of the fault until live for good, ``None`` if it never was.

    *worst_ms* is the highest latency of a picture shown at all.
    """

    seconds: float | None
    worst_ms: float | None
    queue_ms: float | None = None


def network(plan: Plan) -> Result:
    """Bandwidth cut to a third, stalls of 200 ms, resets: back to the live edge."""
    rows: dict[str, dict[str, Cell]] = {}
    recoveries: list[Recovery] = []
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(640, 360))
        server = stack.enter_context(lianmai_server())
        stack.enter_context(fed(server.push_urls(1), SIZE, kbps=KBPS))
        movie = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "grainy.flv"
        save_movie(movie, Shape(parse_size(SIZE), KBPS))
        faults = {"narrow": narrow} if plan.is_quick else FAULTS
        players = [LIANMAI] if plan.is_quick else [LIANMAI, MPV]
        for name, fault in faults.items():
            for player in players:
                if player.is_installed:
                    say(f"network: {name}, {player.name} plays")
                    found = [_played(screen, server, player, fault) for _ in _turns(plan)]
                    rows[f"{player.name} plays, {name}"] = _row(found)
                    recoveries += found if player is LIANMAI else []
            say(f"network: {name}, lianmai publishes")
            found = [_published(server, f"{name}{turn}", fault, movie) for turn in _turns(plan)]
            rows[f"lianmai publishes, {name}"] = _row(found)
            recoveries += found
    title = f"{SIZE} {KBPS} kbit/s through a faulty proxy"
    return Result("network", title, rows, _targets(recoveries), _NOTES)


def narrow(proxy: FaultyProxy, duration_s: float, usual_kbps: float) -> None:
    """Let a third of the stream through."""
    proxy.bandwidth_kbps = usual_kbps / 3
    time.sleep(duration_s)
    proxy.bandwidth_kbps = None


def stalls(proxy: FaultyProxy, duration_s: float, _usual_kbps: float) -> None:
    """Let nothing through for 200 ms, once a second."""
    for _ in range(int(duration_s)):
        proxy.is_stalled = True
        time.sleep(_STALL_S)
        proxy.is_stalled = False
        time.sleep(1 - _STALL_S)


def resets(proxy: FaultyProxy, duration_s: float, _usual_kbps: float) -> None:
    """Break the connection, twice."""
    for _ in range(2):
        proxy.reset()
        time.sleep(duration_s / 2)


FAULTS: dict[str, Fault] = {"narrow": narrow, "stalls": stalls, "resets": resets}

_NOTES = [
    f"Recovery: from the fault's end (resets: from the last one) until every picture is at most"
    f" {_LIVE_EDGE_MS:g} ms",
    "later than before the fault. Lasting means never within the time watched.",
    "Queue: the publisher's own report, the highest of its two-second readings.",
]


@contextmanager
def _fault_meanwhile(proxy: FaultyProxy, fault: Fault) -> Iterator[list[float]]:
    """Let *fault* happen `_BEFORE_S` from now; the list gets its start and its end, Unix time."""
    times_s: list[float] = []

    def happen() -> None:
        passed_bytes = proxy.passed_bytes
        time.sleep(_BEFORE_S)
        usual_kbps = (proxy.passed_bytes - passed_bytes) * 8 / 1000 / _BEFORE_S
        times_s.append(time.time())
        fault(proxy, _FAULT_S, usual_kbps)
        times_s.append(time.time() if fault is not resets else time.time() - _FAULT_S / 2)

    thread = threading.Thread(target=happen, name="fault")
    thread.start()
    try:
        yield times_s
    finally:
        thread.join()


def _played(screen: Screen, server: MediaServer, player: Player, fault: Fault) -> Recovery:
    with (
        faulty_proxy(server.http) as (proxy, through),
        showing(player, screen, [f"{through}/s1.flv"], _WINDOW),
    ):
        strips = wait_for_strips(screen, 1)
        with _fault_meanwhile(proxy, fault) as times_s:
            seen = watch(screen, strips[:1], _LONGEST_S)
    return _recovery(seen.sightings[0], *times_s)


def _published(server: MediaServer, name: str, fault: Fault, movie: Path) -> Recovery:
    with (
        faulty_proxy(server.rtmp) as (proxy, through),
        running(*_joining(through, name, movie)) as peer,
    ):
        url = f"{server.http}/{name}.flv"
        arrivals(url, 2.0)
        with _fault_meanwhile(proxy, fault) as times_s:
            seen: list[Sighting] = []
            end_s = time.monotonic() + _LONGEST_S
            while (left_s := end_s - time.monotonic()) > 0:  # a reset ends the stream, and ours
                seen += arrivals(url, left_s)
        found = _recovery(seen, *times_s)
        return Recovery(found.seconds, found.worst_ms, _highest_queue_ms(peer))


def _joining(server: str, name: str, movie: Path) -> list[str]:
    room = ["--server", server, "--room", "nobody", "--user", name, "--no-play"]
    source = ["--publish", f"file:{movie},tone", "--size", SIZE, "--stamp", "--bitrate", str(KBPS)]
    return [sys.executable, "-m", "lianmai", "join", *room, *source]


def _highest_queue_ms(peer: RunningProcess) -> float | None:
    """Stop *peer* and return the highest queue it reported."""
    peer.interrupt()
    queues_ms: list[float] = []
    while True:
        try:
            line = json.loads(peer.next_line(1.0))
        except AssertionError:  # that was the last
            return max(queues_ms, default=None)
        if line.get("kind") == "publish":
            queues_ms.append(float(line["queue_ms"]))


def _recovery(seen: Sequence[Sighting], start_s: float, end_s: float) -> Recovery:
    """Tell when *seen* was live for good after a fault that lasted from *start_s* to *end_s*.

    For good: of the pictures from then on at most one in twenty is late, as on a busy machine.
    """
    before_ms = [it.latency_ms for it in seen if it.at_s < start_s]
    if not before_ms:
        raise ValueError("no picture was seen before the fault")
    limit_ms = percentile(before_ms, 50) + _LIVE_EDGE_MS
    live_s, late = None, 0
    for total, it in enumerate(reversed([it for it in seen if it.at_s > end_s]), start=1):
        late += it.latency_ms > limit_ms
        if it.latency_ms <= limit_ms and late <= total * _LATE_SHARE:
            live_s = it.at_s
    worst_ms = max(it.latency_ms for it in seen if it.at_s >= start_s)
    return Recovery(None if live_s is None else live_s - end_s, worst_ms)


def _turns(plan: Plan) -> range:
    return range(1, 2) if plan.is_quick else range(1, 4)


def _row(found: Sequence[Recovery]) -> dict[str, Cell]:
    seconds = middle([it.seconds for it in found])
    return {
        "recovery s": "lasting" if seconds is None else seconds,
        "worst latency ms": middle([it.worst_ms for it in found]),
        "queue ms": middle([it.queue_ms for it in found]),
    }


def _targets(found: Sequence[Recovery]) -> list[Target]:
    slowest_s = max((it.seconds if it.seconds is not None else float("inf")) for it in found)
    longest_ms = [it.queue_ms for it in found if it.queue_ms is not None]
    return [
        Target("slowest recovery, s", slowest_s, 2.0),
        Target("publisher's longest queue, ms", max(longest_ms, default=None), 900.0),
    ]
