import json
from typing import Any

import pytest

from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.reading import read_task, read_tasks
from lianmai.core.mix.task import MixSettings
from lianmai.core.resources import resource
from lianmai.core.stage.geometry import Rect

# As the vendor's guide prints it, both members in one place included.
GUIDE = """{"rtmpTasks": [{
  "taskId": "task_1", "streamUrl": "rtmp://host/live/1?key=secret", "record": true, "hostUid": 12,
  "layout": {
    "canvas": {"width": 1280, "height": 720, "color": 16777215},
    "users": [
      {"uid": 12, "x": 0, "y": 0, "width": 640, "height": 360, "adaption": 1,
       "pushAudio": true, "pushVideo": true},
      {"uid": 13, "x": 0, "y": 0, "width": 640, "height": 360, "adaption": 0,
       "pushAudio": false, "pushVideo": true}
    ],
    "images": [{"url": "ground.png", "x": 0, "y": 0, "width": 1280, "height": 720}]
  },
  "config": {"audioParam": {"bitRate": 128, "channels": 1, "sampleRate": 44100,
    "codecProfile": 0, "singleVideoNoTrans": true}},
  "extraInfo": "hello"
}]}"""


def task_with(**changes: Any) -> dict[str, Any]:
    canvas = {"width": 640, "height": 360}
    layout = {"canvas": canvas, "users": [user("a")], **changes.pop("layout", {})}
    return {"taskId": "t", "streamUrl": "rtmp://h/live/t", "layout": layout} | changes


def user(uid: str, **changes: Any) -> dict[str, Any]:
    return {"uid": uid, "x": 0, "y": 0, "width": 320, "height": 180, "adaption": 1} | changes


def test_the_vendors_guide_is_understood() -> None:
    [task] = read_tasks(GUIDE)
    assert (task.task_id, task.record, task.url) == (
        "task_1",
        True,
        "rtmp://host/live/1?key=secret",
    )
    assert (task.canvas.width_px, task.canvas.height_px, task.canvas.color) == (1280, 720, 0xFFFFFF)
    assert [it.uid for it in task.canvas.users] == ["12", "13"]
    assert [it.fit for it in task.canvas.users] == ["cover", "contain"]
    assert [it.push_audio for it in task.canvas.users] == [True, False]
    assert task.canvas.images[0].rect == Rect(0, 0, 1280, 720)
    assert task.settings == MixSettings(audio_kbps=128, channels=1, sample_rate_hz=44_100)
    assert task.extra_info == "hello"
    assert ["hides it" in str(it) for it in task.problems] == [True]


def test_the_documented_task_is_understood() -> None:
    document = resource("mixing/task.md").read_text("utf-8")
    [task] = read_tasks(document.partition("```json")[2].partition("```")[0])
    assert not task.problems
    assert task.inputs == {"bo": "http://example.com/live/bo.flv"}


def test_a_canvas_in_our_own_form_will_do() -> None:
    tile = {"peer": "a", "x": 0, "y": 0, "width": 64, "height": 64, "z": 3, "fit": "contain"}
    canvas = {"width": 640, "height": 360, "color": "#102030"}
    layout = {"format": "lianmai-canvas", "version": 1, "canvas": canvas, "tiles": [tile]}
    task = read_task(task_with() | {"layout": layout})
    assert not task.problems
    assert (task.canvas.color, task.canvas.users[0].fit) == (0x102030, "contain")


def test_one_task_or_a_list_will_do() -> None:
    one = task_with()
    assert [it.task_id for it in read_tasks(json.dumps(one))] == ["t"]
    assert len(read_tasks(json.dumps([one, one]))) == 2


def test_own_settings_reach_the_encoder() -> None:
    config = {"videoParam": {"bitRate": 900, "fps": 25, "gop": 1.5}}
    encoding = read_task(task_with(config=config)).encoding
    assert (encoding.target_kbps, encoding.size.fps) == (900, 25)
    assert encoding.key_frame_interval_s == 1.5


def test_odd_canvases_go_down_to_even_ones() -> None:
    task = read_task(task_with(layout={"canvas": {"width": 641, "height": 361}}))
    assert (task.encoding.size.width_px, task.encoding.size.height_px) == (640, 360)


@pytest.mark.parametrize(
    ("layout", "named", "left"),
    [
        ({"users": [user("a"), user("b", x=400)]}, "b", ["a"]),
        ({"users": [user("a", width=0), user("b")]}, "a", ["b"]),
        ({"users": [user("a"), user("a", y=180)]}, "a", ["a"]),
        ({"users": ["nobody", user("b")]}, "users[0]", ["b"]),
    ],
)
def test_a_bad_item_is_named_and_the_rest_is_kept(
    layout: dict[str, Any], named: str, left: list[str]
) -> None:
    task = read_task(task_with(layout=layout))
    assert named in str(task.problems[0])
    assert task.problems[0].code == ProblemCode.LAYOUT
    assert [it.uid for it in task.canvas.users] == left


@pytest.mark.parametrize(
    ("config", "item"),
    [
        ({"audioParam": {"bitRate": 500}}, "config.audioParam.bitRate"),
        ({"audioParam": {"sampleRate": 16_000}}, "config.audioParam.sampleRate"),
        ({"audioParam": {"channels": True}}, "config.audioParam.channels"),
        ({"audioParam": "loud"}, "config.audioParam"),
        ({"audioParam": {"codecProfile": 1}}, "config.audioParam.codecProfile"),
        ({"videoParam": {"fps": 0}}, "config.videoParam.fps"),
        ({"videoParam": {"gop": "two"}}, "config.videoParam.gop"),
        ([], "config"),
    ],
)
def test_a_bad_setting_is_named_and_costs_itself_alone(config: object, item: str) -> None:
    task = read_task(task_with(config=config))
    assert [it.item for it in task.problems] == [item]
    assert task.settings == MixSettings()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"taskId": "no spaces"}, "taskId"),
        ({"taskId": 7}, "taskId"),
        ({"streamUrl": ""}, "streamUrl"),
        ({"streamUrl": "http://h/x"}, "rtmp://"),
        ({"layout": None}, "layout"),
        ({"layout": {"canvas": {"width": 0, "height": 0}}}, "canvas"),
        ({"layout": {"canvas": {"width": 4000, "height": 360}}}, "canvas"),
    ],
)
def test_what_is_no_task_is_refused_by_name(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(MixProblem, match=said):
        read_task(task_with() | changes)


@pytest.mark.parametrize(
    ("changes", "item"),
    [({"extraInfo": "x" * 3000}, "extraInfo"), ({"record": "yes"}, "record")],
)
def test_what_goes_along_is_checked_once(changes: dict[str, Any], item: str) -> None:
    assert [it.item for it in read_task(task_with(**changes)).problems] == [item]


def test_bad_json_says_where() -> None:
    with pytest.raises(MixProblem, match="line 2"):
        read_tasks('{"taskId": "t",\n oops}')


@pytest.mark.parametrize("text", ["[" * 100_000, "7", '"text"', "null", '{"rtmpTasks": 3}'])
def test_other_json_is_no_task(text: str) -> None:
    with pytest.raises(MixProblem):
        read_tasks(text)


def test_keys_are_not_shown() -> None:
    task = read_task(
        task_with(streamUrl="rtmp://h/x?key=secret", inputs={"a": "http://h?k=secret"})
    )
    assert "secret" not in repr(task)
