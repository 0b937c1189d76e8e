"""Facts of one pull: each at its moment, none of them a flood."""

from lianmai.media.playing.play_facts import PlayFacts
from tests.unit.media.watching import Reports


def test_a_first_time_is_told_once() -> None:
    reports = Reports()
    facts = PlayFacts(reports)
    for index in range(3):
        facts.once("decoder_started", part="sound")
        facts.picture(320, 180)
        facts.arrived(index / 30, 0.0, index / 30)
        facts.shown(index / 30)
    assert reports.lines == [
        ("decoder_started", {"part": "sound"}),
        ("decoder_started", {"part": "picture"}),
        ("size_changed", {"width_px": 320, "height_px": 180}),
        ("first_key_frame", {}),
        ("first_shown", {}),
    ]


def test_a_trouble_that_stays_is_told_every_two_seconds() -> None:
    reports = Reports()
    facts = PlayFacts(reports)
    for index in range(100):
        facts.arrived(index / 10, 0.7, index / 10)
        facts.failed("picture", index / 10)
        facts.failed("sound", index / 10)
    assert reports.names().count("arrival_lag") == 5
    assert reports.fields("arrival_lag") == {"ms": 700}
    assert reports.lines.count(("decode_failed", {"part": "sound"})) == 5


def test_a_gap_between_pictures_is_told_with_its_length_unless_none_were_wanted() -> None:
    reports = Reports()
    facts = PlayFacts(reports)
    for at_s in (0.0, 0.1, 1.3):
        facts.shown(at_s)
    facts.hidden()
    facts.shown(9.0)
    assert reports.lines[1:] == [("picture_gap", {"ms": 1200})]


def test_missing_pictures_and_a_step_back_are_told_steady_slowness_is_not() -> None:
    reports = Reports()
    facts = PlayFacts(reports)
    for index in range(60):
        facts.arrived(index / 15, 0.0, index / 15)
    facts.arrived(6.0, 0.0, 6.0)
    facts.arrived(1.0, 0.0, 9.0)
    assert reports.names() == ["discontinuity"] * 2
    slow = Reports()
    facts = PlayFacts(slow)
    for index in range(20):
        facts.arrived(index / 2.5, 0.0, index / 2.5)
    assert slow.names() == []


def test_a_stream_that_becomes_slow_leaps_once() -> None:
    reports = Reports()
    facts = PlayFacts(reports)
    for index in range(60):
        facts.arrived(index / 15, 0.0, index / 15)
    for second in range(5, 40):
        facts.arrived(second, 0.0, second)
    assert reports.names() == ["discontinuity"]
