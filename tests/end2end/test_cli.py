"""The command line as its users meet it: output, sentences, exit codes."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lianmai.core.grants import RoomToken, unseal
from tests.processes import lianmai_process

JOIN = ("join", "--server", "ws://127.0.0.1:1", "--room", "r")
FULL = Path("/dev/full")
FREE_PORTS = ("--port", "0", "--rtmp-port", "0", "--http-port", "0")


def lianmai(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lianmai", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **env},
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["join", "--room", "r"], "--server"),
        (["join", "--server", "ws://h", "--room", "r", "--publish", "webcam"], "use camera"),
        (["join", "--server", "ws://h", "--room", "r", "--size", "32x32"], "64 to 1920 px"),
        (["serve", "--port", "99999"], "not between 0 and 65535"),
        (["serve", "--require-token"], "--secret"),
        (["token", "--room", "r"], "--secret"),
        (["token", "--room", "de mo", "--secret", "s"], "1 to 64"),
        ([*JOIN, "--name", "\udcff"], "not UTF-8"),
        ([*JOIN, "--pusher", "beuty=3"], "did you mean 'beauty'"),
        ([*JOIN, "--pusher", "beauty=12"], "from 0 to 9"),
        ([*JOIN, "--player", "min-cache=3,max-cache=1"], "above max-cache"),
        ([*JOIN, "--player", "nowhere.json"], "nowhere.json"),
        ([*JOIN, "--like", "symbian"], "android"),
        (["open", "lianmai://join?room=r"], "lianmai://join?server="),
        ([], "COMMAND"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_to_write(arguments: list[str], advice: str) -> None:
    result = lianmai(*arguments)
    assert result.returncode == 2
    assert advice in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("server", "advice"),
    [
        ("ws://127.0.0.1:1", "start the server there"),
        ("ws://unknown.invalid:80", "unknown host name"),
        ("ftp://127.0.0.1", "use ws://"),
    ],
)
def test_a_server_that_cannot_be_reached_exits_with_1_and_one_sentence(
    server: str, advice: str
) -> None:
    result = lianmai("join", "--server", server, "--room", "r")
    assert result.returncode == 1
    assert advice in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_bad_room_id_is_refused_with_a_sentence() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        ws = server.next_where("ready")["ws"]
        result = lianmai("join", "--server", ws, "--room", "no spaces please")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "room" in result.stderr


def test_a_port_in_use_is_named() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        port = server.next_where("ready")["ws"].rpartition(":")[2]
        result = lianmai("serve", "--port", port, "--rtmp-port", "0", "--http-port", "0")
    assert result.returncode == 1
    assert port in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_token_opens_the_room_it_was_made_for() -> None:
    made = lianmai("token", "--room", "r", "--user", "anna", LIANMAI_SECRET="hush")
    token = unseal(made.stdout.strip(), RoomToken, "hush", time.time())
    assert (token.room, token.uid, token.role) == ("r", "anna", "broadcaster")
    with lianmai_process("serve", *FREE_PORTS, "--require-token", "--secret", "hush") as server:
        ws = server.next_where("ready")["ws"]
        join = ("join", "--server", ws, "--room", "r", "--user", "anna", "--seconds", "0.2")
        assert lianmai(*join, LIANMAI_TOKEN=made.stdout.strip()).returncode == 0
        refused = lianmai(*join, "--token", "x.y")
        assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)


def test_secrets_are_not_printed() -> None:
    with lianmai_process("serve", *FREE_PORTS, "--secret", "hush-hush") as server:
        ws = server.next_where("ready")["ws"]
        join = lianmai(
            *("join", "--server", ws, "--room", "r", "--user", "anna"),
            *("--publish", "pattern:160x120@10", "--seconds", "1.5"),
        )
        assert join.returncode == 0
        assert '"push_connected"' in join.stdout
        assert "key=" not in join.stdout + join.stderr
        assert "hush-hush" not in join.stdout + join.stderr + server.stderr


def test_a_peer_thrown_out_by_its_double_exits_with_1_and_says_why() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        ws = server.next_where("ready")["ws"]
        join = ("join", "--server", ws, "--room", "r", "--user", "anna")
        with lianmai_process(*join) as first:
            first.next_event("room_joined")
            second = lianmai(*join, "--seconds", "0.5")
            assert first.wait() == 1
            assert (second.returncode, second.stderr) == (0, "")
            assert "same user id" in first.stderr
            assert len(first.stderr.splitlines()) == 1


def test_a_count_of_peers_joins_with_numbered_names() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        ws = server.next_where("ready")["ws"]
        result = lianmai(
            *("join", "--server", ws, "--room", "r", "--user", "u"),
            *("--count", "3", "--seconds", "1"),
        )
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    joined = {line["self"] for line in lines if line["event"] == "room_joined"}
    assert joined == {"u-1", "u-2", "u-3"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
def test_a_server_without_standard_output_serves_and_ends_cleanly() -> None:
    serve = f'"$0" -m lianmai serve {" ".join(FREE_PORTS)} --until-stdin-closes'
    ended = subprocess.run(
        ["sh", "-c", f"{serve} >&-", sys.executable],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 0
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
@pytest.mark.parametrize("command", ["token", "serve", "join"])
def test_output_that_cannot_be_written_is_told_in_one_sentence(command: str) -> None:
    with lianmai_process("serve", *FREE_PORTS) as server, FULL.open("w") as full:
        arguments = {
            "token": ("--secret", "s", "--room", "r"),
            "serve": FREE_PORTS,
            "join": ("--server", server.next_where("ready")["ws"], "--room", "r"),
        }
        ended = subprocess.run(
            [sys.executable, "-m", "lianmai", command, *arguments[command]],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=30,
            check=False,
        )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "Standard output cannot be written" in ended.stderr


def test_lines_are_utf8_whatever_the_locale() -> None:
    with lianmai_process("serve", *FREE_PORTS) as server:
        ws = server.next_where("ready")["ws"]
        join = ("join", "--server", ws, "--room", "r", "--user", "anna")
        source = "file:\u89c6\u9891.mp4"
        result = lianmai(*join, "--publish", source, "--seconds", "1", PYTHONIOENCODING="cp1252")
    assert (result.returncode, result.stderr) == (0, "")
    assert source in result.stdout


def test_devices_are_listed_as_json_lines() -> None:
    result = lianmai("devices")
    assert result.returncode == 0
    for line in result.stdout.splitlines():
        assert json.loads(line)["kind"] in ("camera", "mic", "screen")


def test_a_window_without_a_display_is_refused_with_a_sentence() -> None:
    result = lianmai("open", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert result.returncode == 1
    assert "no display" in result.stderr


@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--layout", "pentagon", "grid"),
        ("--geometry", "big", "WxH"),
        ("--device", "nokia", "iphone-se"),
        ("--canvas", "nowhere.json", "Cannot read nowhere.json"),
        ("--canvas", __file__, "line 1"),
    ],
)
def test_a_window_that_cannot_be_made_is_wrong_usage(option: str, value: str, advice: str) -> None:
    result = lianmai("open", option, value, QT_QPA_PLATFORM="offscreen")
    assert result.returncode == 2
    assert advice in result.stderr


@pytest.mark.slow
def test_the_demo_shows_everybody_and_leaves_nothing_behind(tmp_path: Path) -> None:
    picture, numbers = tmp_path / "demo.png", tmp_path / "numbers.jsonl"
    result = lianmai(
        *("demo", "--guests", "2", "--seconds", "9"),
        *("--screenshot", str(picture), "--stats", str(numbers)),
        DISPLAY="",
        WAYLAND_DISPLAY="",
        HOME=str(tmp_path),
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert "guest-1" in result.stdout
    assert str(picture) in result.stdout
    lines = [json.loads(line) for line in numbers.read_text().splitlines()]
    last = {line["stream"]: line for line in lines}
    assert {"me", "guest-1", "guest-2"} <= last.keys()
    assert min(line["fps"] for name, line in last.items() if name.startswith("guest")) > 10
    assert picture.stat().st_size > 10_000
