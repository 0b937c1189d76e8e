"""Recording from the command line, judged by the programs that others play files with."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tests.end2end.interop import RelayThread, ffmpeg_publish, publishing, relay_thread, run
from tests.processes import RunningProcess, lianmai_process


def streams_in(path: Path) -> dict[str, Any]:
    """Return how many packets of what codec ffprobe finds."""
    probe = run(
        *("ffprobe", "-v", "error", "-count_packets", "-of", "json"),
        *("-show_entries", "stream=codec_name,nb_read_packets", str(path)),
    )
    streams = json.loads(probe.stdout)["streams"]
    return {stream["codec_name"]: int(stream["nb_read_packets"]) for stream in streams}


def recording_of(relay: RelayThread, folder: Path) -> AbstractContextManager[RunningProcess]:
    return lianmai_process("record", relay.http("guest"), "--out", str(folder))


def wait_for_seconds(recording: RunningProcess, seconds: float) -> None:
    while recording.next_where("kind", "recording")["seconds"] < seconds:
        pass


@contextmanager
def guest(key: str = "") -> Iterator[RelayThread]:
    """Run a relay to which FFmpeg publishes "guest"."""
    with relay_thread() as relay, publishing(ffmpeg_publish(relay.rtmp(f"guest{key}"))):
        relay.wait_until(lambda it: it.stats()["bytes_in"] > 10_000)
        yield relay


def test_a_recording_that_was_killed_can_be_played(tmp_path: Path) -> None:
    with guest() as relay, recording_of(relay, tmp_path) as recording:
        wait_for_seconds(recording, 3.0)
        recording.kill()
    [path] = tmp_path.iterdir()
    packets = streams_in(path)
    assert packets["h264"] >= 25
    assert packets["aac"] >= 80
    played = run("ffmpeg", "-v", "error", "-i", str(path), "-f", "null", "-")
    assert (played.returncode, played.stderr) == (0, "")


def test_one_stream_is_written_to_its_end_whatever_happens_to_another(tmp_path: Path) -> None:
    folder, key = tmp_path / "new", "?key=secret"
    with guest(key) as relay:
        urls = relay.rtmp(f"guest{key}"), f"http://127.0.0.1:1/live/nobody.flv{key}"
        with lianmai_process("record", *urls, "--out", str(folder)) as recording:
            lost = recording.next_event("recording_ended")
            wait_for_seconds(recording, 1.0)
            relay.ask(lambda it: it.end_stream("guest"))
            ended = recording.next_event("recording_ended")
            assert recording.wait() == 1
    assert (lost["stream"].rpartition("/")[2], lost["files"]) == ("nobody.flv", 0)
    assert (ended["stream"].rpartition("/")[2], ended["reason"]) == ("guest", "ended")
    assert "secret" not in recording.stderr + json.dumps([lost, ended])
    [path] = folder.iterdir()
    assert "_guest" in path.name
    assert streams_in(path)["h264"] >= 10


def test_a_stream_that_never_came_is_named(tmp_path: Path) -> None:
    with relay_thread() as relay:
        url = relay.rtmp("nobody?key=secret")
        with lianmai_process("record", url, "--out", str(tmp_path), "--seconds", "1") as recording:
            assert recording.wait() == 1
    assert "Nothing came from" in recording.stderr
    assert "live/nobody'" in recording.stderr
    assert "secret" not in recording.stderr


def test_interrupted_it_completes_the_file(tmp_path: Path) -> None:
    with guest() as relay, recording_of(relay, tmp_path) as recording:
        wait_for_seconds(recording, 1.0)
        assert recording.interrupt() == 130
    [path] = tmp_path.iterdir()
    assert streams_in(path)["aac"] >= 40


def test_a_call_is_recorded_peer_by_peer_without_being_played(tmp_path: Path) -> None:
    ports = "--port", "0", "--rtmp-port", "0", "--http-port", "0"
    with lianmai_process("serve", *ports, "--secret", "s") as server:
        room = "--server", server.next_where("ready")["ws"], "--room", "r"
        guests = "join", *room, "--user", "guest", "--count", "2", "--no-play"
        recorder = "join", *room, "--no-play", "--record", str(tmp_path / "call")
        with (
            lianmai_process(*guests, "--publish", "pattern:320x180@15"),
            lianmai_process(*recorder) as recording,
        ):
            seconds: dict[str, float] = {}
            while len(seconds) < 2 or min(seconds.values()) < 1.0:
                stats = recording.next_where("kind", "recording")
                seconds[stats["stream"]] = stats["seconds"]
            assert recording.interrupt() == 130
    paths = sorted((tmp_path / "call").iterdir(), key=lambda path: path.name[-5:])
    assert [path.stem.rpartition("_")[2] for path in paths] == ["guest-1", "guest-2"]
    assert all(streams_in(path)["h264"] >= 10 for path in paths)
