"""Starting: from the command to the window, and to the own picture in it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.machine import punctual
from tests.bench.plan import Plan, say
from tests.bench.report import Cell, Result, Target
from tests.bench.screen import Screen, virtual_screen
from tests.bench.servers import lianmai_server
from tests.bench.spotting import Strip
from tests.bench.watching import wait_for_strips
from tests.processes import running

_PATIENCE_S = 20.0
_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("window")
label.setStyleSheet("background: white")
label.resize(1280, 720)
label.show()
app.exec()
"""


@dataclass(frozen=True)
class Start:
    """Seconds from the command until something is shown, and until the own picture is."""

    window_s: float
    picture_s: float | None


def start(plan: Plan) -> Result:
    """Start, with everything in the disk cache: command to window, to live own picture."""
    times = 3 if plan.is_quick else 7
    own: list[Start] = []
    bare: list[Start] = []
    with virtual_screen(1280, 720) as screen, lianmai_server() as server:
        command = _opening(server.ws)
        strip = _rehearse(screen, command)
        for turn in range(times):
            say(f"start: round {turn + 1} of {times}")
            own.append(_started(screen, command, strip))
            bare.append(_started(screen, [sys.executable, "-c", _BARE_WINDOW], None))
    window_s = median(it.window_s for it in own)
    picture_s = median(it.picture_s for it in own if it.picture_s is not None)
    return Result(
        "start",
        "`lianmai open --join` with the test pattern, warm",
        {"lianmai": _row(own), "Qt alone": _row(bare)},
        [
            Target("command to live own picture, s", picture_s, 1.5),
            Target("command to window, s", window_s, 0.6),
        ],
        ["Window: the first pixel that is not black. Qt alone: a label, no program around it."],
    )


def _opening(ws: str) -> list[str]:
    room = ["--server", ws, "--room", "start", "--user", "me", "--join"]
    look = ["--publish", "pattern:1280x720@30", "--stamp", "--geometry", "1280x720+0+0"]
    return [sys.executable, "-m", "lianmai", "open", *room, *look]


def _rehearse(screen: Screen, command: Sequence[str]) -> Strip:
    """Start once to fill the disk cache and to learn where the own picture is, mirrored or not."""
    with tempfile.TemporaryDirectory() as home, running(*command, env=_env(screen, home)):
        time.sleep(3.0)  # for the window to arrange itself
        try:
            return wait_for_strips(screen, 1, _PATIENCE_S, mirrored=True)[0]
        except TimeoutError:
            return wait_for_strips(screen, 1, 1.0)[0]


def _started(screen: Screen, command: Sequence[str], strip: Strip | None) -> Start:
    """Start *command* on an empty screen and return what was seen when."""
    _wait_s(lambda: screen.is_blank, 0.005)
    start_s = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as home,
        running(*command, env=_env(screen, home)),
        punctual(),
    ):
        window_s = _wait_s(lambda: not screen.is_blank, 0.002)
        if strip is None:
            return Start(window_s - start_s, None)
        picture_s = _wait_s(lambda: strip.read(screen.luma) is not None, 0.002)
        return Start(window_s - start_s, picture_s - start_s)


def _wait_s(is_so: Callable[[], bool], pause_s: float) -> float:
    """Return the monotonic time at which *is_so*."""
    deadline = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the screen did not change within {_PATIENCE_S:g} s")
        time.sleep(pause_s)
    return time.monotonic()


def _env(screen: Screen, home: str) -> dict[str, str]:
    return {**screen.env, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}


def _row(starts: Sequence[Start]) -> dict[str, Cell]:
    pictures = [it.picture_s for it in starts if it.picture_s is not None]
    return {
        "window s": median(it.window_s for it in starts),
        "own picture s": median(pictures) if pictures else None,
    }
