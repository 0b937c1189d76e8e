import pytest

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.component import ComponentEvent
from lianmai.core.components.live_pusher import LivePusher
from tests.unit.core.components.stories import Fact, codes, message, told

CAMERA: Fact = ("source_started", {"source": "camera,mic", "part": "picture"})
MICROPHONE: Fact = ("source_started", {"source": "camera,mic", "part": "sound"})
FIRST_FRAME: Fact = ("capture_started", {"part": "picture"})
ENCODER: Fact = ("encoder_started", {"width_px": 360, "height_px": 640, "kbps": 800})
RETRYING: Fact = ("retrying", {"attempt": 1, "wait_s": 3.0, "reason": "it went wrong"})


def ended(cause: str) -> Fact:
    return "push_ended", {"reason": "It went wrong.", "cause": cause}


def publishing(like: str | None = None) -> LivePusher:
    machine = LivePusher(like=like)  # type: ignore[arg-type]  # a word of the test's own tables
    told(machine, ["push_started", "push_connected", ENCODER, "push_begun"])
    return machine


def test_a_success_reads_like_a_log_from_the_field() -> None:
    facts = ["push_started", "push_connected", "push_begun", CAMERA, FIRST_FRAME, ENCODER]
    assert codes(LivePusher(), *facts, MICROPHONE) == [
        *(1005, 1006, 1001, 1002, 1003, 1007, 1008, 1005, 1006, 2027)
    ]


def test_capture_and_network_are_independent() -> None:
    assert codes(LivePusher(), CAMERA, FIRST_FRAME) == [1003, 1007]


@pytest.mark.parametrize(
    ("cause", "code"), [("dns", 3001), ("refused", 3002), ("timeout", 3002), ("handshake", 3003)]
)
def test_three_attempts_without_a_connection(cause: str, code: int) -> None:
    attempt = ["push_started", ended(cause), RETRYING]
    facts = [*attempt, *attempt, *attempt, "push_started", ended(cause), "gave_up"]
    told_codes = codes(LivePusher(), *facts)
    assert told_codes == [1005, 1006, *[code, 1102] * 3, code, -1307]


def test_a_server_that_says_no_is_connected_first() -> None:
    facts = ["push_started", ended("rejected"), RETRYING]
    assert codes(LivePusher(), *facts) == [1005, 1006, 1001, 3004, 1102]


@pytest.mark.parametrize(("cause", "code"), [("closed", 3004), ("io", 3005), ("no_data", 3005)])
def test_a_line_that_drops_comes_back(cause: str, code: int) -> None:
    facts = [ended(cause), RETRYING, "push_started", "push_connected", ENCODER, "push_begun"]
    assert codes(publishing(), *facts) == [code, 1102, 1001, 1002]


def test_after_giving_up_the_page_has_to_start_again() -> None:
    machine = publishing()
    assert codes(machine, ended("io"), "gave_up", "gave_up", RETRYING) == [3005, -1307]
    assert codes(machine, "push_started", "push_connected") == [1005, 1006, 1001]


def test_a_room_without_an_address_is_not_the_components_story() -> None:
    assert codes(LivePusher(), RETRYING, "gave_up") == []


def test_a_connection_that_makes_way_for_a_new_one_is_no_failure() -> None:
    facts = [ended("replaced"), "push_started", "push_connected", ENCODER, "push_begun"]
    assert codes(publishing(), *facts) == [1001, 1002]


def test_a_slow_uplink_lowers_bitrate_and_size() -> None:
    facts: list[Fact] = [
        ("network_busy", {"queue_ms": 700}),
        ("bitrate_changed", {"kbps": 400}),
        ("push_size_changed", {"width_px": 270, "height_px": 480}),
        ("bitrate_changed", {"kbps": 400}),
    ]
    assert codes(publishing(), *facts) == [1101, 1006, 1005]


@pytest.mark.parametrize(
    ("part", "cause", "code"),
    [
        ("picture", "missing", -1301),
        ("picture", "busy", -1301),
        ("picture", "format", -1305),
        ("sound", "missing", -1302),
        ("sound", "hung", -1311),
        ("sound", "format", -1306),
    ],
)
def test_a_source_that_fails_says_why_once(part: str, cause: str, code: int) -> None:
    failed: Fact = ("source_failed", {"source": "camera,mic", "part": part, "cause": cause})
    assert codes(LivePusher(), failed, failed) == [code]


def test_a_source_that_comes_back_may_fail_again() -> None:
    lost: Fact = ("source_lost", {"source": "camera", "part": "picture", "cause": "missing"})
    assert codes(LivePusher(), CAMERA, lost, lost, CAMERA, lost) == [1003, -1301, 1003, -1301]


def test_a_screen_is_no_camera() -> None:
    started: Fact = ("source_started", {"source": "screen,mic", "part": "picture"})
    failed: Fact = ("source_failed", {"source": "screen,mic", "part": "picture", "cause": "busy"})
    assert codes(LivePusher(), started, failed) == [1004, -1308]


@pytest.mark.parametrize(
    ("part", "codes_told"), [("picture", [-1301, 10001]), ("sound", [-1302, 10002])]
)
@pytest.mark.parametrize("fact", ["permission_refused", "source_failed"])
def test_a_refusal_is_an_error_too(fact: str, part: str, codes_told: list[int]) -> None:
    events = told(LivePusher(), [(fact, {"part": part, "cause": "refused", "reason": "No."})])
    assert [event.fields.get("code") for event in events[:2]] == codes_told
    assert events[2].name == "error"
    assert events[2].fields["errCode"] == codes_told[1]
    assert events[2].fields["errMsg"] == events[1].fields["message"]


def test_encoders_may_stumble_or_die() -> None:
    facts: list[Fact] = [
        ("encoder_failed", {"part": "picture", "fatal": False}),
        ("encoder_failed", {"part": "picture", "fatal": True}),
        ("encoder_failed", {"part": "sound", "fatal": True}),
    ]
    assert codes(publishing(), *facts) == [1104, -1303, -1304]


def test_a_dead_encoder_is_no_trouble_of_the_network() -> None:
    dead: Fact = ("encoder_failed", {"part": "picture", "fatal": True})
    assert codes(publishing(), dead, ended("format"), RETRYING) == [-1303, 1102]


def test_music_has_events_of_its_own() -> None:
    facts: list[Fact] = [
        "music_started",
        ("music_progress", {"progress_ms": 500, "duration_ms": 2000}),
        "music_ended",
    ]
    assert told(LivePusher(), facts) == [
        ComponentEvent("bgmstart"),
        ComponentEvent("bgmprogress", {"progress": 500, "duration": 2000}),
        ComponentEvent("bgmcomplete"),
    ]


@pytest.mark.parametrize(
    ("fact", "code"), [("music_failed", 10003), ("waiting_image_failed", 10004)]
)
def test_a_file_that_cannot_be_loaded_is_an_error(fact: str, code: int) -> None:
    state, error = told(publishing(), [(fact, {"reason": "There is no such file."})])
    assert state.fields["code"] == error.fields["errCode"] == code
    assert "There is no such file." in str(error.fields["errMsg"])


def test_stopping_releases_the_microphone() -> None:
    facts = [MICROPHONE, "push_started", "push_connected", ended("cancelled")]
    assert codes(LivePusher(), *facts) == [2027, 1005, 1006, 1001, 2029]


@pytest.mark.parametrize(
    ("like", "told_codes"), [("ios", [4998, 4999]), ("android", []), (None, [])]
)
def test_an_iphone_tells_of_its_microphone(like: str | None, told_codes: list[int]) -> None:
    machine = publishing(like)
    machine.codes.clear()
    machine.set_attributes(PusherAttributes(enable_mic=False))
    machine.set_attributes(PusherAttributes(enable_mic=False, muted=True))
    assert list(machine.codes) == told_codes


@pytest.mark.parametrize(
    ("like", "by", "told_codes"),
    [("ios", "capsule", [5000]), ("ios", "home", []), ("android", "capsule", [])],
)
def test_the_capsules_button_suspends_an_iphone(like: str, by: str, told_codes: list[int]) -> None:
    assert codes(publishing(like), ("suspended", {"by": by})) == told_codes


def test_a_call_interrupts() -> None:
    assert codes(publishing(), ("interrupted", {"by": "phone call"})) == [5001]


def test_floating_has_events() -> None:
    facts: list[Fact] = [("picture_in_picture", {"on": on}) for on in (True, False)]
    names = [event.name for event in told(publishing(), facts)]
    assert names == ["enterpictureinpicture", "leavepictureinpicture"]


def test_keys_of_addresses_stay_out_of_messages() -> None:
    reason = "Cannot reach rtmp://host/live/a?key=geheim."
    facts: list[Fact] = ["push_started", ("push_ended", {"cause": "refused", "reason": reason})]
    assert message(LivePusher(), *facts).endswith("rtmp://host/live/a?key=***")
