"""The other end of a push: a relay of our own, and a receiver that remembers what came.

The relay is a process of its own: PyAV 18, the last for Python 3.11, holds the interpreter while an
RTMP output connects, so a server in the same process could never answer it.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import av
import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size, parse_source
from lianmai.core.stamp import CELLS, Stamp, cell_edges, decode_cells, stamp_height
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.feed import Samples
from lianmai.media.picture.planes import Pixels, planes_of
from lianmai.media.publishing.publisher import Publisher
from lianmai.media.worker import Stop, run_in_thread
from tests.processes import RunningProcess, lianmai_process
from tests.unit.media.watching import Reports

SMALL = Encoding(Size(320, 180, 15))


@dataclass(frozen=True)
class Seen:
    """One received picture, its place on the stream's time line, and when it came."""

    time_s: float
    luma: Pixels
    is_key: bool
    unix_ms: int

    @property
    def brightness(self) -> float:
        return float(self.luma[self.luma.shape[0] // 8 :].mean())

    @property
    def stamp(self) -> Stamp | None:
        height, width = self.luma.shape
        edges, row = cell_edges(width), self.luma[stamp_height(height) // 2]
        return decode_cells([int(row[(edges[i] + edges[i + 1]) // 2]) for i in range(CELLS)])


@dataclass
class Received:
    """Everything decoded from one stream, in order."""

    pictures: list[Seen] = field(default_factory=list)
    sounds: list[tuple[float, Samples]] = field(default_factory=list)
    sound_rate_hz: int = 0

    def loud_from(self, level: float = 0.1) -> list[float]:
        """Return when sound began after 100 ms of silence, on the stream's time line."""
        starts: list[float] = []
        quiet_s = 0.0
        for time_s, samples in self.sounds:
            for index in np.flatnonzero(np.abs(samples) > level):
                at_s = time_s + float(index) / self.sound_rate_hz
                if at_s - quiet_s > 0.1:
                    starts.append(at_s)
                quiet_s = at_s
        return starts

    def loudness(self, since_s: float) -> float:
        """Return the peak of all sound later than *since_s*."""
        peaks = [np.abs(samples).max() for time_s, samples in self.sounds if time_s >= since_s]
        return float(max(peaks, default=0.0))


Enough = Callable[[Received], bool]


async def receive(url: str, enough: Enough, timeout_s: float = 15) -> Received:
    """Pull *url* until what came is *enough*."""
    received = Received()

    def pull(stop: Stop) -> None:
        options = {"probesize": "32768", "analyzeduration": "500000"}
        with av.open(url, "r", timeout=(5, 5), container_options=options) as container:
            for frame in container.decode():
                _remember(received, frame)
                if stop.is_set() or enough(received):
                    return

    async with asyncio.timeout(timeout_s):
        await run_in_thread("receiver", pull)
    return received


def _remember(received: Received, frame: object) -> None:
    if isinstance(frame, av.VideoFrame):
        unix_ms = round(time.time() * 1000)
        luma = planes_of(frame)[0].copy()
        received.pictures.append(Seen(frame.time, luma, bool(frame.key_frame), unix_ms))
    elif isinstance(frame, av.AudioFrame):
        received.sound_rate_hz = frame.sample_rate
        received.sounds.append((frame.time or 0.0, frame.to_ndarray()[0].astype(np.float32)))


def seconds(length_s: float) -> Enough:
    """Return what is content with so many seconds of picture or of sound."""

    def enough(received: Received) -> bool:
        pictures = [seen.time_s for seen in received.pictures]
        times = pictures or [time_s for time_s, _ in received.sounds]
        return bool(times) and times[-1] - times[0] > length_s

    return enough


class Relay:
    """A room server in a process of its own."""

    def __init__(self, process: RunningProcess) -> None:
        self.process = process
        ready = process.next_where("ready")
        self._rtmp, self._http = ready["rtmp"], ready["http"]
        self._names = count()

    @property
    def rtmp_port(self) -> int:
        return urlsplit(self._rtmp).port or 0

    def new_stream(self) -> tuple[str, str]:
        """Return where to push and where to pull a stream nobody has used yet."""
        name = f"stream{next(self._names)}"
        return f"{self._rtmp}/{name}", f"{self._http}/{name}.flv"


@contextmanager
def relay_process() -> Iterator[Relay]:
    with lianmai_process("serve", "--port", "0", "--rtmp-port", "0", "--http-port", "0") as process:
        yield Relay(process)


@dataclass
class Push:
    """A publisher at work, its reports, and where to find its stream."""

    capture: Capture
    publisher: Publisher
    reports: Reports
    rtmp: str
    flv: str
    pushing: asyncio.Task[None]


@asynccontextmanager
async def publishing(
    relay: Relay,
    source: str,
    encoding: Encoding = SMALL,
    *,
    attributes: PusherAttributes | None = None,
    **options: Any,
) -> AsyncIterator[Push]:
    """Capture *source* and push it to *relay*."""
    reports = Reports()
    rtmp, flv = relay.new_stream()
    capture = Capture(
        parse_source(source), encoding, report=reports, attributes=attributes, **options
    )
    publisher = Publisher(capture, encoding, report=reports, attributes=attributes)
    capturing = asyncio.create_task(capture.run())
    pushing = asyncio.create_task(publisher.push(f"{rtmp}?key=secret"))
    try:
        yield Push(capture, publisher, reports, rtmp, flv, pushing)
    finally:
        for task in (pushing, capturing):
            task.cancel()
        await asyncio.gather(pushing, capturing, return_exceptions=True)


needs_free_interpreter = pytest.mark.skipif(
    int(av.__version__.partition(".")[0]) < 19,
    reason="PyAV 18 holds the interpreter while it connects: no server here could answer",
)


async def until(condition: Callable[[], bool], timeout_s: float = 10) -> None:
    """Wait for *condition*."""
    async with asyncio.timeout(timeout_s):
        while not condition():  # noqa: ASYNC110  # it lies in another thread
            await asyncio.sleep(0.01)


def run(scenario: Coroutine[Any, Any, None], timeout_s: float = 40) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(timeout_s):
            await scenario

    asyncio.run(bounded())
