"""Bitrate and size follow a real network that becomes slow and recovers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import av
import pytest

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.journal import Value
from lianmai.core.source import Size, parse_source
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.playing.player import Player
from lianmai.media.publishing.publisher import Publisher
from lianmai.media.worker import Stop, run_in_thread
from tests.throttle import Network, throttle
from tests.unit.media.receiving import Relay, needs_free_interpreter, run, until
from tests.unit.media.watching import Reports

pytestmark = [needs_free_interpreter, pytest.mark.slow]
SIZE = Size(480, 270, 15)
NOISE = "nullsrc=size=240x136:rate=15,geq=random(1)*255:128:128,realtime"
CAMERA = Platform(lambda: [Device("camera", "noise", "Noise", NOISE, "lavfi")])
CALL = PusherAttributes(video_width=480, video_height=270, min_bitrate=100, max_bitrate=600)


def sizes_in(reports: Reports, *names: str) -> list[tuple[int, int]]:
    found = [fields for name, fields in reports.lines if name in names]
    return [(_whole(it["width_px"]), _whole(it["height_px"])) for it in found]


def _whole(value: Value) -> int:
    assert isinstance(value, int)
    return value


class Sender:
    """A publisher behind a network that can become slow."""

    def __init__(self, attributes: PusherAttributes) -> None:
        self.reports = Reports()
        self.capture = Capture(
            parse_source("camera,tone"),
            Encoding(SIZE),
            stamp_sender=1,
            platform=CAMERA,
            report=self.reports,
            attributes=attributes,
        )
        self.publisher = Publisher(
            self.capture, Encoding(SIZE), report=self.reports, attributes=attributes
        )
        self.longest_queue_ms = 0.0

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            queue_ms = self.publisher.stats().queue_ms
            self.longest_queue_ms = max(self.longest_queue_ms, queue_ms)

    @property
    def rates(self) -> list[int]:
        """Every bitrate there was, in order."""
        names = ("encoder_started", "bitrate_changed")
        return [_whole(fields["kbps"]) for name, fields in self.reports.lines if name in names]

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Every size there was, in order."""
        return sizes_in(self.reports, "encoder_started", "push_size_changed")


@asynccontextmanager
async def sending(
    relay: Relay, attributes: PusherAttributes
) -> AsyncIterator[tuple[Sender, Network, str]]:
    async with throttle(relay.rtmp_port) as network:
        rtmp, flv = relay.new_stream()
        sender = Sender(attributes)
        push = sender.publisher.push(rtmp.replace(str(relay.rtmp_port), str(network.port)))
        jobs = [asyncio.create_task(it) for it in (sender.capture.run(), push, sender.watch())]
        try:
            await until(lambda: sender.publisher.stats().fps > 10)
            yield sender, network, flv
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)


async def pulled_sizes(flv: str, last: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the sizes that FFmpeg decodes, in order, until *last* comes again."""
    sizes: list[tuple[int, int]] = []

    def pull(stop: Stop) -> None:
        with av.open(flv, "r", timeout=(5, 5)) as container:
            for frame in container.decode(video=0):
                size = (frame.width, frame.height)
                sizes.extend([size] if sizes[-1:] != [size] else [])
                if stop.is_set() or (len(sizes) > 1 and size == last):
                    return

    await run_in_thread("receiver", pull)
    return sizes


def test_the_bitrate_falls_below_a_third_of_the_bandwidth_and_returns(relay: Relay) -> None:
    async def scenario() -> None:
        async with sending(relay, CALL) as (sender, network, flv):
            pulling = asyncio.create_task(pulled_sizes(flv, last=(480, 270)))
            seen = Reports()
            playing = asyncio.create_task(Player(report=seen).pull(flv))
            assert sender.rates[0] == 600
            network.bytes_per_s = 664_000 / 8 / 3
            await until(lambda: sender.rates[-1] < 664 / 3 - 50)
            await until(lambda: sender.publisher.stats().queue_ms < 100)
            network.bytes_per_s = float("inf")
            await until(lambda: sender.rates[-1] == 600, timeout_s=25)
            await until(pulling.done)
            assert sender.longest_queue_ms <= 900
            assert all(a != b for a, b in pairwise(sender.rates))
            assert pulling.result() == [(480, 270), (320, 180), (480, 270)]
            await until(lambda: sizes_in(seen, "size_changed") == sender.sizes)
            assert not playing.done()
            playing.cancel()

    run(scenario(), 60)


def test_a_broadcast_keeps_its_size(relay: Relay) -> None:
    async def scenario() -> None:
        live = PusherAttributes(
            mode="HD", video_width=480, video_height=270, min_bitrate=100, max_bitrate=600
        )
        async with sending(relay, live) as (sender, network, _):
            network.bytes_per_s = 664_000 / 8 / 3
            await until(lambda: sender.rates[-1] < 300, timeout_s=15)
            assert sender.sizes == [(480, 270)]
            assert "network_busy" in sender.reports.names()

    run(scenario())


def test_equal_bounds_leave_the_bitrate_alone(relay: Relay) -> None:
    async def scenario() -> None:
        fixed = PusherAttributes(
            video_width=480, video_height=270, min_bitrate=600, max_bitrate=600
        )
        async with sending(relay, fixed) as (sender, network, _):
            network.bytes_per_s = 664_000 / 8 / 3
            await until(lambda: "network_busy" in sender.reports.names())
            await until(lambda: sender.publisher.stats().dropped > 0)
            assert sender.rates == [600]

    run(scenario())


def test_bounds_changed_while_publishing_count_at_once(relay: Relay) -> None:
    async def scenario() -> None:
        async with sending(relay, CALL) as (sender, _, _flv):
            lower = PusherAttributes(
                video_width=480, video_height=270, min_bitrate=100, max_bitrate=250
            )
            sender.publisher.set_attributes(lower)
            await until(lambda: sender.rates[-1] <= 250)
            await until(lambda: sender.publisher.stats().video_kbps < 300)

    run(scenario())
