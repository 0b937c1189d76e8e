from lianmai.core.stats import PlayStats, PublishStats
from lianmai.core.table import numbers_table


def test_numbers_stand_under_their_names() -> None:
    own = PublishStats(video_kbps=800, audio_kbps=64, fps=15, width_px=640, height_px=360)
    played = {"bo": PlayStats(video_kbps=500, fps=14.96, width_px=320, height_px=180)}
    header, mine, his = numbers_table(own, played).splitlines()
    column = header.index("kbit/s") + len("kbit/s")
    assert mine[:column].split() == ["me", "(sent)", "864"]
    assert his[:column].split() == ["bo", "500"]


def test_a_stream_without_a_stamp_has_no_latency() -> None:
    with_stamp = numbers_table(None, {"bo": PlayStats(latency_ms=21.4)})
    without = numbers_table(None, {"bo": PlayStats()})
    assert "21 ms" in with_stamp
    assert without.count(" ms") == with_stamp.count(" ms") - 1


def test_nobody_to_play_leaves_the_header() -> None:
    assert len(numbers_table(None, {}).splitlines()) == 1
