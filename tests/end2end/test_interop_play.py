"""Debian's programs and PyAV play what FFmpeg publishes."""

import json
from collections.abc import Iterator

import av
import pytest

from tests.end2end.interop import (
    QUICK_PROBE,
    RelayThread,
    ffmpeg_publish,
    publishing,
    relay_thread,
    run,
)

FORMATS = ["rtmp", "http"]
PYAV = {"probesize": "32768", "analyzeduration": "100000"}


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayThread]:
    """Run a relay to which FFmpeg has been publishing "pattern" for more than one key frame."""
    with relay_thread() as relay, publishing(ffmpeg_publish(relay.rtmp("pattern"))):
        relay.wait_until(lambda it: it.stats()["bytes_in"] > 60_000)
        yield relay


@pytest.fixture(params=FORMATS)
def url(relay: RelayThread, request: pytest.FixtureRequest) -> str:
    """Return where "pattern" plays, on each wire."""
    return relay.rtmp("pattern") if request.param == "rtmp" else relay.http("pattern")


def test_ffmpeg_plays_picture_and_sound_without_a_complaint(url: str) -> None:
    played = run(
        "ffmpeg", "-v", "warning", *QUICK_PROBE, "-i", url, "-t", "0.5", "-f", "framehash", "-"
    )
    assert played.returncode == 0
    assert played.stderr == ""
    lines = [line for line in played.stdout.splitlines() if not line.startswith("#")]
    assert {line.split(",")[0] for line in lines} == {"0", "1"}


def test_a_late_joiner_starts_with_a_key_frame_and_only_picture_and_sound(url: str) -> None:
    entries = "stream=codec_name:packet=codec_type,flags,dts"
    probed = run(
        "ffprobe", "-v", "error", *QUICK_PROBE, "-read_intervals", "%+#12",
        "-show_entries", entries, "-of", "json", url,
    )  # fmt: skip
    answer = json.loads(probed.stdout)
    assert {stream["codec_name"] for stream in answer["streams"]} == {"h264", "aac"}
    pictures = [it for it in answer["packets"] if it["codec_type"] == "video"]
    assert pictures[0]["flags"].startswith("K")
    times = [it["dts"] for it in pictures]
    assert times == sorted(times)


def test_mpv_plays(url: str) -> None:
    played = run(
        "mpv", "--no-config", "--vo=null", "--ao=null", "--profile=low-latency", "--frames=5", url
    )
    assert played.returncode == 0, played.stdout
    assert "VO: [null] 160x90" in played.stdout
    assert "AO: [null] 48000Hz" in played.stdout


def test_pyav_gets_a_picture_at_once_beginning_with_a_key_frame(url: str) -> None:
    with av.open(url, format="flv", options=PYAV, timeout=(5, 5)) as container:
        stamps: list[int] = []
        for packet in container.demux(video=0):
            for frame in packet.decode():
                assert stamps or frame.key_frame
                stamps.append(frame.pts or 0)
            if len(stamps) >= 20:
                break
    assert stamps == sorted(set(stamps))
