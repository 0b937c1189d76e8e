"""Cameras, microphones and screens: FFmpeg's generators stand in for hardware, through the same
table and the same code."""

import errno
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import av
import numpy as np
import pytest

from lianmai.core.errors import SourceError
from lianmai.core.source import Size
from lianmai.media.capturing.devices import Device, Kind, Platform
from lianmai.media.capturing.sources import device as device_module
from lianmai.media.capturing.sources.device import camera, camera_wishes, microphone, screen
from lianmai.media.worker import Stop
from tests.unit.media.capturing.sources.films import collect, pictures, sounds

SIZE = Size(640, 360, 15)


def platform(kind: Kind, address: str, form: str = "lavfi") -> Platform:
    return Platform(lambda: [Device(kind, "fake", "Fake", address, form)])


def test_a_camera_gives_what_it_has_whatever_was_asked_for() -> None:
    fake = platform("camera", "testsrc2=size=352x288:rate=25,realtime,format=yuyv422")
    given = collect(camera("", SIZE, fake), lambda items: len(items) >= 5)
    assert {(it.frame.width, it.frame.height) for it in pictures(given)} == {(352, 288)}


def test_a_camera_is_asked_for_size_and_rate_first_and_for_nothing_in_the_end() -> None:
    small = camera_wishes(Size(640, 360, 15), {"input_format": "mjpeg"})
    assert small[0] == {"video_size": "640x360", "framerate": "15"}
    assert small[-1] == {}
    large = camera_wishes(Size(1280, 720, 30), {"input_format": "mjpeg"})
    assert large[0] == {"video_size": "1280x720", "framerate": "30", "input_format": "mjpeg"}
    assert {"video_size": "1280x720", "framerate": "30"} in large


def test_a_camera_that_refuses_a_wish_is_asked_for_the_next() -> None:
    fake = Platform(
        lambda: [Device("camera", "fake", "Fake", "testsrc2=size=160x120,realtime", "lavfi")],
        compressed={"format_that_nobody_knows": "1", "graph": "nonsense"},
    )
    given = collect(camera("", Size(1280, 720, 30), fake), lambda items: len(items) >= 2)
    assert (pictures(given)[0].frame.width, pictures(given)[0].frame.height) == (160, 120)


def test_a_cameras_pictures_are_timed_by_their_arrival() -> None:
    fake = platform("camera", "testsrc2=size=160x120:rate=50,realtime")
    started_s = time.monotonic()
    given = collect(camera("", SIZE, fake), lambda items: len(items) >= 20)
    times = [picture.at_s for picture in pictures(given)]
    assert started_s <= times[0] <= times[-1] <= time.monotonic()
    assert times == sorted(times)


def test_a_microphone_is_brought_to_mono_at_the_encoders_rate() -> None:
    fake = platform(
        "mic", "sine=frequency=440:sample_rate=44100,aformat=channel_layouts=stereo,arealtime"
    )
    given = collect(
        microphone("", fake), lambda items: sum(len(it.samples) for it in sounds(items)) > 24_000
    )
    samples = np.concatenate([sound.samples for sound in sounds(given)])
    spectrum = np.abs(np.fft.rfft(samples))
    assert int(spectrum.argmax()) * 48_000 / len(samples) == pytest.approx(440, abs=5)


@pytest.mark.parametrize(
    ("feed", "sentence"),
    [
        (camera("", SIZE, Platform(list)), "No camera was found: connect one, or choose the test"),
        (
            microphone("", Platform(list)),
            "No microphone was found: connect one, or choose the tone",
        ),
        (screen(SIZE, Platform(list)), "No screen was found: choose another source"),
    ],
)
def test_a_missing_device_is_one_sentence(feed: object, sentence: str) -> None:
    with pytest.raises(SourceError, match=f"^{sentence}.*\\.$"):
        next(feed(Stop()))  # type: ignore[operator]


def test_a_device_that_is_gone_is_named() -> None:
    fake = platform("camera", "/dev/video-that-was-here", "v4l2")
    with pytest.raises(SourceError, match=r"^Camera 'Fake' is gone: connect it again, or"):
        next(camera("", SIZE, fake)(Stop()))


def test_a_device_that_is_no_camera_is_refused() -> None:
    fake = platform("camera", "/dev/null", "v4l2")
    with pytest.raises(SourceError, match=r"^Camera 'Fake' cannot be opened"):
        next(camera("", SIZE, fake)(Stop()))


@pytest.mark.parametrize(
    ("code", "words", "cause"),
    [
        (errno.EBUSY, "is in use by another program: close that one", "busy"),
        (errno.EACCES, "is not allowed to be used: permit it", "refused"),
        (errno.ENODEV, "is gone", "missing"),
        (errno.EIO, "cannot be opened", "unknown"),
    ],
)
def test_each_refusal_has_its_sentence_and_cause(code: int, words: str, cause: str) -> None:
    fake = Device("camera", "fake", "Fake", "fake", "v4l2")
    error = av.error.OSError(code, "refused")
    failure = device_module._failure(fake, error)
    assert words in str(failure)
    assert failure.cause == cause


def test_an_unplugged_camera_ends_with_a_sentence() -> None:
    fake = platform("camera", "testsrc2=size=160x120:rate=50:duration=0.2,realtime")
    feed = camera("", SIZE, fake)(Stop())
    assert next(feed)
    with pytest.raises(SourceError, match=r"^Camera 'Fake' has stopped: connect it again"):
        list(feed)


def test_stop_lets_go_of_the_device() -> None:
    stop = Stop()
    feed = camera("", SIZE, platform("camera", "testsrc2=size=160x120:rate=50,realtime"))(stop)
    next(feed)
    stop.set()
    assert list(feed) == []


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A screen nobody sees, white all over."""
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "320x200x24", "-wr", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)


def test_the_screen_is_seen(display: str) -> None:
    fake = platform("screen", display, "x11grab")
    given = collect(screen(SIZE, fake), lambda items: len(items) >= 3)
    frame = pictures(given)[-1].frame
    assert (frame.width, frame.height) == (320, 200)
    assert frame.to_ndarray(format="gray").mean() > 240


def test_a_screen_that_is_not_there_is_refused() -> None:
    with pytest.raises(SourceError, match=r"^Screen 'Fake' cannot be opened"):
        next(screen(SIZE, platform("screen", ":987", "x11grab"))(Stop()))
