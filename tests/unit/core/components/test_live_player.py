import pytest

from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.components.component import ComponentEvent
from lianmai.core.components.live_player import LivePlayer
from tests.unit.core.components.stories import Fact, codes, message, told

DECODER: Fact = ("decoder_started", {"part": "picture"})
SIZE: Fact = ("size_changed", {"width_px": 360, "height_px": 640})
RETRYING: Fact = ("retrying", {"attempt": 1, "wait_s": 3.0, "reason": "It went wrong."})
FLOW: list[Fact] = ["stream_begun", DECODER, SIZE, "first_key_frame", "first_shown", "first_sound"]


def started(protocol: str = "rtmp") -> Fact:
    return "pull_started", {"protocol": protocol}


def connected(protocol: str = "rtmp") -> Fact:
    return "pull_connected", {"protocol": protocol}


def ended(cause: str) -> Fact:
    return "pull_ended", {"reason": "It went wrong.", "cause": cause}


def playing(protocol: str = "rtmp", like: str | None = None) -> LivePlayer:
    machine = LivePlayer(like=like)  # type: ignore[arg-type]  # a word of the test's own tables
    told(machine, [started(protocol), connected(protocol), *FLOW])
    return machine


def test_a_success_over_rtmp() -> None:
    expected = [2001, 2002, 2008, 2009, 2003, 2004, 2032, 2026]
    assert codes(LivePlayer(), started(), connected(), *FLOW) == expected


def test_http_flv_has_no_stream_begin() -> None:
    facts = [started("http-flv"), connected("http-flv"), *FLOW]
    assert codes(LivePlayer(), *facts) == [2001, 2008, 2009, 2003, 2004, 2032, 2026]


@pytest.mark.parametrize(
    ("cause", "code"), [("dns", 3001), ("refused", 3002), ("timeout", 3002), ("handshake", 3003)]
)
def test_three_attempts_without_a_connection(cause: str, code: int) -> None:
    attempt = [started(), ended(cause), RETRYING]
    facts = [*attempt, *attempt, *attempt, started(), ended(cause), "gave_up"]
    assert codes(LivePlayer(), *facts) == [*[code, 2103] * 3, code, -2301]


@pytest.mark.parametrize("cause", ["dns", "refused", "handshake", "rejected", "io"])
def test_http_flv_only_says_that_it_tries_again(cause: str) -> None:
    attempt = [started("http-flv"), ended(cause), RETRYING]
    facts = [*attempt, *attempt, *attempt, "gave_up"]
    assert codes(LivePlayer(), *facts) == [2103, 2103, 2103, -2301]


def test_connected_but_without_a_stream() -> None:
    facts = [started(), ended("no_data"), RETRYING, started(), connected()]
    assert codes(LivePlayer(), *facts) == [2001, 3005, 2103, 2001]


def test_a_refused_address_is_connected_first() -> None:
    assert codes(LivePlayer(), started(), ended("rejected")) == [2001, 3004]


@pytest.mark.parametrize(("cause", "code"), [("io", 3005), ("closed", 3004)])
def test_a_drop_and_its_recovery(cause: str, code: int) -> None:
    facts = [ended(cause), RETRYING, started(), connected(), *FLOW]
    assert codes(playing(), *facts) == [code, 2103, 2001, 2002, 2003, 2004]


def test_the_publishers_end_over_rtmp() -> None:
    machine = playing()
    assert codes(machine, ended("ended"), RETRYING, "gave_up") == [2006]
    assert not machine.is_started


def test_the_publishers_end_over_http_flv_looks_like_a_failure() -> None:
    assert codes(playing("http-flv"), ended("ended"), RETRYING, "gave_up") == [2103, -2301]


def test_a_buffer_runs_empty_and_fills_again() -> None:
    facts = ["buffer_empty", "buffer_empty", "buffer_filled", "buffer_filled"]
    assert codes(playing(), *facts) == [2007, 2004]


def test_stalls_have_a_threshold() -> None:
    facts: list[Fact] = [
        ("picture_gap", {"ms": 800}),
        ("picture_gap", {"ms": 900}),
        ("arrival_lag", {"ms": 600}),
    ]
    assert codes(playing(), *facts) == [2105, 2104]


def test_sound_before_the_first_picture_is_no_beginning() -> None:
    facts = [started(), connected(), "first_sound", "buffer_filled", "first_shown"]
    assert codes(LivePlayer(), *facts) == [2001, 2026, 2004, 2032]


def test_sound_alone_begins_with_the_statistics() -> None:
    machine = LivePlayer()
    told(machine, [started(), connected(), "first_sound", "buffer_filled"])
    names = [event.fields.get("code", event.name) for event in machine.tick(3.0, {})]
    assert names == [2004, "netstatus"]
    assert codes(machine, "buffer_empty", "buffer_filled") == [2007, 2004]


def test_a_change_of_size_is_said_once() -> None:
    other: Fact = ("size_changed", {"width_px": 640, "height_px": 360})
    assert codes(playing(), SIZE, other, other) == [2009]


def test_decoders_may_stumble() -> None:
    facts: list[Fact] = [
        ("decode_failed", {"part": "picture"}),
        ("decode_failed", {"part": "sound"}),
        "discontinuity",
    ]
    assert codes(playing(), *facts) == [2101, 2102, 2107]


def test_a_connection_that_breaks_while_its_successor_is_made() -> None:
    facts = [started(), ended("io"), connected(), *FLOW]
    assert codes(playing(), *facts) == [3005, 2001, 2002, 2003, 2004]


def test_nothing_is_said_of_a_connection_that_is_gone() -> None:
    assert codes(playing(), ended("cancelled"), "buffer_empty", "first_shown", *FLOW) == []


@pytest.mark.parametrize(
    ("like", "says", "is_silent_about"),
    [
        (None, ["errCode:-1004 ", "Failed to connect to"], []),
        ("ios", ["errCode:-1004 "], ["Failed to connect"]),
        ("android", ["Failed to connect to"], ["errCode"]),
    ],
)
def test_a_page_finds_what_it_looks_for(
    like: str | None, says: list[str], is_silent_about: list[str]
) -> None:
    machine = LivePlayer(like=like)  # type: ignore[arg-type]  # a word of the test's own tables
    text = message(machine, started(), ended("refused"), RETRYING)
    assert all(part in text for part in says)
    assert not any(part in text for part in is_silent_about)


def test_a_lost_connection_is_not_one_that_was_never_made() -> None:
    assert "errCode:-1005" in message(playing(), ended("io"), RETRYING)


@pytest.mark.parametrize(("like", "told_codes"), [("ios", [6000]), ("android", []), (None, [])])
def test_an_iphone_tells_of_the_background(like: str | None, told_codes: list[int]) -> None:
    assert codes(playing(like=like), ("suspended", {"by": "home"})) == told_codes


def test_messages_are_told_to_those_who_want_them() -> None:
    machine = playing()
    assert told(machine, [("message", {"text": "hello"})]) == []
    machine.set_attributes(PlayerAttributes(enable_recv_message=True))
    assert told(machine, [("message", {"text": "hello"})]) == [
        ComponentEvent("statechange", {"code": 2012, "message": "hello"})
    ]


def test_a_call_needs_the_microphone() -> None:
    refused: Fact = ("permission_refused", {"part": "sound"})
    assert told(playing(), [refused]) == []
    (error,) = told(LivePlayer(PlayerAttributes(mode="RTC")), [refused])
    assert error.name == "error"
    assert "system permission denied" in str(error.fields["errMsg"])


@pytest.mark.parametrize(
    ("angle", "word"), [(0, "vertical"), (90, "horizontal"), (-90, "horizontal")]
)
def test_full_screen_has_an_event(angle: int, word: str) -> None:
    (event,) = told(playing(), [("full_screen", {"on": True, "direction": angle})])
    assert event == ComponentEvent("fullscreenchange", {"direction": word, "fullScreen": True})
