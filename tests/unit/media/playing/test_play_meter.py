"""Numbers of a pulled stream."""

import pytest

from lianmai.media.flv.coded import Coded
from lianmai.media.playing.play_meter import PlayMeter


def coded(is_video: bool, dts_ms: int, is_key: bool = False) -> Coded:
    return Coded(is_video, "h264", "7", "frame", is_key, dts_ms, dts_ms, b"")


def test_a_period_is_summed_up() -> None:
    meter = PlayMeter(start_s=99.5)
    for index in range(120):
        now_s = 100 + index / 30
        meter.packet(coded(True, index * 1000 // 30, index % 30 == 0), 5000, now_s)
        meter.packet(coded(False, index * 1000 // 30), 250, now_s)
        meter.picture(640, 360, now_s)
    stats = meter.read(104.0)
    assert stats.video_kbps == pytest.approx(1200, rel=0.05)
    assert stats.audio_kbps == pytest.approx(60, rel=0.05)
    assert stats.fps == pytest.approx(30, rel=0.05)
    assert (stats.width_px, stats.height_px) == (640, 360)
    assert stats.key_frame_interval_s == pytest.approx(1.0)
    assert stats.first_picture_ms == pytest.approx(500)
    assert stats.jitter_ms < 1


def test_uneven_arrival_is_jitter() -> None:
    meter = PlayMeter(start_s=0.0)
    for index in range(200):
        meter.packet(coded(True, index * 33), 100, index * 0.033 + 0.01 * (index % 2))
    assert meter.read(6.6).jitter_ms == pytest.approx(10, abs=1)


def test_latency_is_the_median_and_the_worst_twentieth_of_the_period() -> None:
    meter = PlayMeter(start_s=0.0)
    meter.shown(5000.0, None, 1.0)  # older than the period
    for index in range(100):
        meter.shown(float(index), 10.0, 5 + index / 100)
    stats = meter.read(6.0)
    assert (stats.latency_ms, stats.latency_p95_ms) == (49.5, 95.0)
    assert stats.av_offset_ms == 10.0


def test_a_stream_without_a_stamp_has_no_latency() -> None:
    meter = PlayMeter(start_s=0.0)
    meter.shown(None, None, 1.0)
    stats = meter.read(1.5)
    assert (stats.latency_ms, stats.latency_p95_ms, stats.av_offset_ms) == (None, None, None)


def test_a_beep_is_remembered_for_the_period_and_then_forgotten() -> None:
    meter = PlayMeter(start_s=0.0)
    meter.peak(0.5, 1.0)
    meter.peak(0.0, 2.5)
    assert (meter.read(2.9).volume, meter.read(3.5).volume) == (50.0, 0.0)


def test_a_stream_that_stopped_has_no_rate() -> None:
    meter = PlayMeter(start_s=0.0)
    for index in range(60):
        meter.packet(coded(True, index * 33), 5000, index / 30)
        meter.picture(640, 360, index / 30)
    stats = meter.read(10.0)
    assert (stats.kbps, stats.fps) == (0.0, 0.0)
