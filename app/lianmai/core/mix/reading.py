"""Reads mix tasks from JSON: what the vendor's `addTasks` takes, and a few things of our own.

Our own are ``inputs``, the URLs of members outside the room by uid, and ``config.videoParam``
with ``bitRate`` in kbit/s, ``fps`` and ``gop`` in seconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lianmai.core.components.sei import LONGEST_BYTES
from lianmai.core.errors import SourceError
from lianmai.core.mix.fields import Fields
from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.task import MixSettings, MixTask
from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_problems import usable
from lianmai.core.stage.canvas_reading import CanvasError, canvas_of

_TASK_ID = re.compile(r"\w{1,64}", re.ASCII)
_MOST_CHARACTERS = 1_000_000
_LONGEST_URL = 2048  # the vendor takes 256; signed addresses of others are longer


def read_tasks(text: str) -> list[MixTask]:
    """Return the tasks in *text*: one, a list of them, or an object with ``rtmpTasks``.

    Raises:
        MixProblem: If *text* is no JSON, or one of them is no task; problems that cost only an
            item or a setting are in the task.
    """
    value = decoded(text)
    if isinstance(value, Mapping) and "rtmpTasks" in value:
        value = value["rtmpTasks"]
    return [read_task(task) for task in (value if isinstance(value, list) else [value])]


def decoded(text: str) -> Any:
    """Return the value that the JSON *text* has.

    Raises:
        MixProblem: If it is none, with line and column.
    """
    if len(text) > _MOST_CHARACTERS:
        raise _malformed(
            "",
            sentence(
                "A task has at most {most_characters} characters.", most_characters=_MOST_CHARACTERS
            ),
        )
    try:
        return json.loads(text)
    except ValueError as error:
        raise _malformed("", sentence("The task is no JSON: {error}.", error=error)) from error
    except RecursionError as error:
        raise _malformed(
            "", sentence("The task is no JSON: its brackets are nested too deeply.")
        ) from error


def read_task(value: object) -> MixTask:
    """Return the task in *value*, decoded JSON.

    Raises:
        MixProblem: If it has no name, no canvas, or no target.
    """
    if not isinstance(value, Mapping):
        raise _malformed("", sentence("A task is an object with taskId, streamUrl and layout."))
    task_id, problems = _task_id(value), list[MixProblem]()
    fields = Fields(value, "", problems)
    canvas, layout_problems = _canvas(value)
    problems += layout_problems
    is_recorded = fields.flag("record")
    task = MixTask(
        task_id,
        canvas,
        _url(value, is_recorded=is_recorded),
        _settings(fields.inner("config"), problems),
        fields.texts("inputs"),
        is_recorded,
        fields.text("extraInfo", LONGEST_BYTES),
    )
    task = replace(task, problems=tuple(problems))
    _check_size(task)
    return task


def _task_id(value: Mapping[str, object]) -> str:
    task_id = value.get("taskId")
    if not isinstance(task_id, str) or not _TASK_ID.fullmatch(task_id):
        raise _malformed(
            "taskId", sentence("write 1 to 64 letters, digits and underscores in quotes.")
        )
    return task_id


def _url(value: Mapping[str, object], *, is_recorded: bool) -> str:
    url = value.get("streamUrl", "")
    if not isinstance(url, str) or len(url) > _LONGEST_URL:
        raise _malformed(
            "streamUrl",
            sentence(
                "write an address of up to {longest_url} characters.", longest_url=_LONGEST_URL
            ),
        )
    if not url and not is_recorded:
        raise _malformed(
            "streamUrl", sentence("write the rtmp:// address to push to, or set record.")
        )
    if url and not url.lower().startswith(("rtmp://", "rtmps://")):
        raise _malformed("streamUrl", sentence("it starts with neither rtmp:// nor rtmps://."))
    return url


def _settings(config: Fields, problems: list[MixProblem]) -> MixSettings:
    sound, picture, usual = config.inner("audioParam"), config.inner("videoParam"), MixSettings()
    if sound.choice("codecProfile", 0, (0, 1)) == 1:
        reason = sentence("high-efficiency AAC is not at hand, so plain AAC is sent.")
        problems.append(_malformed("config.audioParam.codecProfile", reason))
    return MixSettings(
        fps=picture.whole("fps", usual.fps, 1, 60),
        video_kbps=picture.whole("bitRate", usual.video_kbps, 0, 20_000),
        key_frame_interval_s=picture.seconds("gop", usual.key_frame_interval_s, 0.2, 20.0),
        audio_kbps=sound.whole("bitRate", usual.audio_kbps, 10, 192),
        sample_rate_hz=sound.choice("sampleRate", usual.sample_rate_hz, (32_000, 44_100, 48_000)),
        channels=sound.choice("channels", usual.channels, (1, 2)),
    )


def _canvas(value: Mapping[str, object]) -> tuple[Canvas, list[MixProblem]]:
    """Return what of the task's layout can be drawn, and what is wrong with it."""
    try:
        reading = canvas_of(value.get("layout"))
    except CanvasError as error:
        raise MixProblem(ProblemCode.LAYOUT, "layout", str(error)) from error
    problems = [MixProblem(ProblemCode.LAYOUT, "layout", str(it)) for it in reading.problems]
    return usable(reading.canvas, reading.problems), problems


def _check_size(task: MixTask) -> None:
    try:
        _ = task.encoding
    except SourceError as error:
        raise MixProblem(ProblemCode.LAYOUT, "layout.canvas", str(error)) from error


def _malformed(item: str, reason: str) -> MixProblem:
    return MixProblem(ProblemCode.MALFORMED, item, reason)
