"""What holds of both components whatever happens to them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianmai.core.components.component import ComponentEvent
from lianmai.core.components.facts import CALL_FACTS, PULL_FACTS, PUSH_FACTS, SITUATION_FACTS
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.components.tables import ComponentName, state_codes, status_fields
from lianmai.core.errors import Cause
from lianmai.core.stats import PERIOD_S
from tests.unit.core.components.stories import Machine

COMPONENTS: list[ComponentName] = ["live-pusher", "live-player"]
NUMBERS = {"videoBitrate": 512, "netQualityLevel": 1, "volume": 40, "unheard_of": 1}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "part": st.sampled_from(["picture", "sound"]),
    "cause": st.sampled_from([*get_args(Cause), "missing", "busy", "format", "hung", None]),
    "protocol": st.sampled_from(["rtmp", "http-flv"]),
    "on": st.booleans(),
    "fatal": st.booleans(),
    "by": st.sampled_from(["home", "capsule"]),
    "source": st.sampled_from(["camera,mic", "screen"]),
    "direction": st.sampled_from([0, 90, -90]),
}
COUNTS = st.integers(0, 3000)
WAITS_S = st.sampled_from([0.0, 0.02, 0.5, 1.9, 2.1, 7.0])


def one_of(facts: Mapping[str, tuple[str, ...]]) -> st.SearchStrategy[list[Any]]:
    """Return any one of *facts*, with values for its fields."""
    return st.sampled_from(sorted(facts)).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.fixed_dictionaries(
                {key: VALUES.get(key, st.integers(0, 3000)) for key in facts[name]}
            ),
            WAITS_S,
        ).map(lambda fact: [fact])
    )


def stories(way: str) -> st.SearchStrategy[list[Any]]:
    """Return facts in any order, among them enough whole steps to get somewhere."""
    start: Any = (f"{way}_started", {}, 0.5)
    failure: Any = (f"{way}_ended", {"cause": "io"}, 0.5)
    steps: list[list[Any]] = [
        [start, (f"{way}_connected", {}, 0.5)],
        [start, failure, ("retrying", {}, 3.0)],
        [failure, ("gave_up", {}, 0.0)],
    ]
    own = PUSH_FACTS if way == "push" else PULL_FACTS
    others = one_of(CALL_FACTS) | one_of(SITUATION_FACTS)
    parts = st.lists(st.sampled_from(steps) | one_of(own) | one_of(own) | others, max_size=30)
    return parts.map(lambda found: [fact for part in found for fact in part])


RULES = settings(max_examples=60, deadline=None)
KINDS = pytest.mark.parametrize(("kind", "way"), [(LivePusher, "push"), (LivePlayer, "pull")])


def happenings(machine: Machine, story: Iterable[Any]) -> Iterator[tuple[str, ComponentEvent]]:
    """Yield each fact, or "tick", with each event it causes; first with an event of no name."""
    now_s = 100.0
    for name, fields, wait_s in story:
        now_s += wait_s
        yield from (("tick", event) for event in machine.tick(now_s, NUMBERS))
        yield name, ComponentEvent("")
        yield from ((name, event) for event in machine.hear(name, fields, now_s))


def code_of(event: ComponentEvent) -> Any:
    return event.fields.get("code") if event.name == "statechange" else None


@KINDS
@RULES
@given(data=st.data(), like=st.sampled_from(["ios", "android", None]))
def test_every_code_is_in_the_table_with_its_message(
    kind: Any, way: str, data: st.DataObject, like: Any
) -> None:
    for _, event in happenings(kind(like=like), data.draw(stories(way))):
        if (code := code_of(event)) is not None and code != 2012:
            row = state_codes(kind.NAME)[code]
            assert row.pc in ("emit", "optional")
            assert str(event.fields["message"]).startswith(row.message)


@pytest.mark.parametrize(
    ("kind", "way", "later"),
    [
        (LivePusher, "push", {1002, 1008, 1101}),
        (LivePlayer, "pull", {2002, 2003, 2004, 2007, 2032, 2101}),
    ],
)
@RULES
@given(data=st.data())
def test_nothing_begins_before_its_connection(
    kind: Any, way: str, later: set[int], data: st.DataObject
) -> None:
    is_connected = False
    for name, event in happenings(kind(), data.draw(stories(way))):
        is_connected = is_connected and name not in (f"{way}_started", f"{way}_ended")
        is_connected = is_connected or code_of(event) == kind.CONNECTED
        assert is_connected or code_of(event) not in later


@KINDS
@RULES
@given(data=st.data())
def test_a_final_error_stays_final_until_a_start(kind: Any, way: str, data: st.DataObject) -> None:
    has_failed = False
    for name, event in happenings(kind(), data.draw(stories(way))):
        has_failed = has_failed and name != f"{way}_started"
        if has_failed:
            assert code_of(event) not in (kind.GIVEN_UP, kind.RECONNECTING, kind.CONNECTED)
            assert event.name != "netstatus"
        has_failed = has_failed or code_of(event) == kind.GIVEN_UP


@KINDS
@RULES
@given(data=st.data())
def test_an_attempt_that_failed_is_announced_at_most_once(
    kind: Any, way: str, data: st.DataObject
) -> None:
    has_failed = False
    for name, event in happenings(kind(), data.draw(stories(way))):
        has_failed = has_failed or name == f"{way}_ended"
        if code_of(event) == kind.RECONNECTING:
            assert has_failed
            has_failed = False


@RULES
@given(stories("pull"))
def test_loading_and_playing_alternate(story: Any) -> None:
    is_playing = False
    for name, event in happenings(LivePlayer(), story):
        is_playing = is_playing and name not in ("pull_started", "pull_ended")
        code = code_of(event)
        assert code != 2007 or is_playing
        assert code != 2004 or not is_playing
        is_playing = code == 2004 or (is_playing and code != 2007)


@KINDS
@RULES
@given(data=st.data())
def test_statistics_come_at_their_pace_while_started(
    kind: Any, way: str, data: st.DataObject
) -> None:
    machine, since_s, reports, now_s = kind(), 0.0, 0, 100.0
    for name, fields, wait_s in data.draw(stories(way)):
        now_s += wait_s
        for event in machine.tick(now_s, NUMBERS):
            reports += event.name == "netstatus"
            assert machine.is_started
            assert now_s - since_s > reports * PERIOD_S - 1e-6
        was_started = machine.is_started
        machine.hear(name, fields, now_s)
        if machine.is_started and not was_started:
            since_s, reports = now_s, 0


@KINDS
def test_rounding_gives_no_report_twice(kind: Any, way: str) -> None:
    machine = kind()
    machine.hear(f"{way}_started", {}, 124.26)
    assert machine.tick(128.26, NUMBERS)
    assert not machine.tick(128.76, NUMBERS)


@KINDS
def test_a_timer_that_is_late_loses_no_report(kind: Any, way: str) -> None:
    machine = kind()
    machine.hear(f"{way}_started", {}, 0.0)
    reports = [machine.tick(beat * 2.0 + 0.01 * (beat % 3), NUMBERS) for beat in range(1, 11)]
    assert all(reports)


@KINDS
def test_statistics_have_the_phones_fields_and_no_others(kind: Any, way: str) -> None:
    machine = kind()
    machine.hear(f"{way}_started", {}, 0.0)
    numbers = dict.fromkeys(status_fields(kind.NAME), 7) | {"volume": 40, "unheard_of": 1}
    status, volume = machine.tick(2.0, numbers)
    names = [name for name in status_fields(kind.NAME) if name != "netQualityLevel"]
    assert list(status.fields) == names
    assert volume == ComponentEvent("audiovolumenotify", {"volume": 40})
    assert machine.netstatus == status.fields


@pytest.mark.parametrize("component", COMPONENTS)
def test_what_a_pc_should_say_has_a_message_and_a_cause(component: ComponentName) -> None:
    for row in state_codes(component).values():
        assert bool(row.message) == bool(row.cause)
        assert row.message or row.pc != "emit"
        assert not row.message or row.pc in ("emit", "optional")
