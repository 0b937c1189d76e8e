"""One source kept running, whatever happens to it."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from msgspec.structs import replace

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceError
from lianmai.core.retry import Backoff
from lianmai.core.source import parse_source
from lianmai.media.capturing import source_keeper
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.capturing.picture_line import GREY_LUMA, LARGEST_ZOOM, Shot
from lianmai.media.picture.planes import BLACK_LUMA, planes_of
from tests.unit.media.capturing.sources.films import film, image
from tests.unit.media.receiving import SMALL, run, until
from tests.unit.media.watching import Reports

CAMERA = Device("camera", "fake", "Fake", "color=c=white:size=160x120:rate=15,realtime", "lavfi")
MICROPHONE = Device(
    "mic", "fake", "Fake", "sine=frequency=440:sample_rate=48000,arealtime", "lavfi"
)


class Desk:
    """A table of devices that a test plugs and unplugs."""

    def __init__(self, *devices: Device) -> None:
        self.plugged = list(devices)
        self.platform = Platform(lambda: self.plugged)


@asynccontextmanager
async def capturing(source: str, **options: Any) -> AsyncIterator[tuple[Capture, Reports]]:
    reports = Reports()
    capture = Capture(parse_source(source), SMALL, report=reports, **options)
    task = asyncio.create_task(capture.run())
    try:
        yield capture, reports
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_keeper, "RETRY", Backoff(first_s=0.1, longest_s=0.2))


async def next_shot(capture: Capture, luma: int, tolerance: int = 4) -> Shot:
    """Wait for a picture of that mean brightness."""
    async with asyncio.timeout(10):
        while True:
            if (shot := capture.shots.take()) is not None:
                pixels = planes_of(shot.frame)[0][60:120, 120:200]
                if abs(float(pixels.mean()) - luma) <= tolerance:
                    return shot
            await asyncio.sleep(0.01)


async def loudness(capture: Capture) -> float:
    """Return the peak of the next 100 ms of sound."""
    start, count = round(capture_clock() * SAMPLE_RATE_HZ), SAMPLE_RATE_HZ // 10
    async with asyncio.timeout(5):
        while (samples := capture.read_sound(start, count, capture_clock())) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return float(np.abs(samples).max())


def test_a_camera_and_its_microphone_are_captured() -> None:
    async def scenario() -> None:
        desk = Desk(CAMERA, MICROPHONE)
        async with capturing("camera", platform=desk.platform) as (capture, reports):
            shot = await next_shot(capture, 235)
            assert (shot.frame.width, shot.frame.height) == (320, 180)
            await until(lambda: reports.names().count("source_started") == 2)
            await asyncio.sleep(0.2)
            assert await loudness(capture) > 0.05
            assert capture.error == ""

    run(scenario())


def test_attributes_and_situations_silence_the_microphone_at_once() -> None:
    async def scenario() -> None:
        async with capturing("camera", platform=Desk(CAMERA, MICROPHONE).platform) as (capture, _):
            while await loudness(capture) < 0.05:
                pass
            capture.set_attributes(PusherAttributes(muted=True))
            await loudness(capture)  # fades
            assert await loudness(capture) == 0
            capture.set_attributes(PusherAttributes(audio_reverb_type=3))
            await loudness(capture)
            assert await loudness(capture) > 0.05
            assert capture.volume > 5
            capture.silenced = True
            await loudness(capture)
            assert await loudness(capture) == 0

    run(scenario())


@pytest.mark.slow
def test_without_a_camera_there_is_a_grey_card_a_sentence_and_the_sound(
    quick_retries: None,
) -> None:
    async def scenario() -> None:
        async with capturing("camera", platform=Desk(MICROPHONE).platform) as (capture, reports):
            await next_shot(capture, GREY_LUMA)
            assert capture.error.startswith("No camera was found: ")
            assert capture.error.endswith(".")
            assert await loudness(capture) > 0.05
            failures = [fields for name, fields in reports.lines if name == "source_failed"]
            assert failures == [  # told once
                {
                    "source": "camera",
                    "reason": capture.error,
                    "part": "picture",
                    "cause": "missing",
                }
            ]

    run(scenario())


def test_without_a_microphone_there_is_silence_and_the_picture(quick_retries: None) -> None:
    async def scenario() -> None:
        async with capturing("camera", platform=Desk(CAMERA).platform) as (capture, _):
            await next_shot(capture, 235)
            assert await loudness(capture) == 0
            assert capture.error.startswith("No microphone was found: ")

    run(scenario())


def test_a_camera_that_is_plugged_in_later_is_used(quick_retries: None) -> None:
    async def scenario() -> None:
        desk = Desk()
        async with capturing("camera,tone", platform=desk.platform) as (capture, reports):
            await until(lambda: capture.error != "")
            desk.plugged.append(CAMERA)
            await next_shot(capture, 235)
            await until(lambda: capture.error == "")
            assert reports.names() == ["source_failed", "source_started", "capture_started"]

    run(scenario())


def test_an_unplugged_camera_is_told_and_taken_back(quick_retries: None) -> None:
    async def scenario() -> None:
        short_lived = Device("camera", "a", "Fake", f"{CAMERA.address},trim=duration=0.5", "lavfi")
        desk = Desk(short_lived)
        async with capturing("camera,tone", platform=desk.platform) as (capture, reports):
            await next_shot(capture, 235)
            await until(lambda: "source_lost" in reports.names())
            assert "has stopped" in str(reports.fields("source_lost")["reason"])
            desk.plugged[:] = [CAMERA]
            await until(lambda: reports.names()[-1] == "capture_started")
            assert capture.error == ""

    run(scenario())


@pytest.mark.parametrize("kind", ["file", "image"])
def test_an_unreadable_file_ends_nothing(tmp_path: Path, kind: str, quick_retries: None) -> None:
    path = tmp_path / "later.png"
    path.write_bytes(b"not yet")

    async def scenario() -> None:
        async with capturing(f"{kind}:{path}") as (capture, _):
            await until(lambda: "later.png" in capture.error)
            image(path, "light")
            await next_shot(capture, 210)

    run(scenario())


@pytest.mark.slow
def test_the_source_can_be_changed_at_any_time(tmp_path: Path) -> None:
    path = film(tmp_path / "light.mp4", ("light",), each_s=0.5)

    async def scenario() -> None:
        async with capturing("pattern") as (capture, reports):
            await until(lambda: "source_started" in reports.names())
            before = await asyncio.to_thread(capture.shots.take, 2)
            capture.set_source(parse_source(f"file:{path}"))
            after = await next_shot(capture, 210)
            assert before is not None
            assert after.scene != before.scene
            capture.source = parse_source("none,tone")
            await next_shot(capture, GREY_LUMA)
            assert str(capture.source) == "none,tone"

    run(scenario())


def test_a_change_of_source_forgets_the_old_ones_trouble(quick_retries: None) -> None:
    async def scenario() -> None:
        async with capturing("camera,tone", platform=Desk().platform) as (capture, reports):
            await until(lambda: capture.error != "")
            capture.set_source(parse_source("pattern"))
            await until(lambda: "source_started" in reports.names())
            assert capture.error == ""

    run(scenario())


def test_more_pictures_than_wanted_are_left_out() -> None:
    async def scenario() -> None:
        fast = Device("camera", "a", "Fake", "testsrc2=size=160x120:rate=60,realtime", "lavfi")
        async with capturing("camera,tone", platform=Desk(fast).platform) as (capture, _):
            times: list[float] = []
            while len(times) < 16:
                if (shot := await asyncio.to_thread(capture.shots.take, 1)) is not None:
                    times.append(shot.at_s)
            assert 15 / (times[-1] - times[0]) == pytest.approx(15, rel=0.15)

    run(scenario())


def test_the_window_gets_small_pictures_and_one_wake() -> None:
    async def scenario() -> None:
        wakes: list[None] = []
        async with capturing("pattern", wake=lambda: wakes.append(None)) as (capture, _):
            capture.set_preview_size(100, 100)
            await until(lambda: len(wakes) == 1)
            await until(lambda: capture.preview.dropped > 1)
            assert len(wakes) == 1  # nobody took the first
            picture = capture.preview.take()
            assert picture is not None
            assert (picture.width, picture.height, picture.format.name) == (100, 56, "bgra")
            await until(lambda: len(wakes) == 2)

    run(scenario())


@pytest.mark.slow
def test_a_camera_that_hangs_is_told_and_does_not_hold_up_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_keeper, "HUNG_S", 2.0)

    async def scenario() -> None:
        slow = Device("camera", "a", "Fake", "testsrc2=rate=1/3,realtime=limit=10", "lavfi")
        async with capturing("camera,tone", platform=Desk(slow).platform) as (capture, reports):
            await next_shot(capture, GREY_LUMA)
            await until(lambda: "gives no picture" in capture.error)
            await until(lambda: capture.error == "")
            assert [it for it in reports.names() if it != "capture_started"] == [
                "source_started",
                "source_lost",
                "source_started",
            ]
            started_s = time.monotonic()
        assert time.monotonic() - started_s < 2
        await asyncio.sleep(3)  # its thread ends with the next picture

    run(scenario())


def test_the_first_picture_and_the_first_sound_are_told_once() -> None:
    async def scenario() -> None:
        desk = Desk(CAMERA, MICROPHONE)
        async with capturing("camera", platform=desk.platform) as (_, reports):
            await until(lambda: reports.names().count("capture_started") == 2)
            await asyncio.sleep(0.3)
            told = [fields["part"] for name, fields in reports.lines if name == "capture_started"]
            assert sorted(map(str, told)) == ["picture", "sound"]

    run(scenario())


def test_the_waiting_image_is_shown_in_place_of_the_camera(tmp_path: Path) -> None:
    async def scenario() -> None:
        path = image(tmp_path / "wait.png", "middle")
        attributes = PusherAttributes(video_width=320, video_height=180, waiting_image=str(path))
        async with capturing("pattern", attributes=attributes) as (capture, reports):
            capture.stand_in = "waiting_image"
            await next_shot(capture, 120)
            assert "waiting_image_failed" not in reports.names()
            capture.stand_in = "black"
            await next_shot(capture, BLACK_LUMA)

    run(scenario())


@pytest.mark.parametrize(
    ("content", "digest", "reason"),
    [
        (None, "", r"does not exist: check the path\."),
        (b"no image", "", r"cannot be read: choose a PNG or JPEG file\."),
        ("https://host/a.png?key=1", "", r"^The waiting image is an address: give the path"),
        ("an image", "0" * 32, r"is not the one that waiting-image-hash names"),
    ],
)
def test_a_waiting_image_that_cannot_be_used_is_told_and_the_picture_goes_on(
    tmp_path: Path, content: bytes | str | None, digest: str, reason: str
) -> None:
    path = str(tmp_path / "wait.png")
    if isinstance(content, bytes):
        Path(path).write_bytes(content)
    elif content == "an image":
        image(Path(path), "middle")
    elif content:
        path = content

    async def scenario() -> None:
        attributes = PusherAttributes(waiting_image=path, waiting_image_hash=digest)
        async with capturing("pattern", attributes=attributes) as (capture, reports):
            await until(lambda: "waiting_image_failed" in reports.names())
            assert re.search(reason, str(reports.fields("waiting_image_failed")["reason"]))
            await until(lambda: capture.shots.take() is not None)
            capture.set_attributes(replace(attributes, beauty=3))  # not tried again for that
            capture.stand_in = "waiting_image"
            await next_shot(capture, BLACK_LUMA)
            assert reports.names().count("waiting_image_failed") == 1

    run(scenario())


SECOND = Device("camera", "b", "Second", "color=c=0x808080:size=160x120:rate=15,realtime", "lavfi")


def test_switching_the_camera_goes_round_and_turns_the_mirror_off_and_on() -> None:
    async def scenario() -> None:
        async with capturing("camera,tone", platform=Desk(CAMERA, SECOND).platform) as (capture, _):
            await next_shot(capture, 235)
            assert capture.preview_is_mirrored
            capture.switch_camera()
            await next_shot(capture, 126)
            assert not capture.preview_is_mirrored
            capture.switch_camera()
            await next_shot(capture, 235)
            assert capture.preview_is_mirrored

    run(scenario())


def test_there_is_nothing_to_switch_to_without_a_second_camera() -> None:
    async def scenario() -> None:
        async with capturing("camera,tone", platform=Desk(CAMERA).platform) as (capture, _):
            with pytest.raises(SourceError, match=r"^There is no camera but 'Fake': connect"):
                capture.switch_camera()
            capture.set_source(parse_source("pattern"))
            with pytest.raises(SourceError, match=r"^The picture comes from no camera: "):
                capture.switch_camera()

    run(scenario())


def test_the_back_camera_comes_first_when_that_is_asked_for() -> None:
    async def scenario() -> None:
        attributes = PusherAttributes(device_position="back", video_width=320, video_height=180)
        desk = Desk(CAMERA, SECOND)
        async with capturing("camera,tone", platform=desk.platform, attributes=attributes) as it:
            await next_shot(it[0], 126)
            assert not it[0].preview_is_mirrored

    run(scenario())


@pytest.mark.parametrize(
    ("source", "choice", "is_mirrored"),
    [
        ("camera", "auto", True),
        ("camera", "disable", False),
        ("pattern", "auto", False),
        ("pattern", "enable", True),
        ("screen", "enable", False),
        ("file:a.mp4", "auto", False),
    ],
)
def test_the_preview_is_a_mirror_where_people_expect_one(
    source: str, choice: Literal["auto", "enable", "disable"], is_mirrored: bool
) -> None:
    capture = Capture(parse_source(source), SMALL)
    capture.set_attributes(PusherAttributes(local_mirror=choice))
    assert capture.preview_is_mirrored is is_mirrored


def test_zoom_goes_in_tenths_and_stays_in_its_range() -> None:
    capture = Capture(parse_source("pattern"), SMALL)
    seen = []
    for zoom in (1.0, 2.34, 0.2, 99.0):
        capture.zoom = zoom
        seen.append(capture.zoom)
    assert seen == [1.0, 2.3, 1.0, LARGEST_ZOOM]


def test_a_snapshot_is_the_newest_picture_in_full_size() -> None:
    async def scenario() -> None:
        async with capturing("pattern") as (capture, _):
            assert capture.snapshot() is None
            await until(lambda: capture.snapshot() is not None)
            picture = capture.snapshot()
            assert picture is not None
            assert (picture.width, picture.height) == (320, 180)

    run(scenario())


def test_a_size_among_the_attributes_is_used_and_one_that_was_there_before_is_not() -> None:
    async def scenario() -> None:
        async with capturing("pattern") as (capture, reports):
            await until(lambda: "capture_started" in reports.names())
            capture.set_attributes(PusherAttributes(beauty=1))
            assert capture.size == SMALL.size
            capture.set_attributes(PusherAttributes(orientation="horizontal", fps=20))
            assert str(capture.size) == "640x360@20"
            async with asyncio.timeout(10):
                while (shot := capture.shots.take()) is None or shot.frame.width != 640:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            assert reports.names() == ["source_started", "capture_started"]  # told once

    run(scenario())
