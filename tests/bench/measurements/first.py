"""First picture: from wanting a stream to seeing it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from statistics import median

from lianmai.core.messages import Address
from lianmai.core.stage.geometry import Rect
from tests.bench.figures import ratio
from tests.bench.machine import punctual
from tests.bench.peers import LIANMAI, MPV, Player, joining
from tests.bench.plan import Plan, say
from tests.bench.report import Cell, Result, Target
from tests.bench.screen import Screen, virtual_screen
from tests.bench.servers import MediaServer, fed, lianmai_server
from tests.bench.spotting import Strip
from tests.bench.stage import showing
from tests.bench.staged_room import ROOM, StagedRoom, staged_room
from tests.bench.watching import LOOK_S, wait_for_strips

_WINDOW = Rect(0, 0, 1280, 720)
_PATIENCE_S = 15.0
_PAUSE_S = 0.37  # out of step with key frames, which come every two seconds
_NOTES = [
    "lianmai, pixel: a running window, from its `subscribe` to the first pixel of the picture.",
    "mpv, pixel: from its start. decoded: by `lianmai probe`, start of the pull to first picture.",
]


def first(plan: Plan) -> Result:
    """First picture, by RTMP and by HTTP-FLV: command to pixel, and to decoded picture."""
    times = 3 if plan.is_quick else 10
    found: dict[str, list[float]] = {}
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(1280, 720))
        server = stack.enter_context(lianmai_server())
        stack.enter_context(fed(server.push_urls(1), "1280x720@30", kbps=1500))
        for pull, url in (("RTMP", server.push_urls(1)[0]), ("HTTP-FLV", server.pull_urls(1)[0])):
            say(f"first picture by {pull}")
            found[f"lianmai, {pull}, pixel"] = _of_window(screen, server, pull, times)
            if MPV.is_installed:
                found[f"mpv, {pull}, pixel"] = _of_player(screen, MPV, url, times)
            found[f"lianmai, {pull}, decoded"] = [_decoded_ms(url) for _ in range(times)]
    rows = {name: _row(times_ms) for name, times_ms in found.items()}
    return Result("first", "first picture of 1280x720@30", rows, _targets(found), _NOTES)


def _of_window(screen: Screen, server: MediaServer, pull: str, times: int) -> list[float]:
    """Show and hide a stream in a running window and return the times to its first pixel, in ms."""
    rtmp, flv = server.push_urls(1)[0], server.pull_urls(1)[0]
    address = Address(rtmp, flv if pull == "HTTP-FLV" else "")
    with staged_room() as (room, ws):
        window = replace(LIANMAI, command=joining(ws, ROOM))
        with showing(window, screen, [ws], _WINDOW):
            room.wait_for_guest()
            strip = _rehearse(screen, room, address)
            return [_shown_ms(screen, room, address, strip) for _ in range(times)]


def _rehearse(screen: Screen, room: StagedRoom, address: Address) -> Strip:
    """Show the stream once to learn where it appears."""
    room.show("p", address)
    time.sleep(1.0)  # until the window has arranged itself
    (strip, *_) = wait_for_strips(screen, 1, _PATIENCE_S)
    _clear(screen, room, strip)
    return strip


def _shown_ms(screen: Screen, room: StagedRoom, address: Address, strip: Strip) -> float:
    room.show("p", address)
    seen_s = _seen_s(screen, strip)
    asked_s = room.asked_s("p")
    _clear(screen, room, strip)
    return (seen_s - asked_s) * 1000


def _clear(screen: Screen, room: StagedRoom, strip: Strip) -> None:
    room.hide("p")
    _wait_until(lambda: strip.read(screen.luma) is None)
    time.sleep(_PAUSE_S)


def _of_player(screen: Screen, player: Player, url: str, times: int) -> list[float]:
    """Start *player* again and again and return the times to its first pixel, in ms."""
    with showing(player, screen, [url], _WINDOW):
        (strip, *_) = wait_for_strips(screen, 1, _PATIENCE_S)
    return [_started_ms(screen, player, url, strip) for _ in range(times)]


def _started_ms(screen: Screen, player: Player, url: str, strip: Strip) -> float:
    _wait_until(lambda: strip.read(screen.luma) is None)
    time.sleep(_PAUSE_S)
    start_s = time.monotonic()
    with showing(player, screen, [url], _WINDOW):
        return (_seen_s(screen, strip) - start_s) * 1000


def _seen_s(screen: Screen, strip: Strip) -> float:
    """Return when a stamp can be read at *strip*, monotonic time."""
    with punctual():
        _wait_until(lambda: strip.read(screen.luma) is not None)
        return time.monotonic()


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the picture did not change within {_PATIENCE_S:g} s")
        time.sleep(LOOK_S)


def _decoded_ms(url: str) -> float:
    command = [sys.executable, "-m", "lianmai", "probe", url, "--seconds", "1"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    return float(json.loads(run.stdout.splitlines()[-1])["first_picture_ms"])


def _row(times_ms: Sequence[float]) -> dict[str, Cell]:
    return {"median ms": median(times_ms), "lowest": min(times_ms), "highest": max(times_ms)}


def _targets(found: dict[str, list[float]]) -> list[Target]:
    medians = {name: median(times) for name, times in found.items() if times}
    by_rtmp = ratio(medians["lianmai, RTMP, pixel"], medians.get("mpv, RTMP, pixel"))
    return [
        Target("RTMP to pixel, times mpv's start to pixel", by_rtmp, 0.5),
        Target("HTTP-FLV to decoded picture, ms", medians["lianmai, HTTP-FLV, decoded"], 60.0),
    ]
