"""The protocol's page and schema say what the code does."""

import json
import re
from typing import Any

import pytest
from msgspec import structs

from lianmai.core.messages import RESULTS, ErrorCode, Op, Peer, RoomJoined, Snapshot
from lianmai.core.resources import resource
from lianmai.core.room import Room
from lianmai.core.rpc import (
    EVENTS,
    OPS,
    Answer,
    Ignored,
    Refusal,
    decode_incoming,
    decode_request,
    result_of,
)
from lianmai.core.schema import schema_text
from lianmai.server.hub.limits import Limits
from lianmai.server.signalling import Wire

PAGE = resource("protocol/protocol.md").read_text("utf-8")


def row_of(name: str) -> list[str]:
    """Return the cells of the table row that begins with *name*."""
    found = re.search(rf"^\| `{name}` \|(.*)\|$", PAGE, re.MULTILINE)
    assert found, f"{name} has no row"
    return [cell.strip() for cell in found[1].split("|")]


def test_the_schema_is_up_to_date() -> None:
    text = resource("protocol/schema.json").read_text("utf-8")
    assert json.loads(text) == json.loads(schema_text()), "run: python -m lianmai.core.schema"


@pytest.mark.parametrize("name", OPS)
def test_the_page_has_each_request_with_its_fields_and_result(name: str) -> None:
    params, result, _ = row_of(name)
    fields = [field.encode_name for field in structs.fields(OPS[name])]
    assert re.findall(r"`(\w+)`", params) == fields
    assert result == RESULTS[OPS[name]].__name__.lower()


@pytest.mark.parametrize("name", EVENTS)
def test_the_page_has_each_event_with_its_fields(name: str) -> None:
    fields = [field.encode_name for field in structs.fields(EVENTS[name])]
    assert re.findall(r"`(\w+)`", row_of(name)[0]) == fields


@pytest.mark.parametrize("code", list(ErrorCode))
def test_the_page_has_each_error_code(code: ErrorCode) -> None:
    assert f"| {code.value} | {code.name} |" in PAGE


def test_the_page_has_the_limits_of_a_server() -> None:
    limits, wire = Limits(), Wire()
    for said in (
        f"waits for {limits.grace_s:g} s",
        f"within {limits.entry_s:g} s is closed",
        f"works for {limits.overlap_s:g} s more",
        f"{limits.warning_s:g} s before its end",
        f"{limits.members} members and {limits.publishers} publishing peers",
        f"{limits.requests_per_s:g} requests a second a connection, {limits.request_burst} at",
        f"body {limits.message_bytes} bytes; info {limits.own_info_bytes} bytes a peer",
        f"and {limits.room_info_bytes} bytes a room",
        f"up to {limits.name_chars} printable",
        f"the newest {limits.missed_messages}",
        f"ping every {wire.ping_every_s:g} s",
        f"takes more than {wire.pong_within_s:g} s",
    ):
        assert said in PAGE


def test_the_example_is_a_visit_as_it_happens() -> None:
    room, asked, answers = Room(), dict[int, Op[Any]](), dict[int, Any]()
    for sign, text in re.findall(r"^([<>]) (\{.*\})$", PAGE, re.MULTILINE):
        if sign == ">":
            request = decode_request(text)
            assert isinstance(request.id, int)
            asked[request.id] = request.op
            continue
        match decode_incoming(text):
            case Answer(id) as answer:
                answers[id] = result_of(answer, RESULTS[type(asked[id])])
                if isinstance(answers[id], Snapshot):
                    room.apply(RoomJoined(answers[id]))
            case Ignored() | Refusal() as odd:
                pytest.fail(str(odd))
            case event:
                room.apply(event)
    assert asked.keys() == answers.keys()
    assert room.peers == {"ann": Peer("ann", "Ann", is_host=True, streams=("all",))}
