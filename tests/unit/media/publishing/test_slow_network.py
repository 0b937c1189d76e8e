"""A network that is too slow, stalls, or breaks: frames are lost, delay does not stay."""

import asyncio
import time
from itertools import pairwise

import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.source import Size, parse_source
from lianmai.core.stamp import latency_ms
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.network import rtmp_output
from lianmai.media.publishing.publisher import Publisher
from tests.throttle import Network, throttle
from tests.unit.media.receiving import (
    Received,
    Relay,
    needs_free_interpreter,
    receive,
    run,
    seconds,
    until,
)

pytestmark = needs_free_interpreter
ENCODING = Encoding(Size(320, 180, 15), video_kbps=600)
NOISE = "nullsrc=size=320x180:rate=15,geq=random(1)*255:128:128,realtime"
"""Costs all the bits it may have, so that a third of the bandwidth is really too little."""
CAMERA = Platform(lambda: [Device("camera", "noise", "Noise", NOISE, "lavfi")])


class Sender:
    """A publisher behind a slow network, and the numbers it gave meanwhile."""

    def __init__(self, network: Network, flv: str) -> None:
        self.network, self.flv = network, flv
        self.capture = Capture(
            parse_source("camera,tone"), ENCODING, stamp_sender=1, platform=CAMERA
        )
        self.publisher = Publisher(self.capture, ENCODING)
        self.longest_queue_ms = 0.0

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            queue_ms = self.publisher.stats().queue_ms
            self.longest_queue_ms = max(self.longest_queue_ms, queue_ms)


def latencies(received: Received) -> list[tuple[int, int]]:
    """Return arrival and latency of each stamped picture, both in ms."""
    return [
        (seen.unix_ms, latency_ms(seen.stamp, seen.unix_ms))
        for seen in received.pictures
        if seen.stamp is not None
    ]


async def with_sender(relay: Relay, scenario: object) -> None:
    async with throttle(relay.rtmp_port) as network:
        rtmp, flv = relay.new_stream()
        sender = Sender(network, flv)
        push = sender.publisher.push(rtmp.replace(str(relay.rtmp_port), str(network.port)))
        jobs = [asyncio.create_task(it) for it in (sender.capture.run(), push, sender.watch())]
        try:
            await scenario(sender, jobs[1])  # type: ignore[operator]  # a coroutine function
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)


@pytest.mark.slow
def test_a_third_of_the_bandwidth_costs_frames_and_leaves_no_delay(relay: Relay) -> None:
    async def scenario(sender: Sender, push: asyncio.Task[None]) -> None:
        receiving = asyncio.create_task(receive(sender.flv, seconds(9.5), timeout_s=30))
        await until(lambda: sender.publisher.stats().fps > 10)
        await asyncio.sleep(1)
        sender.network.bytes_per_s = 664_000 / 8 / 3
        await asyncio.sleep(4)
        assert sender.publisher.stats().dropped > 0
        sender.network.bytes_per_s = float("inf")
        restored_ms = round(time.time() * 1000)
        received = await receiving
        back = [late_ms for at_ms, late_ms in latencies(received) if at_ms > restored_ms + 2000]
        assert len(back) > 10
        assert sorted(back)[len(back) // 2] < 200
        assert sender.longest_queue_ms <= 900
        assert not push.done()

    run(with_sender(relay, scenario))


@pytest.mark.slow
def test_a_stall_is_worked_off_and_the_pictures_begin_with_a_key_frame(relay: Relay) -> None:
    async def scenario(sender: Sender, push: asyncio.Task[None]) -> None:
        receiving = asyncio.create_task(receive(sender.flv, seconds(6), timeout_s=30))
        await until(lambda: sender.publisher.stats().fps > 10)
        sender.network.bytes_per_s = 0.0
        await asyncio.sleep(2)
        sender.network.bytes_per_s = float("inf")
        received = await receiving
        gaps = [
            later
            for earlier, later in pairwise(received.pictures)
            if later.time_s - earlier.time_s > 0.5
        ]
        assert gaps
        assert all(seen.is_key for seen in gaps)
        assert latencies(received)[-1][1] < 400
        assert sender.longest_queue_ms <= 900

    run(with_sender(relay, scenario))


@pytest.mark.slow
def test_a_network_that_takes_nothing_is_given_up(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rtmp_output, "WRITE_S", 1.0)

    async def scenario(sender: Sender, push: asyncio.Task[None]) -> None:
        await until(lambda: sender.publisher.stats().fps > 5)
        sender.network.bytes_per_s = 0.0
        with pytest.raises(StreamError, match=r"has taken no data for 1 s: check the network\.$"):
            await push

    run(with_sender(relay, scenario))


def test_a_reset_connection_says_so(relay: Relay) -> None:
    async def scenario(sender: Sender, push: asyncio.Task[None]) -> None:
        await until(lambda: sender.publisher.stats().fps > 2)
        assert sender.network.cut() == 1
        with pytest.raises(StreamError, match=r"broke: check the network and the server\.$"):
            await push

    run(with_sender(relay, scenario))
