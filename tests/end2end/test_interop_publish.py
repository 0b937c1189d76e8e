"""FFmpeg, mpv and PyAV publish; keys and names are refused in words their users see."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Literal

import av
import numpy as np
import pytest

from lianmai.server.gate import AccessDenied
from tests.end2end.interop import (
    PICTURE,
    PROGRAM_S,
    RelayThread,
    ffmpeg_publish,
    publishing,
    relay_thread,
    run,
)

PYAV = {"probesize": "32768", "analyzeduration": "100000"}
COLOURS = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255)}


class KeyGate:
    """Wants the key "k"."""

    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        if key != "k":
            raise AccessDenied(f"The key does not let you {action} {name!r}.")


@pytest.fixture
def relay() -> Iterator[RelayThread]:
    """Run a relay anybody may use."""
    with relay_thread() as relay:
        yield relay


def is_live(relay: RelayThread) -> None:
    relay.wait_until(lambda it: it.stats()["bytes_in"] > 5_000)


def publish_colours(url: str) -> None:
    """Publish half a second of each colour, as fast as it goes."""
    with av.open(url, "w", format="flv", timeout=(5, 5)) as container:
        stream = container.add_stream("libx264", rate=10, options={"tune": "zerolatency"})
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for colour in COLOURS.values():
            picture = np.full((90, 160, 3), colour, np.uint8)
            for _ in range(5):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        container.mux(stream.encode())


def colours_played(url: str) -> list[str]:
    """Return the colours of the pictures at *url* in their order, until the stream ends."""
    seen: list[str] = []
    opened = av.open(url, format="flv", options=PYAV, timeout=(5, 5))
    with opened as container, suppress(OSError):  # how FFmpeg's RTMP reports a hang-up
        for frame in container.decode(video=0):
            mean = frame.to_ndarray(format="rgb24").mean(axis=(0, 1))
            name = list(COLOURS)[int(mean.argmax())]
            seen += [name] if seen[-1:] != [name] else []
    return seen


@pytest.mark.parametrize("wire", ["rtmp", "http"])
def test_what_pyav_publishes_pyav_plays_in_order_to_the_end(relay: RelayThread, wire: str) -> None:
    url = relay.rtmp("colours") if wire == "rtmp" else relay.http("colours")
    seen: list[str] = []
    player = threading.Thread(target=lambda: seen.extend(colours_played(url)))
    player.start()
    relay.wait_until(lambda it: it.stats()["players"] == 1 or bool(it._relay._waiting))
    publish_colours(relay.rtmp("colours"))
    player.join(PROGRAM_S)
    assert seen == list(COLOURS)


@pytest.mark.parametrize("wire", ["rtmp", "http"])
def test_a_pyav_player_sees_the_end_when_its_publisher_dies(relay: RelayThread, wire: str) -> None:
    url = relay.rtmp("short") if wire == "rtmp" else relay.http("short")
    with publishing(ffmpeg_publish(relay.rtmp("short"))) as publisher:
        is_live(relay)
        with av.open(url, format="flv", options=PYAV, timeout=(5, 5)) as container:
            next(container.decode(video=0))
            publisher.kill()
            # A player left waiting would run into its timeout, which is an ExitError.
            with suppress(OSError):
                for _ in container.demux():
                    pass


def test_mpv_publishes(relay: RelayThread) -> None:
    url = relay.rtmp("mpv")
    options = [
        "--no-config",
        f"--o={url}",
        "--of=flv",
        "--ovc=libx264",
        "--ovcopts=g=15",
        "--no-audio",
    ]
    with publishing(["mpv", *options, f"av://lavfi:{PICTURE}"]):
        is_live(relay)
        with av.open(url, format="flv", options=PYAV, timeout=(5, 5)) as container:
            assert next(container.decode(video=0)).key_frame


def test_enhanced_rtmp_passes_through_unread(relay: RelayThread) -> None:
    """A codec the relay knows nothing about, as FFmpeg writes and reads it."""
    url = relay.rtmp("modern")
    noise = np.random.default_rng(1).integers(0, 255, (90, 160, 3), np.uint8)
    options = {"tune": "zerolatency", "preset": "ultrafast", "x265-params": "log-level=none"}
    with av.open(url, "w", format="flv", timeout=(5, 5)) as publisher:
        encoder = publisher.add_stream("libx265", rate=10, options=options)
        encoder.width, encoder.height, encoder.pix_fmt = 160, 90, "yuv420p"
        for _ in range(5):
            publisher.mux(encoder.encode(av.VideoFrame.from_ndarray(noise)))
        is_live(relay)
        with av.open(url, format="flv", options=PYAV, timeout=(5, 5)) as container:
            assert container.streams.video[0].codec_context.name == "hevc"
            assert next(container.decode(video=0)).key_frame


def test_a_second_publisher_is_told_so(relay: RelayThread) -> None:
    with publishing(ffmpeg_publish(relay.rtmp("mine"))):
        is_live(relay)
        second = run(*ffmpeg_publish(relay.rtmp("mine")))
        assert second.returncode != 0
        assert "Somebody publishes 'mine' already" in second.stderr
        assert relay.ask(lambda it: it.stats()["streams"]) == 1


def test_keys_open_and_close_streams_for_ffmpeg_and_pyav() -> None:
    with relay_thread(KeyGate()) as relay:
        refused = run(*ffmpeg_publish(relay.rtmp("alice?key=wrong")))
        assert "The key does not let you publish 'alice'" in refused.stderr
        with publishing(ffmpeg_publish(relay.rtmp("alice?key=k"))):
            is_live(relay)
            for url in (relay.rtmp("alice"), relay.http("alice?key=wrong")):
                with pytest.raises(av.FFmpegError):
                    av.open(url, format="flv", timeout=(5, 5))
            for url in (relay.rtmp("alice?key=k"), relay.http("alice?key=k")):
                with av.open(url, format="flv", options=PYAV, timeout=(5, 5)) as container:
                    assert next(container.decode(video=0)).key_frame
