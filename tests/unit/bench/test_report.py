"""Tables and JSON say what was measured, and no target fails a run."""

import json
from pathlib import Path

from lianmai.core.stage.geometry import Rect
from tests.bench.peers import LIANMAI, MPV, joining
from tests.bench.report import Result, Target, write_json

RESULT = Result(
    "glass",
    "one stream",
    {"lianmai": {"p50 ms": 9.25, "fps": 30.0}, "mpv": {"p50 ms": 123.4}},
    [Target("p50, times mpv's", 0.5, 1.0), Target("p95", 3.0, 2.0), Target("CPU", None, 1.0)],
    ["A note."],
)


def test_the_table_has_a_row_for_each_and_a_verdict_for_each_target() -> None:
    assert RESULT.text().splitlines() == [
        "== glass: one stream",
        "            p50 ms  fps",
        "   lianmai    9.25   30",
        "   mpv         123    -",
        "   p50, times mpv's: 0.5 (target 1) met",
        "   p95: 3 (target 2) missed",
        "   CPU: - (target 1) not measured",
        "   A note.",
    ]


def test_the_file_has_figures_targets_and_what_was_measured_on(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "bench.json"
    write_json(path, [RESULT], {"machine": {"cores": 2}})
    saved = json.loads(path.read_text())
    assert saved["machine"] == {"cores": 2}
    (measurement,) = saved["measurements"]
    assert measurement["rows"]["lianmai"]["p50 ms"] == 9.25
    assert [it["verdict"] for it in measurement["targets"]] == ["met", "missed", "not measured"]


def test_a_player_of_one_stream_gets_its_url_and_place() -> None:
    command = MPV.command_line(["http://h:1/live/s1.flv"], Rect(10, 20, 640, 360))
    assert command[-2:] == ["--geometry=640x360+10+20", "http://h:1/live/s1.flv"]


def test_lianmai_gets_all_streams_as_one_room() -> None:
    urls = [f"http://h:1/live/s{number}.flv" for number in (1, 2)]
    command = LIANMAI.command_line(urls, Rect(0, 0, 640, 360))
    assert command[command.index("--server") + 1] == "http://h:1/live"
    assert command[command.index("--room") + 1] == "s1,s2"


def test_a_window_can_join_a_room_server_instead() -> None:
    command = joining("ws://h:1", "bench")
    assert command[command.index("--server") + 1] == "ws://h:1"
    assert command[command.index("--room") + 1] == "bench"
