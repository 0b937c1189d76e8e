"""The envelope: what goes in comes out, and whatever else comes in has its code."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Raw

from lianmai.core import rpc
from lianmai.core.messages import (
    Done,
    ErrorCode,
    Join,
    Message,
    PeerLeft,
    Publish,
    SetLocalMute,
    Snapshot,
)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def request(**fields: Any) -> str:
    """Return a good request to join, with *fields* changed."""
    good = {"jsonrpc": "2.0", "id": 7, "method": "join", "params": {"room": "lobby"}}
    return json.dumps({key: it for key, it in (good | fields).items() if it is not ...})


def refused(text: str | bytes) -> rpc.Malformed:
    with pytest.raises(rpc.Malformed) as caught:
        rpc.decode_request(text)
    return caught.value


def outcome(text: str | bytes) -> rpc.Request | rpc.Malformed:
    try:
        return rpc.decode_request(text)
    except rpc.Malformed as error:
        return error


def test_methods_and_events_are_spelled_in_snake_case() -> None:
    assert rpc.OPS["set_local_mute"] is SetLocalMute
    assert rpc.EVENTS["peer_left"] is PeerLeft


def test_a_request_arrives_as_it_was_sent() -> None:
    op = SetLocalMute("audio", on=True)
    assert rpc.decode_request(rpc.encode_request(3, op)) == rpc.Request(op, 3)


def test_params_may_be_left_out_when_all_have_defaults() -> None:
    assert rpc.decode_request(request(method="publish", params=...)).op == Publish("all")


def test_fields_of_newer_clients_are_passed_over() -> None:
    text = request(params={"room": "lobby", "mood": "good"})
    assert rpc.decode_request(text).op == Join("lobby")


@pytest.mark.parametrize("own_id", ["a7", 7, None])
def test_an_id_may_be_text_a_number_or_null(own_id: object) -> None:
    assert rpc.decode_request(request(id=own_id)).id == own_id


def test_a_request_without_id_wants_no_answer() -> None:
    assert rpc.decode_request(request(id=...)).id is UNSET
    assert refused(request(id=..., method="dance")).id is UNSET
    assert refused(request(id=..., params={})).id is UNSET


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ErrorCode.PARSE_ERROR),
        ("hello", ErrorCode.PARSE_ERROR),
        ("[", ErrorCode.PARSE_ERROR),
        ('{"jsonrpc":"2.0",', ErrorCode.PARSE_ERROR),
        (b"\xff\xfe\x00", ErrorCode.PARSE_ERROR),
        ('"\ud800"', ErrorCode.PARSE_ERROR),
        ("[" * 60_000, ErrorCode.PARSE_ERROR),
        (request(params=...)[:-1] + ',"params":' + "[" * 60_000, ErrorCode.PARSE_ERROR),
        ("[]", ErrorCode.INVALID_REQUEST),
        (f"[{request()}]", ErrorCode.INVALID_REQUEST),
        ("1", ErrorCode.INVALID_REQUEST),
        ("null", ErrorCode.INVALID_REQUEST),
        ("{}", ErrorCode.INVALID_REQUEST),
        (request(jsonrpc="1.0"), ErrorCode.INVALID_REQUEST),
        (request(jsonrpc=...), ErrorCode.INVALID_REQUEST),
        (request(method=5), ErrorCode.INVALID_REQUEST),
        (request(id=1.5), ErrorCode.INVALID_REQUEST),
        (request(id=[]), ErrorCode.INVALID_REQUEST),
        (request(id=10**30), ErrorCode.INVALID_REQUEST),
        (request(id="x" * 65), ErrorCode.INVALID_REQUEST),
        (request(params={"room": "x" * 70_000}), ErrorCode.INVALID_REQUEST),
        (request(method="dance"), ErrorCode.UNKNOWN_METHOD),
        (request(method="Join"), ErrorCode.UNKNOWN_METHOD),
        (request(params={}), ErrorCode.INVALID_PARAMS),
        (request(params=["lobby"]), ErrorCode.INVALID_PARAMS),
        (request(params=None), ErrorCode.INVALID_PARAMS),
        (request(params={"room": 5}), ErrorCode.INVALID_PARAMS),
        (request(params={"room": "r", "role": "king"}), ErrorCode.INVALID_PARAMS),
    ],
)
def test_what_is_no_request_of_ours_is_refused_with_its_code(
    text: str | bytes, code: ErrorCode
) -> None:
    assert refused(text).code == code


@pytest.mark.parametrize("bad", [{"method": "dance"}, {"params": {}}, {"jsonrpc": "1.0"}])
def test_a_refusal_carries_the_id_of_its_request(bad: dict[str, Any]) -> None:
    assert refused(request(**bad)).id == 7


def test_a_refusal_does_not_repeat_pages_of_input() -> None:
    assert len(refused(request(jsonrpc="x" * 9000)).reason) < 300


@given(st.text() | st.binary() | ANYTHING.map(json.dumps))
def test_no_input_breaks_a_server(text: str | bytes) -> None:
    found = outcome(text)
    assert isinstance(found, rpc.Request) or found.code in set(ErrorCode)


@given(st.sampled_from(sorted(rpc.OPS)), ANYTHING)
def test_no_parameters_break_a_server(method: str, params: Any) -> None:
    found = outcome(request(method=method, params=params))
    if isinstance(found, rpc.Malformed):
        assert (found.code, found.id) == (ErrorCode.INVALID_PARAMS, 7)
    else:
        assert isinstance(found.op, rpc.OPS[method])


def test_an_answer_arrives_as_it_was_sent() -> None:
    snapshot = Snapshot("lobby", "ann", "s", (), grace_s=15)
    answer = rpc.decode_incoming(rpc.encode_answer(7, snapshot))
    assert isinstance(answer, rpc.Answer)
    assert (answer.id, rpc.result_of(answer, Snapshot)) == (7, snapshot)


def test_a_refusal_arrives_as_it_was_sent() -> None:
    text = rpc.encode_refusal(None, ErrorCode.BAD_ID, "no")
    assert rpc.decode_incoming(text) == rpc.Refusal(None, 4004, "no")


def test_an_event_arrives_as_it_was_sent() -> None:
    event = Message("ann", "room", "你好")
    assert rpc.decode_incoming(rpc.encode_event(event)) == event


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>", "not JSON-RPC"),
        (b"\xff\xff", "not JSON-RPC"),
        ('{"jsonrpc":"2.0","id":1}', "answer to nothing"),
        ('{"jsonrpc":"2.0","method":"tea_time"}', "'tea_time'"),
        ('{"jsonrpc":"2.0","method":"peer_left","params":{"uid":[]}}', "'peer_left'"),
    ],
)
def test_what_a_client_cannot_use_is_named_and_passed_over(text: str | bytes, said: str) -> None:
    ignored = rpc.decode_incoming(text)
    assert isinstance(ignored, rpc.Ignored)
    assert said in ignored.reason


@given(st.text() | st.binary() | ANYTHING.map(json.dumps))
def test_no_input_breaks_a_client(text: str | bytes) -> None:
    rpc.decode_incoming(text)


@pytest.mark.parametrize("result", [b"5", b'{"room": 5}', b"[" * 50_000])
def test_a_result_of_another_kind_is_a_value_error(result: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # its text is not ours
        rpc.result_of(rpc.Answer(1, Raw(result)), Snapshot)


def test_an_empty_result_is_enough_for_what_says_nothing() -> None:
    assert rpc.result_of(rpc.Answer(1, Raw(b'{"more": 1}')), Done) == Done()
