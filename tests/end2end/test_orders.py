"""A call that a script controls: orders go in as lines of JSON, what happens comes out."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.processes import lianmai_process
from tests.unit.media.tunes import tune

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
            '{"music": {"volume": 2}}',
            '{"switch_camera": true}',
            json.dumps({"message": "x" * 3000}),
            '{"zoom": 2.5}',
            "{}",
            '{"recover": true}',
        )
    answers = ("suspended", "order_failed", "resumed_by_page")
    told = [entry["event"] for entry in entries if entry["event"] in answers]
    assert told == ["suspended", *["order_failed"] * 10, "resumed_by_page"]
    reasons = " ".join(entry["reason"] for entry in entries if entry["event"] == "order_failed")
    for advice in (
        "did you mean 'beauty'",
        "is above max-bitrate",
        "No stream 'bo'",
        "`dance`",
        "use 0 to 1",
        "comes from no camera",
        "has 3000 bytes",
    ):
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


def test_music_is_told_as_the_phone_tells_it(tmp_path: Path) -> None:
    path = tune(tmp_path / "music.wav", 1.5)
    with (
        lianmai_process("serve", *FREE_PORTS) as server,
        subprocess.Popen(
            [
                *(sys.executable, "-m", "lianmai", "join", "--control", "--user", "anna"),
                *("--server", server.next_where("ready")["ws"], "--room", "r"),
                *("--publish", "pattern:160x120@10"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as peer,
    ):
        assert peer.stdin is not None
        assert peer.stdout is not None

        def order(music: dict[str, Any]) -> None:
            assert peer.stdin is not None
            print(json.dumps({"music": music}), file=peer.stdin, flush=True)

        told = []
        order({"play": str(tmp_path / "missing.mp3")})
        for line in peer.stdout:
            entry = json.loads(line)
            if entry["event"].startswith(("bgm", "error")):
                told.append((entry["event"], entry.get("errCode", entry.get("duration"))))
                if entry["event"] == "error":
                    order({"play": str(path), "volume": 0.5})
            if entry["event"] == "bgmcomplete":
                print('{"leave": true}', file=peer.stdin, flush=True)
        assert told == [
            ("error", 10003),
            ("bgmstart", None),
            ("bgmprogress", 1500),
            ("bgmcomplete", None),
        ]
        assert peer.wait(10) == 0


def test_what_a_page_would_be_told_is_printed() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        join = ("join", "--server", server.next_where("ready")["ws"], "--room", "r")
        phone = ("--publish", "pattern", "--pusher", "mode=RTC,max-bitrate=600", "--like", "ios")
        with lianmai_process(*join, *phone) as peer:
            told = peer.next_where("code", 1002)
            assert (told["event"], told["stream"]) == ("statechange", "me")
            assert told["message"]
            status = peer.next_event("netstatus")
            assert (status["videoWidth"], status["videoHeight"]) == (360, 640)
            assert peer.interrupt() == 130
