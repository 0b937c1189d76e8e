"""Endurance: a window of nine tiles for a long time, while everything around it changes.

usage: python -m tests.bench.soak [--minutes M] [--json FILE]

One publisher leaves and joins every five seconds, addresses are replaced, links are reset every
30 s. The exit code is 1 when something was left behind: threads, sockets, files. Times and
memory are told, not judged, as they depend on the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench import machine
from tests.bench.endurance import Sample, judge, take_sample
from tests.bench.peers import LIANMAI, Player, joining
from tests.bench.plan import say
from tests.bench.proxy import FaultyProxy, faulty_proxy
from tests.bench.report import write_json
from tests.bench.screen import virtual_screen
from tests.bench.servers import lianmai_server
from tests.bench.sound import sound_server
from tests.bench.stage import showing
from tests.bench.visitors import come_and_go, rotate
from tests.bench.watching import wait_for_strips
from tests.processes import RunningProcess, lianmai_process

ROOM = "soak"
STEADY = 8
"""Publishers that stay; the ninth comes and goes."""
_STAY_S, _RESET_S, _ROTATE_S = 5.0, 30.0, 7.0
_CYCLES = 1000
_CRASH_EVERY = 6
_PATIENCE_S = 20.0
"""How long a publisher may take to join and to leave: on a busy machine more than usual."""
_CALM_S = 8.0  # replaced addresses live on for five seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run for the time asked for and return the exit code."""
    parser = argparse.ArgumentParser(prog="soak", description="Run Lianmai for a long time.")
    parser.add_argument("--minutes", type=float, default=30.0, metavar="M")
    parser.add_argument("--json", type=Path, default=Path("build/bench/soak.json"), metavar="FILE")
    parsed = parser.parse_args(arguments)
    samples = _run(parsed.minutes * 60)
    result, left_behind = judge(samples, parsed.minutes)
    print(result.text())
    write_json(parsed.json, [result], {"machine": machine.description()})
    print(f"Saved as {parsed.json}")
    for what in left_behind:
        print(f"Left behind: {what}", file=sys.stderr)
    return 1 if left_behind else 0


def _run(duration_s: float) -> list[Sample]:
    """Soak, and return what was measured all the while; the last two are around the cycles."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        screen = stack.enter_context(virtual_screen())
        server = stack.enter_context(lianmai_server())
        (near, near_ws), (far, far_ws) = (
            stack.enter_context(faulty_proxy(server.ws)) for _ in range(2)
        )
        disturbances = stack.enter_context(ExitStack())
        # First in the room is its host, who may replace addresses.
        disturbances.enter_context(_in_background(partial(_rotate, server.ws)))
        stack.enter_context(_publishing(near_ws, "steady", "--count", str(STEADY)))
        stats = home / "stats.jsonl"
        window = _window(far_ws, stats)
        env = stack.enter_context(sound_server(home))
        (shown,) = stack.enter_context(showing(window, screen, [far_ws], env=env))
        wait_for_strips(screen, STEADY, 40.0)
        pids = {"window": shown.pid, "server": server.process.pid}
        disturbances.enter_context(_in_background(partial(_come_and_go, server.ws)))
        disturbances.enter_context(_in_background(partial(_reset, [near, far])))
        samples = [*_sampled(pids, stats, duration_s)]
        disturbances.close()
        say(f"soak: {_CYCLES} visitors come and go")
        time.sleep(_CALM_S)
        samples.append(take_sample(pids, stats))
        asyncio.run(come_and_go(server.ws, _CYCLES))
        time.sleep(_CALM_S)
        return [*samples, take_sample(pids, stats)]


def _sampled(pids: dict[str, int], stats: Path, duration_s: float) -> Iterator[Sample]:
    start_s, minute = time.monotonic(), 0
    while (elapsed_s := time.monotonic() - start_s) < duration_s:
        time.sleep(min(duration_s - elapsed_s, max(2.0, duration_s / 200)))
        yield take_sample(pids, stats)
        if elapsed_s // 60 > minute:
            minute = int(elapsed_s // 60)
            say(f"soak: {minute} of {duration_s / 60:g} minutes")


def _window(ws: str, stats: Path) -> Player:
    return replace(LIANMAI, command=(*joining(ws, ROOM), "--stats", str(stats)))


def _publishing(ws: str, uid: str, *options: str) -> AbstractContextManager[RunningProcess]:
    """Run publishers of the test picture and its beep."""
    room = ("--server", ws, "--room", ROOM, "--user", uid, "--no-play")
    return lianmai_process("join", *room, "--publish", "pattern", "--stamp", *options)


@contextmanager
def _in_background(disturb: Callable[[threading.Event], None]) -> Iterator[None]:
    """Run *disturb* in a thread until the block ends; if it failed, so does the block."""
    told_to_end = threading.Event()
    failures: list[Exception] = []

    def run() -> None:
        try:
            disturb(told_to_end)
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=run, name="disturbance")
    thread.start()
    try:
        yield
    finally:
        told_to_end.set()
        thread.join()
    if failures:
        raise failures[0]


def _come_and_go(ws: str, told_to_end: threading.Event) -> None:
    """Have a publisher join and leave again and again; now and then it crashes instead."""
    turn = 0
    while not told_to_end.is_set():
        with _publishing(ws, "leaver") as leaver:
            leaver.next_event("room_joined", _PATIENCE_S)
            told_to_end.wait(_STAY_S)
            turn += 1
            if turn % _CRASH_EVERY:
                leaver.interrupt(_PATIENCE_S)
            else:
                leaver.kill()
        told_to_end.wait(_STAY_S)


def _reset(proxies: Sequence[FaultyProxy], told_to_end: threading.Event) -> None:
    """Break the publishers' links to the room and the window's, in turn."""
    turn = 0
    while not told_to_end.wait(_RESET_S):
        proxies[turn % len(proxies)].reset()
        turn += 1


def _rotate(ws: str, told_to_end: threading.Event) -> None:
    """Replace the publishers' addresses, one after the other."""
    uids = [f"steady-{number}" for number in range(1, STEADY + 1)]

    async def until_told() -> None:
        rotating = asyncio.create_task(rotate(ws, ROOM, uids, _ROTATE_S))
        while not told_to_end.is_set() and not rotating.done():
            await asyncio.wait([rotating], timeout=0.2)
        rotating.cancel()
        await asyncio.gather(rotating, return_exceptions=told_to_end.is_set())

    asyncio.run(until_told())


if __name__ == "__main__":
    sys.exit(main())
