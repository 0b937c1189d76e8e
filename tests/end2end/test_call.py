"""The real program: a room server and peers in processes of their own."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from lianmai.core.invitation import Invitation
from tests.movies import make_film, name_colour
from tests.processes import RunningProcess, lianmai_process, running
from tests.tcp_proxy import tcp_proxy

SEQUENCES = {
    "anna": ["red", "green", "blue"],
    "bo": ["blue", "green", "red"],
    "cy": ["yellow", "blue", "green"],
    "window": ["green", "yellow", "red"],
}
SILENT = "cy"
NextStats = Callable[[str], dict[str, Any]]
"""Waits for the next numbers of a stream."""
FREE_PORTS = ("--port", "0", "--rtmp-port", "0", "--http-port", "0")
WATCH_S = 40.0


@pytest.fixture
def server() -> Iterator[dict[str, Any]]:
    with lianmai_process("serve", *FREE_PORTS) as process:
        yield process.next_where("ready")


def join(stack: ExitStack, ws: str, user: str, *options: str) -> RunningProcess:
    return stack.enter_context(
        lianmai_process("join", "--server", ws, "--room", "r", "--user", user, *options)
    )


def told_by(peer: RunningProcess) -> NextStats:
    """Return what reads the numbers that a headless peer prints."""

    def next_stats(stream: str) -> dict[str, Any]:
        while True:
            stats: dict[str, Any] = peer.next_where("stream", stream)
            if stats["event"] == "stats" and stats["mean_rgb"]:
                return stats

    return next_stats


def written_to(path: Path) -> NextStats:
    """Return what reads the numbers that a window writes to *path*, from its first line."""
    read: dict[str, int] = {}

    def next_stats(stream: str) -> dict[str, Any]:
        deadline = time.monotonic() + WATCH_S
        while time.monotonic() < deadline:
            lines = path.read_text().splitlines() if path.exists() else []
            own = [stats for line in lines if (stats := json.loads(line))["stream"] == stream]
            for stats in own[read.get(stream, 0) :]:
                read[stream] = read.get(stream, 0) + 1
                if stats["mean_rgb"]:
                    return dict(stats)
            time.sleep(0.1)
        raise AssertionError(f"no numbers of {stream} were written")

    return next_stats


def follows(seen: list[str], cycle: list[str]) -> bool:
    """Whether *seen* goes round in *cycle*, each colour for as long as it likes."""
    steps = [(a, b) for a, b in pairwise(seen) if a != b]
    return all(cycle[(cycle.index(a) + 1) % len(cycle)] == b for a, b in steps)


@pytest.mark.slow
def test_every_peer_sees_and_hears_every_other(server: dict[str, Any], tmp_path: Path) -> None:
    with ExitStack() as stack:
        films = {
            user: make_film(tmp_path / f"{user}.mp4", colours, beeps=user != SILENT)
            for user, colours in SEQUENCES.items()
        }
        peers = {
            user: join(stack, server["ws"], user, "--publish", f"file:{film}")
            for user, film in films.items()
            if user != "window"
        }
        window = open_window(stack, server["ws"], films["window"], tmp_path / "numbers.jsonl")
        tellers = {user: told_by(peer) for user, peer in peers.items()}
        tellers["window"] = written_to(tmp_path / "numbers.jsonl")
        for user, next_stats in tellers.items():
            for other in SEQUENCES.keys() - {user}:
                watch_until_known(next_stats, other)
        assert window.interrupt() == 130
        assert [peer.interrupt() for peer in peers.values()] == [130, 130, 130]
        assert window.stderr == ""


def open_window(stack: ExitStack, ws: str, film: Path, numbers: Path) -> RunningProcess:
    return stack.enter_context(
        lianmai_process(
            *("open", "--server", ws, "--room", "r", "--user", "window", "--join"),
            *("--publish", f"file:{film}", "--stats", str(numbers)),
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(numbers.parent)},
        )
    )


@pytest.mark.slow
def test_the_link_of_a_code_leads_into_the_room(server: dict[str, Any], tmp_path: Path) -> None:
    link = Invitation(server["ws"], "team").link
    with ExitStack() as stack:
        host = join(stack, server["ws"], "host", "--room", "team")
        host.next_event("room_joined")
        window = stack.enter_context(
            lianmai_process(
                *("open", link, "--join", "--user", "guest", "--publish", "none", "--clean"),
                env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
            )
        )
        assert host.next_event("peer_joined")["uid"] == "guest"
        assert window.interrupt() == 130


def watch_until_known(next_stats: NextStats, other: str) -> None:
    """Watch *other* until all its colours have come in order, and its sound or silence."""
    seen: list[str] = []
    loudest = 0.0
    deadline = time.monotonic() + WATCH_S
    while set(seen) != set(SEQUENCES[other]):
        assert time.monotonic() < deadline, f"of {other} only {seen} were seen"
        stats = next_stats(other)
        seen.append(name_colour(stats["mean_rgb"]))
        loudest = max(loudest, stats["volume"])
    assert follows(seen, SEQUENCES[other])
    assert (loudest > 10) == (other != SILENT)


def test_a_peer_whose_socket_dies_comes_back_unseen_by_the_others(server: dict[str, Any]) -> None:
    with ExitStack() as stack:
        proxy = stack.enter_context(tcp_proxy(urlsplit(server["ws"]).port or 0))
        anna = join(stack, server["ws"], "anna")
        anna.next_event("room_joined")
        bo = join(stack, f"ws://127.0.0.1:{proxy.port}", "bo")
        bo.next_event("room_joined")
        assert anna.next_event("peer_joined")["uid"] == "bo"
        assert proxy.cut() == 1
        bo.next_event("link_lost")
        assert bo.next_event("link_restored")["peers"] == 2
        assert bo.interrupt() == 130
        assert anna.next_line().startswith('{"event": "peer_left"')


@pytest.mark.slow
def test_a_call_goes_on_after_its_server_was_killed_and_started_again() -> None:
    with ExitStack() as stack:
        server = stack.enter_context(lianmai_process("serve", *FREE_PORTS))
        ready = server.next_where("ready")
        ports = [str(urlsplit(ready[kind]).port) for kind in ("ws", "rtmp", "http")]
        anna = join(stack, ready["ws"], "anna", "--publish", "pattern:160x120@15")
        bo = join(stack, ready["ws"], "bo")
        bo.next_event("first_picture")
        server.kill()
        for peer in (anna, bo):
            peer.next_event("link_lost")
        again = stack.enter_context(
            lianmai_process(
                *("serve", "--port", ports[0], "--rtmp-port", ports[1], "--http-port", ports[2])
            )
        )
        again.next_where("ready")
        for peer in (anna, bo):
            peer.next_event("room_joined", timeout_s=20)
        assert bo.next_event("first_picture", timeout_s=20)["stream"] == "anna"
        assert bo.interrupt() == 130
        assert anna.interrupt() == 130


def test_a_server_with_peers_in_a_room_ends_when_asked_to() -> None:
    with ExitStack() as stack:
        server = stack.enter_context(lianmai_process("serve", *FREE_PORTS))
        anna = join(stack, server.next_where("ready")["ws"], "anna", "--publish", "pattern")
        anna.next_event("push_connected")
        assert server.interrupt(timeout_s=2) == 130
        anna.next_event("link_lost")


def test_a_server_ends_with_the_one_who_started_it() -> None:
    starter = (
        "import asyncio, time\n"
        "from lianmai.processes import Child\n"
        "child = Child('serve', '--port', '0', '--rtmp-port', '0', '--http-port', '0')\n"
        "print(asyncio.run(child.start())['pid'], flush=True)\n"
        "time.sleep(60)\n"
    )
    with running(sys.executable, "-c", starter) as process:
        server = psutil.Process(int(process.next_line()))
        process.kill()
        server.wait(5)
