"""The pusher's netstatus, field by field, against counts made on the way and at the other end."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise

import av
import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.journal import Value
from lianmai.core.source import Size, parse_source
from lianmai.core.stats import PERIOD_S
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.publishing.publisher import Publisher
from lianmai.media.worker import Stop, run_in_thread
from tests.throttle import Network, throttle
from tests.unit.media.receiving import Relay, needs_free_interpreter, run, until

pytestmark = [needs_free_interpreter, pytest.mark.slow]
ENCODING = Encoding(Size(320, 180, 15), video_kbps=600)
NOISE = "nullsrc=size=320x180:rate=15,geq=random(1)*255:128:128,realtime"
CAMERA = Platform(lambda: [Device("camera", "noise", "Noise", NOISE, "lavfi")])
SOUNDS_PER_S = 48_000 / 1024


@dataclass(frozen=True)
class Arrived:
    """One packet at the other end, when it came, and its place on the stream's time line."""

    at_s: float
    is_video: bool
    is_key: bool
    size: int
    time_s: float


@dataclass
class Street:
    """A push through a network that counts, and a receiver that notes every packet."""

    publisher: Publisher
    network: Network
    arrived: list[Arrived] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)

    def netstatus(self) -> dict[str, Value]:
        return self.publisher.stats().netstatus()

    def lately(self, *, is_video: bool) -> list[Arrived]:
        """Return what came in the last period of the statistics."""
        since_s = time.monotonic() - PERIOD_S
        return [it for it in self.arrived if it.is_video == is_video and it.at_s > since_s]

    def receive(self, url: str, stop: Stop) -> None:
        with av.open(url, timeout=(5, 5), container_options={"probesize": "32768"}) as container:
            context = container.streams.video[0].codec_context
            self.size = context.width, context.height
            for packet in container.demux():
                is_video = packet.stream.type == "video"
                is_key = is_video and has_idr(bytes(packet))
                time_s = float(packet.pts or 0) / 1000
                now_s = time.monotonic()
                self.arrived.append(Arrived(now_s, is_video, is_key, packet.size, time_s))
                if stop.is_set():
                    return


@asynccontextmanager
async def street(relay: Relay) -> AsyncIterator[Street]:
    async with throttle(relay.rtmp_port) as network:
        rtmp, flv = relay.new_stream()
        capture = Capture(parse_source("camera,tone"), ENCODING, platform=CAMERA)
        publisher = Publisher(capture, ENCODING)
        made = Street(publisher, network)
        url = rtmp.replace(str(relay.rtmp_port), str(network.port))
        jobs = [asyncio.create_task(it) for it in (capture.run(), publisher.push(url))]
        try:
            await until(lambda: publisher.stats().fps > 2)
            receiver = run_in_thread("receiver", lambda stop: made.receive(flv, stop))
            jobs.append(asyncio.create_task(receiver))
            yield made
        finally:
            for job in reversed(jobs):
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)


def has_idr(data: bytes) -> bool:
    """Return whether there is a slice of an IDR picture in *data*, NAL units behind lengths."""
    while data:
        length = int.from_bytes(data[:4])
        if data[4] & 0x1F == 5:
            return True
        data = data[4 + length :]
    return False


def kbps(packets: list[Arrived]) -> float:
    return sum(packet.size for packet in packets) * 8 / 1000 / PERIOD_S


def test_every_number_is_what_an_onlooker_counts(relay: Relay) -> None:
    async def scenario() -> None:
        async with street(relay) as push:
            await until(lambda: sum(it.is_key for it in push.arrived) > 1)
            passed_before, before_s = push.network.passed_bytes, time.monotonic()
            await asyncio.sleep(PERIOD_S)
            seconds = time.monotonic() - before_s
            passed_kbps = (push.network.passed_bytes - passed_before) * 8 / 1000 / seconds
            told = push.netstatus()
            pictures, sounds = push.lately(is_video=True), push.lately(is_video=False)
            keys = [it.time_s for it in push.arrived if it.is_key]

        assert told["videoBitrate"] == pytest.approx(kbps(pictures), rel=0.1)
        assert told["audioBitrate"] == pytest.approx(kbps(sounds), rel=0.1)
        assert told["netSpeed"] == pytest.approx(passed_kbps, rel=0.1)
        assert told["videoFPS"] == pytest.approx(len(pictures) / PERIOD_S, abs=1)
        gaps = [later - earlier for earlier, later in pairwise(keys)]
        assert told["videoGOP"] == pytest.approx(gaps[-1], abs=0.1)
        assert (told["videoWidth"], told["videoHeight"]) == push.size == (320, 180)
        assert told["videoCache"] in (0, 1)
        assert told["audioCache"] in (0, 1)
        assert 0 <= float(told["netJitter"] or 0) < 20
        assert "netQualityLevel" not in told  # as on a phone that publishes to plain rtmp

    run(scenario())


def test_what_waits_for_a_slow_network_is_counted(relay: Relay) -> None:
    async def scenario() -> None:
        async with street(relay) as push:
            calm_ms = float(push.netstatus()["netJitter"] or 0)
            push.network.bytes_per_s = 0.0
            await until(lambda: push.publisher.stats().queue_ms > 450)
            waiting, waited_s = push.netstatus(), push.publisher.stats().queue_ms / 1000
            push.network.bytes_per_s = float("inf")
            await until(lambda: push.publisher.stats().queue_ms < 50)
            after = push.netstatus()

        assert waiting["videoCache"] == pytest.approx(waited_s * 15, abs=2)
        assert waiting["audioCache"] == pytest.approx(waited_s * SOUNDS_PER_S, abs=4)
        assert after["videoCache"] in (0, 1)
        assert after["audioCache"] in (0, 1, 2)
        assert float(after["netJitter"] or 0) > calm_ms + 5

    run(scenario())
