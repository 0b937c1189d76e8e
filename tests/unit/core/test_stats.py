"""Numbers of a stream, and the meter behind them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stats import Meter, PlayStats, PublishStats

WAITS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1000)), min_size=1, max_size=50)


def metered(waits: list[tuple[float, float]], window_s: float = 2.0) -> tuple[Meter, float]:
    """Return a meter that counted amounts after waits, and the time of the last."""
    meter, now_s = Meter(window_s), 100.0
    for wait_s, amount in waits:
        now_s += wait_s
        meter.add(amount, now_s)
    return meter, now_s


def test_a_steady_flow_has_its_rate() -> None:
    meter, now_s = metered([(0.1, 50.0)] * 100)
    assert meter.per_second(now_s) == pytest.approx(500, rel=0.06)


def test_nothing_counted_is_a_rate_of_zero() -> None:
    assert Meter().per_second(5.0) == 0.0


def test_a_flow_that_stopped_fades_within_the_window() -> None:
    meter, now_s = metered([(0.1, 50.0)] * 100)
    assert 0 < meter.per_second(now_s + 1) < 300
    assert meter.per_second(now_s + 2.1) == pytest.approx(0.0, abs=1e-9)


def test_a_flow_that_ended_is_a_rate_of_exactly_zero() -> None:
    meter, now_s = metered([(0.1, 0.1), (0.1, 0.7), (0.1, 0.3)])
    assert f"{meter.per_second(now_s + 3):.0f}" == "0"
    assert meter.per_second(now_s + 3) == 0.0


@given(WAITS, st.floats(0.01, 10))
def test_a_rate_is_never_negative_nor_more_than_everything_at_once(
    waits: list[tuple[float, float]], later_s: float
) -> None:
    meter, now_s = metered(waits)
    rate = meter.per_second(now_s + later_s)
    total = sum(amount for _, amount in waits)
    elapsed_s = min(2.0, now_s + later_s - (100.0 + waits[0][0]))
    assert -1e-6 <= rate <= total / elapsed_s + 1e-6


@given(WAITS, st.floats(0.01, 1.9))
def test_within_the_window_everything_counts(
    waits: list[tuple[float, float]], later_s: float
) -> None:
    meter, now_s = metered([(wait_s / 1000, amount) for wait_s, amount in waits])
    elapsed_s = now_s + later_s - (100.0 + waits[0][0] / 1000)
    total = sum(amount for _, amount in waits)
    assert math.isclose(meter.per_second(now_s + later_s) * elapsed_s, total, abs_tol=1e-6)


def test_the_journal_gets_rounded_numbers_and_their_sum() -> None:
    fields = PlayStats(video_kbps=812.3456, audio_kbps=63.96, mean_rgb="#ff0000").fields()
    assert (fields["kbps"], fields["video_kbps"], fields["mean_rgb"]) == (876.3, 812.3, "#ff0000")
    assert fields["latency_ms"] is None
    assert PublishStats(video_kbps=1.0, audio_kbps=2.0).fields()["kbps"] == 3.0


def test_netstatus_speaks_the_phone_component_s_words() -> None:
    stats = PlayStats(
        video_kbps=800.4,
        audio_kbps=64.2,
        net_kbps=870.7,
        fps=7.0,
        stream_fps=14.9,
        width_px=640,
        height_px=360,
        av_offset_ms=19.6,
        av_received_ms=-31.0,
        buffer_ms=55.5,
        video_buffer_ms=210.4,
        video_frames=4,
        decoder_frames=1,
        threshold_s=0.2501,
        jitter_ms=3.2,
        key_frame_interval_s=2.04,
    )
    assert stats.netstatus() == {
        "videoBitrate": 800,
        "audioBitrate": 64,
        "videoFPS": 15,
        "videoGOP": 2.0,
        "netSpeed": 871,
        "netJitter": 3,
        "videoWidth": 640,
        "videoHeight": 360,
        "videoCache": 210,
        "audioCache": 56,
        "vDecCacheSize": 1,
        "vSumCacheSize": 4,
        "avPlayInterval": 20,
        "avRecvInterval": -31,
        "audioCacheThreshold": 0.25,
    }
