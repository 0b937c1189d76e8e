"""Mixing from the command line, judged by FFmpeg's programs and by our own player."""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.end2end.interop import SOUND, VIDEO, RelayThread, publishing, relay_thread, run
from tests.processes import RunningProcess, lianmai_process

RED, BLUE, WHITE = (220, 20, 20), (20, 20, 220), (255, 255, 255)
RUNNING, ENDED = 505, 511
PATIENCE_S = 10.0
Rect = tuple[int, int, int, int]
TONES_HZ = {"a": 440, "b": 1320}
LEFT, RIGHT = (40, 60, 240, 180), (361, 121, 241, 181)
LIANMAI = sys.executable, "-m", "lianmai"
QUICK = {"probesize": "32768", "analyzeduration": "500000"}


def guest(url: str, colour: str, tone_hz: int) -> list[str]:
    """Return a command that publishes one colour, 4:3, with one tone."""
    picture, sound = f"color=0x{colour}:size=320x240:rate=15", f"sine=f={tone_hz}:r=48000"
    inputs = ["-re", "-f", "lavfi", "-i", picture, "-re", "-f", "lavfi", "-i", sound]
    louder = ["-af", "volume=3"]
    return ["ffmpeg", "-v", "error", *inputs, *VIDEO, *louder, *SOUND, "-f", "flv", url]


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayThread]:
    """Run a relay to which "a" sends red and "b" blue, each with a tone."""
    with (
        relay_thread() as relay,
        publishing(guest(relay.rtmp("a"), "dc1414", TONES_HZ["a"])),
        publishing(guest(relay.rtmp("b"), "1414dc", TONES_HZ["b"])),
    ):
        relay.wait_until(lambda it: it.stats()["bytes_in"] > 20_000)
        yield relay


def user(uid: object, rect: Rect, **more: Any) -> dict[str, Any]:
    x, y, width, height = rect
    return {"uid": uid, "x": x, "y": y, "width": width, "height": height, "adaption": 1, **more}


def task(relay: RelayThread, name: str, *users: dict[str, Any], **more: Any) -> dict[str, Any]:
    canvas = {"width": 640, "height": 360, "color": 0xFFFFFF}
    return {
        "taskId": name,
        "streamUrl": relay.rtmp(f"{name}?key=secret"),
        "layout": {"canvas": canvas, "users": users, "images": more.pop("images", [])},
        "inputs": {"a": relay.http("a"), "b": relay.rtmp("b")},
        "config": {"videoParam": {"fps": 15, "gop": 1.0}, "audioParam": {"bitRate": 96}},
        **more,
    }


@contextmanager
def mixing(folder: Path, *tasks: dict[str, Any]) -> Iterator[RunningProcess]:
    """Run *tasks* and wait until they are pushed."""
    path = folder / "tasks.json"
    path.write_text(json.dumps({"rtmpTasks": tasks}))
    arguments = "mix", "--control", "--out", str(folder), "--task", str(path)
    with lianmai_process(*arguments, hears=True) as process:
        for _ in tasks:
            process.next_where("code", RUNNING)
        yield process


class Viewer:
    """Watches a stream over one connection, in a thread."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.times_s: list[float] = []
        self.newest: NDArray[np.uint8] = np.zeros((1, 1, 3), np.uint8)
        self.failure = ""
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="viewer")
        self._thread.start()

    def wait_for(self, claim: Callable[[NDArray[np.uint8]], bool]) -> None:
        """Return when the newest picture is as claimed."""
        deadline = time.monotonic() + PATIENCE_S
        while not claim(self.newest):
            assert not self.failure, self.failure
            assert time.monotonic() < deadline, "it is not to be seen"
            time.sleep(0.02)

    def close(self) -> None:
        self._ending.set()
        self._thread.join()

    def _watch(self) -> None:
        try:
            with av.open(self._url, "r", timeout=(5, 5), container_options=QUICK) as container:
                for frame in container.decode(video=0):
                    self.times_s.append(frame.time or 0.0)
                    self.newest = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
                    if self._ending.is_set():
                        return
        except av.FFmpegError as error:
            self.failure = str(error)


@contextmanager
def viewing(url: str) -> Iterator[Viewer]:
    viewer = Viewer(url)
    try:
        yield viewer
    finally:
        viewer.close()


def shows(colour: tuple[int, int, int], rect: Rect) -> Callable[[NDArray[np.uint8]], bool]:
    """Return what is true of a picture with *colour* in *rect*, exact to 2 px."""
    x, y, width, height = rect

    def claim(picture: NDArray[np.uint8]) -> bool:
        if picture.shape[0] < y + height:
            return False
        inside = picture[y + 3 : y + height - 3, x + 3 : x + width - 3].reshape(-1, 3)
        return bool(np.abs(inside.astype(int) - colour).max() < 60)

    return claim


def is_tile(colour: tuple[int, int, int], rect: Rect) -> Callable[[NDArray[np.uint8]], bool]:
    """Return what is true of a picture with *colour* in *rect* and nowhere around it."""
    x, y, width, height = rect

    def claim(picture: NDArray[np.uint8]) -> bool:
        if not shows(colour, rect)(picture):
            return False
        is_like = np.abs(picture.astype(int) - colour).max(axis=2) < 60
        outside = is_like.copy()
        outside[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2] = False
        return not outside.any()

    return claim


def test_ffmpeg_sees_every_member_in_its_place_and_hears_both(
    relay: RelayThread, tmp_path: Path
) -> None:
    with mixing(tmp_path, task(relay, "m", user("a", LEFT), user("b", RIGHT))) as process:
        with viewing(relay.rtmp("m")) as viewer:
            viewer.wait_for(lambda seen: is_tile(RED, LEFT)(seen) and is_tile(BLUE, RIGHT)(seen))
            corners = viewer.newest[[5, 5, -5, -5], [5, -5, 5, -5]].astype(int)
        assert np.abs(corners - WHITE).max() < 20
        wave = tmp_path / "sound.f32"
        heard = run(
            *("ffmpeg", "-v", "error", "-i", relay.http("m"), "-t", "1.5", "-vn"),
            *("-ac", "1", "-ar", "48000", "-f", "f32le", str(wave)),
        )
        assert (heard.returncode, heard.stderr) == (0, "")
        probed = json.loads(run(*LIANMAI, "probe", relay.http("m"), "--seconds", "2").stdout)
        assert process.interrupt() == 130
    tones_hz = loudest_hz(np.fromfile(wave, np.float32))
    assert tones_hz == pytest.approx(sorted(TONES_HZ.values()), abs=8)
    assert (probed["width_px"], probed["height_px"], probed["corrupt"]) == (640, 360, 0)
    assert probed["fps"] > 10


def test_an_update_goes_on_over_the_same_connection(relay: RelayThread, tmp_path: Path) -> None:
    before = task(relay, "u", user("a", LEFT), user("b", RIGHT))
    after = task(relay, "u", user("b", LEFT), user("a", RIGHT, pushVideo=False))
    with mixing(tmp_path, before) as process, viewing(relay.http("u")) as viewer:
        viewer.wait_for(is_tile(RED, LEFT))
        process.say({"op": "mix_update", "task": after})
        viewer.wait_for(lambda seen: is_tile(BLUE, LEFT)(seen) and shows(WHITE, RIGHT)(seen))
        process.say({"op": "mix_remove", "task_id": "u"})
        states = [process.next_event("mix_state")]
    assert [state["code"] for state in states] == [ENDED]
    assert np.diff(viewer.times_s).min() > 0
    assert np.diff(viewer.times_s).max() < 1.0


def test_a_bad_item_costs_itself_alone(relay: RelayThread, tmp_path: Path) -> None:
    (tmp_path / "ground.png").write_text("no picture")
    users = user("a", LEFT), user("nobody", RIGHT), user("b", (600, 0, 100, 100))
    images = [{"url": "ground.png", "x": 0, "y": 0, "width": 640, "height": 360}]
    path = tmp_path / "task.json"
    path.write_text(json.dumps(task(relay, "bad", *users, images=images)))
    with lianmai_process("mix", "--task", str(path)) as process:
        outside, picture = (process.next_event("mix_problem") for _ in range(2))
        absent = process.next_where("state", "absent")
        with viewing(relay.http("bad")) as viewer:
            viewer.wait_for(is_tile(RED, LEFT))
    assert "uid b" in outside["reason"]
    assert ("images[0]" in picture["reason"], picture["code"]) == (True, 1512)
    assert absent["uid"] == "nobody"
    assert "secret" not in process.stderr + json.dumps([outside, picture, absent])


def test_tasks_live_and_end_by_themselves(relay: RelayThread, tmp_path: Path) -> None:
    tasks = [task(relay, f"t{number}", user("a", LEFT)) for number in range(2)]
    recorded = task(relay, "r", user("b", RIGHT), record=True, streamUrl="")
    with mixing(tmp_path, *tasks, recorded) as process:
        process.say({"op": "mix_add", "task": tasks[0]})
        refused = process.next_event("mix_refused")
        process.say({"op": "mix_remove", "task_id": "t0"})
        ended = process.next_where("code", ENDED)
        with viewing(relay.http("t1")) as viewer:
            viewer.wait_for(is_tile(RED, LEFT))
        while process.next_where("kind", "mix").get("recorded_seconds", 0) < 1:
            pass
        assert process.interrupt() == 130
    assert ("'t0'" in refused["reason"], refused["code"]) == (True, 1403)
    assert ended["task_id"] == "t0"
    [path] = tmp_path.glob("*.mp4")
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert is_tile(BLUE, RIGHT)(np.asarray(frames[-1], np.uint8))


def loudest_hz(sound: NDArray[np.float32]) -> list[float]:
    """Return the two loudest tones, lower first."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    frequencies_hz = np.fft.rfftfreq(len(sound), 1 / 48_000)
    first = frequencies_hz[int(spectrum.argmax())]
    spectrum[np.abs(frequencies_hz - first) < 100] = 0
    return sorted([float(first), float(frequencies_hz[int(spectrum.argmax())])])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "--task"), (("--control", "--server", "ws://127.0.0.1:1"), "--room")],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], said: str) -> None:
    told = run(*LIANMAI, "mix", *arguments)
    assert told.returncode == 2
    assert said in told.stderr


def test_a_file_that_is_no_task_is_named(tmp_path: Path) -> None:
    path = tmp_path / "task.json"
    path.write_text('{"taskId": "t",\n oops}')
    told = run(*LIANMAI, "mix", "--task", str(path))  # ends by itself
    assert told.returncode == 1
    assert str(path) in told.stderr
    assert "line 2" in told.stderr
