"""A mixed stream of real peers, held against the task that made it."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.processes import lianmai_process

FREE_PORTS = ("--port", "0", "--rtmp-port", "0", "--http-port", "0")
PATIENCE_S = 30.0
LARGE = {"uid": 100, "x": 0, "y": 0, "width": 640, "height": 360, "zOrder": 0, "adaption": 1}
SMALL = {"uid": 200, "x": 400, "y": 30, "width": 200, "height": 112, "zOrder": 1, "adaption": 1}


def task(url: str, *users: dict[str, Any]) -> dict[str, Any]:
    layout = {"canvas": {"width": 640, "height": 360, "color": 255}, "users": users}
    config = {"videoParam": {"fps": 10, "gop": 1.0}}
    return {"taskId": "mixed", "streamUrl": url, "layout": layout, "config": config}


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[str]:
    """Give the address of a stream in which 200 lies on 100."""
    with ExitStack() as stack:
        ready = stack.enter_context(lianmai_process("serve", *FREE_PORTS)).next_where("ready")
        url, room = f"{ready['rtmp']}/mixed", ("--server", ready["ws"], "--room", "r")
        told = tmp_path / "task.json"
        told.write_text(json.dumps(task(url, LARGE, SMALL)))
        for uid in ("100", "200"):
            sending = ("--publish", "pattern:320x180@10", "--stamp", "--no-play")
            stack.enter_context(lianmai_process("join", *room, "--user", uid, *sending))
        mixer = stack.enter_context(
            lianmai_process("mix", *room, "--user", "mixer", "--task", str(told))
        )
        mixer.next_where("code", 505)
        yield url


def check(url: str, layout: Path, *users: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    layout.write_text(json.dumps(task(url, *users)))
    arguments = ("--url", url, "--layout", str(layout), "--seconds", "0.5")
    with lianmai_process("check-layout", *arguments) as process:
        report = json.loads(process.next_line())
        return process.wait(), dict(report)


def test_a_mixed_stream_looks_as_its_task_says(mixed: str, tmp_path: Path) -> None:
    layout, deadline = tmp_path / "layout.json", time.monotonic() + PATIENCE_S
    code, report = check(mixed, layout, LARGE, SMALL)
    while code and time.monotonic() < deadline:  # until both are in the mix
        code, report = check(mixed, layout, LARGE, SMALL)
    assert (code, report["as_told"]) == (0, True), report
    assert sorted(it["uid"] for it in report["agreed"]) == ["100", "200"]
    code, report = check(mixed, layout, {**LARGE, "zOrder": 5}, {**SMALL, "x": 420})
    assert code == 1
    assert [(it["what"], it["uid"]) for it in report["differences"]] == [
        ("moved", "200"),
        ("order", "200"),
    ]
    assert report["differences"][0]["dx"] == pytest.approx(-20, abs=2)
