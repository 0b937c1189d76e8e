"""Short files of known colours and beeps, and what a feed gives, collected."""

import threading
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from lianmai.media.capturing.feed import Feed, Item, Picture, Sound
from lianmai.media.picture.planes import blank, planes_of
from lianmai.media.worker import Stop

LUMA = {"dark": 40, "middle": 120, "light": 210}


def film(
    path: Path,
    shades: tuple[str, ...] = ("dark", "light"),
    *,
    each_s: float = 0.4,
    fps: int = 25,
    size: tuple[int, int] = (160, 90),
    has_sound: bool = True,
) -> Path:
    """Write a file that shows *shades* one after the other and hums throughout."""
    with av.open(str(path), "w") as output:
        video = output.add_stream("libx264", rate=fps) if shades else None
        audio = output.add_stream("aac", rate=44_100, layout="stereo") if has_sound else None
        if video is not None:
            video.width, video.height, video.pix_fmt = *size, "yuv420p"
            video.options = {"preset": "ultrafast", "bf": "2"}
            for number in range(round(each_s * len(shades) * fps)):
                frame = blank(*size, luma=LUMA[shades[int(number / fps / each_s)]])
                frame.pts, frame.time_base = number, Fraction(1, fps)
                output.mux(video.encode(frame))
            output.mux(video.encode(None))
        if audio is not None:
            for start in range(0, round(each_s * max(1, len(shades)) * 44_100), 1024):
                wave = 0.4 * np.sin(2 * np.pi * 500 * (start + np.arange(1024)) / 44_100)
                sound = av.AudioFrame.from_ndarray(
                    np.tile(wave.astype(np.float32), (2, 1)), "fltp", "stereo"
                )
                sound.sample_rate, sound.pts, sound.time_base = 44_100, start, Fraction(1, 44_100)
                output.mux(audio.encode(sound))
            output.mux(audio.encode(None))
    return path


def image(path: Path, name: str, size: tuple[int, int] = (160, 90)) -> Path:
    """Write a PNG file of one shade."""
    context = av.CodecContext.create("png", "w")
    context.width, context.height, context.pix_fmt = *size, "rgb24"
    context.time_base = Fraction(1, 25)
    (packet,) = context.encode(blank(*size, luma=LUMA[name]).reformat(format="rgb24"))
    path.write_bytes(bytes(packet))
    return path


def collect(feed: Feed, enough: Callable[[list[Item]], bool], timeout_s: float = 10) -> list[Item]:
    """Return what *feed* gives until it is *enough*."""
    stop = Stop()
    given: list[Item] = []
    patience = threading.Timer(timeout_s, stop.set)
    patience.start()
    try:
        with closing(feed(stop)) as items:
            for item in items:
                given.append(item)
                if enough(given):
                    return given
    finally:
        patience.cancel()
        patience.join()
    raise AssertionError(f"only {len(given)} items within {timeout_s} s")


def pictures(items: list[Item]) -> list[Picture]:
    return [item for item in items if isinstance(item, Picture)]


def sounds(items: list[Item]) -> list[Sound]:
    return [item for item in items if isinstance(item, Sound)]


def shade(picture: Picture) -> str:
    """Return which of `LUMA` the picture shows."""
    luma = float(planes_of(picture.frame)[0].mean())
    return min(LUMA, key=lambda name: abs(LUMA[name] - luma))
