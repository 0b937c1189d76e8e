"""One pull, in numbers."""

import asyncio
from dataclasses import asdict

import msgspec
import pytest

from lianmai.media.playing.probe import ProbeReport, probe
from tests.unit.media.flv_station import FlvStation, Listener
from tests.unit.media.scenes import Scene
from tests.unit.media.watching import play_stamped, plays, run


@pytest.mark.slow
def test_a_live_stream_is_measured() -> None:
    async def scenario() -> None:
        async def script(listener: Listener) -> None:
            await play_stamped(listener, Scene(("red",) * 3, is_beeping=True), sender=3)

        async with FlvStation(script) as station:
            report = await probe(station.url() + "?key=s3cret", seconds=3.5)
        assert (report.problem, report.has_video, report.has_audio) == ("", True, True)
        assert (report.width_px, report.height_px) == (320, 180)
        assert report.fps == pytest.approx(30, rel=0.3)
        assert report.first_picture_ms is not None
        assert report.latency_p50_ms is not None
        assert report.latency_p95_ms is not None
        assert -50 < report.latency_p50_ms <= report.latency_p95_ms < 500
        assert [line["videoWidth"] for line in report.netstatus] == [320, 320]
        assert b"s3cret" not in msgspec.json.encode(asdict(report))

    run(scenario())


def test_a_stream_that_ends_early_says_so() -> None:
    async def scenario() -> None:
        async with FlvStation(plays(Scene(each_s=0.3))) as station:
            report = await probe(station.url(), seconds=10)
        assert report.problem.startswith("The stream ended after 0.")
        told = [event["event"] for event in report.events]
        assert [told[0], told[-1]] == ["pull_started", "pull_ended"]
        assert "first_picture" in told

    run(scenario())


def test_a_stream_that_cannot_be_pulled_is_a_report_with_a_problem() -> None:
    async def scenario() -> None:
        async def refuses(listener: Listener) -> None:
            await listener.answer("404 Not Found")

        async with FlvStation(refuses) as station:
            report: ProbeReport = await probe(station.url(), seconds=5)
        assert "The server has no stream" in report.problem
        assert (report.has_video, report.fps, report.latency_p50_ms) == (False, 0.0, None)

    run(scenario())


def test_a_stream_that_brings_nothing_in_time_is_a_problem() -> None:
    async def scenario() -> None:
        async def only_promises(listener: Listener) -> None:
            await listener.begin()
            await asyncio.sleep(20)

        async with FlvStation(only_promises) as station:
            report = await probe(station.url(), seconds=0.5)
        assert "the peer may not be sending yet" in report.problem

    run(scenario())


def test_a_cancelled_probe_leaves_nothing_running() -> None:
    async def scenario() -> None:
        async with FlvStation(plays(Scene(each_s=5))) as station:
            probing = asyncio.create_task(probe(station.url(), seconds=5))
            await asyncio.sleep(0.3)
            probing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await probing

    run(scenario())
