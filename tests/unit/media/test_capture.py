"""One source kept running, whatever happens to it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.retry import Backoff
from lianmai.core.source import parse_source
from lianmai.media import source_keeper
from lianmai.media.capture import Capture
from lianmai.media.devices import Device, Platform
from lianmai.media.feed import capture_clock
from lianmai.media.picture_line import GREY_LUMA, Shot
from lianmai.media.planes import planes_of
from tests.unit.media.receiving import SMALL, run, until
from tests.unit.media.sources.films import film, image
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
