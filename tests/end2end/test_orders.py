"""A call that a script controls: orders go in as lines of JSON, what happens comes out."""

import json
import subprocess
import sys
from typing import Any

from tests.processes import lianmai_process

FREE_PORTS = ("--port", "0", "--rtmp-port", "0", "--http-port", "0")


def entries_of(ws: str, *orders: str) -> list[dict[str, Any]]:
    """Return what a call prints that is given *orders* and then left alone."""
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "lianmai", "join", "--control", "--until-stdin-closes"),
            *("--server", ws, "--room", "r", "--user", "anna", "--publish", "pattern:160x120@10"),
        ],
        input="".join(order + "\n" for order in orders),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_orders_act_and_bad_ones_are_told_one_by_one() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        entries = entries_of(
            server.next_where("ready")["ws"],
            '{"meet": "background"}',
            "nonsense",
            "[" * 100_000,
            '{"pusher": {"beuty": 5}}',
            '{"pusher": {"min-bitrate": 900, "max-bitrate": 300}}',
            '{"player": {"muted": true}, "stream": "bo"}',
            '{"dance": true}',
            "{}",
            '{"recover": true}',
        )
    answers = ("suspended", "order_failed", "resumed_by_page")
    told = [entry["event"] for entry in entries if entry["event"] in answers]
    assert told == ["suspended", *["order_failed"] * 7, "resumed_by_page"]
    reasons = " ".join(entry["reason"] for entry in entries if entry["event"] == "order_failed")
    for advice in ("did you mean 'beauty'", "is above max-bitrate", "No stream 'bo'", "`dance`"):
        assert advice in reasons


def test_a_call_that_is_told_to_leave_leaves() -> None:
    with (
        lianmai_process("serve", *FREE_PORTS) as server,
        subprocess.Popen(
            [
                *(sys.executable, "-m", "lianmai", "join", "--control", "--user", "anna"),
                *("--server", server.next_where("ready")["ws"], "--room", "r"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as peer,
    ):
        assert peer.stdin is not None
        assert peer.stdout is not None
        while json.loads(peer.stdout.readline())["event"] != "room_joined":
            pass
        peer.stdin.write('{"leave": true}\n')
        peer.stdin.flush()
        last = [json.loads(line)["event"] for line in peer.stdout][-1]
        assert (peer.wait(10), last) == (0, "link_closed")
