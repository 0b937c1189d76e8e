import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.server.relay.flv import AUDIO, DATA, VIDEO, Tag, encode_tag
from lianmai.server.relay.stream_address import StreamAddress
from lianmai.server.rtmp import amf0
from lianmai.server.rtmp.chunks import encode_message
from lianmai.server.rtmp.events import PlayAsked, PublishAsked, Received, Stopped
from lianmai.server.rtmp.limits import RtmpError, RtmpLimits
from lianmai.server.rtmp.messages import Control, Message, Type, user_control
from tests.unit.server.rtmp.talk import (
    CONNECT,
    GREETING,
    Talk,
    command,
    media,
    opening,
    status_codes,
)


def publishing(name: str = "alice") -> Talk:
    talk = Talk()
    talk.say(opening() + command("publish", None, name, "live", stream_id=1))
    talk.session.accept_publish(1)
    talk.heard()
    return talk


def playing() -> Talk:
    talk = Talk()
    talk.say(opening() + command("play", None, "alice", stream_id=1))
    talk.session.accept_play(1)
    talk.heard()
    return talk


def test_the_handshake_repeats_what_the_client_sent() -> None:
    talk = Talk()
    client = bytes(range(256)) * 6
    talk.say(b"\x03" + client)
    answer = talk.session.take_output()
    assert (len(answer), answer[:1], answer[5:9], answer[1537:]) == (
        3073,
        b"\x03",
        bytes(4),
        client,
    )


def test_a_digest_handshake_is_answered_like_a_simple_one() -> None:
    talk = Talk()
    talk.say(b"\x03" + bytes(4) + b"\x09\x00\x7c\x02" + b"d" * 1528 + b"e" * 1536)
    talk.say(command("connect", CONNECT))
    assert talk.codes() == ["NetConnection.Connect.Success"]


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n", b"\x16\x03\x01", b"\x06"])
def test_another_protocol_is_refused_at_its_first_byte(data: bytes) -> None:
    with pytest.raises(RtmpError, match="RTMP 3"):
        Talk().say(data)


@pytest.mark.parametrize("type_id", [Type.COMMAND, Type.COMMAND_AMF3])
def test_a_client_connects_whichever_amf_it_announces(type_id: int) -> None:
    talk = Talk()
    talk.say(GREETING + command("connect", {**CONNECT, "objectEncoding": 3.0}, type_id=type_id))
    assert talk.codes() == ["NetConnection.Connect.Success"]


def test_an_unknown_application_is_rejected_by_name() -> None:
    talk = Talk()
    talk.say(GREETING + command("connect", {"app": "vod"}))
    heard = talk.heard()
    assert status_codes(heard) == ["NetConnection.Connect.Rejected"]
    assert b"'vod" in heard[-1].body


@pytest.mark.parametrize(
    ("app", "name"),
    [
        ("live", "alice?key=k"),
        ("live?key=k", "alice"),
        ("live/", "alice?x=1&key=k"),
        ("live?key=other", "alice?key=k"),
    ],
)
def test_a_key_is_found_wherever_the_client_puts_it(app: str, name: str) -> None:
    events = Talk().say(opening(app) + command("publish", None, name, "live", stream_id=1))
    assert events == [PublishAsked(1, StreamAddress("alice", "k"))]


def test_a_key_may_stand_in_the_url_alone() -> None:
    fields: amf0.Value = {"app": "live", "tcUrl": "rtmp://example.test/live?key=k"}
    words = GREETING + command("connect", fields) + command("createStream", None)
    events = Talk().say(words + command("play", None, "alice", -2000.0, stream_id=1))
    assert events == [PlayAsked(1, StreamAddress("alice", "k"))]


def test_a_name_with_slashes_survives_a_client_that_splits_it() -> None:
    events = Talk().say(opening("live/room1") + command("play", None, "alice", stream_id=1))
    assert events == [PlayAsked(1, StreamAddress("room1/alice"))]


def test_what_encoders_ask_before_publishing_is_answered() -> None:
    talk = Talk()
    talk.say(opening())
    talk.heard()
    for number, name in enumerate(["releaseStream", "FCPublish", "_checkbw", "getStreamLength"]):
        talk.say(command(name, None, "alice", number=number + 4.0))
        assert amf0.decode(talk.heard()[0].body)[:2] == ["_result", number + 4.0], name


def test_an_unknown_call_gets_an_error_and_the_connection_stays() -> None:
    talk = Talk()
    talk.say(opening())
    talk.heard()
    talk.say(command("makeCoffee", None, number=9.0))
    assert amf0.decode(talk.heard()[0].body)[:2] == ["_error", 9.0]
    assert talk.say(command("publish", None, "alice", "live", stream_id=1))


def test_answers_are_not_answered() -> None:
    talk = Talk()
    talk.say(opening())
    talk.heard()
    talk.say(command("_result", None, number=5.0) + command("_error", None, number=6.0))
    assert talk.heard() == []


def test_a_publisher_hears_that_it_may_start_and_is_then_received() -> None:
    talk = Talk()
    talk.say(opening() + command("publish", None, "alice", "live", stream_id=1))
    talk.heard()
    talk.session.accept_publish(1)
    assert talk.codes() == ["NetStream.Publish.Start"]
    tag = Tag(VIDEO, 40, b"\x17\x01" + b"x" * 500)
    assert talk.say(media(tag)) == [Received(tag)]


def test_a_publisher_that_does_not_wait_for_its_answer_loses_nothing() -> None:
    session = Talk().session
    tag = Tag(AUDIO, 0, b"\xaf\x00\x11\x90")
    words = opening() + command("publish", None, "alice", "live", stream_id=1) + media(tag)
    events = []
    for event in session.feed(words):
        events.append(event)
        if isinstance(event, PublishAsked):
            session.accept_publish(1)
    assert events[1:] == [Received(tag)]


def test_media_is_dropped_from_who_does_not_publish() -> None:
    tag = Tag(VIDEO, 0, b"\x17\x01abc")
    assert playing().say(media(tag)) == []
    assert publishing().say(media(tag, stream_id=2) + media(Tag(AUDIO, 0, b""))) == []


@pytest.mark.parametrize("prefix", [b"", amf0.encode("@setDataFrame")])
def test_metadata_reaches_players_without_the_order_to_keep_it(prefix: bytes) -> None:
    body = amf0.encode("onMetaData", {"width": 640})
    assert publishing().say(media(Tag(DATA, 0, prefix + body))) == [Received(Tag(DATA, 0, body))]


def test_malformed_metadata_costs_the_publisher_its_connection() -> None:
    talk = publishing()
    with pytest.raises(RtmpError):
        talk.say(media(Tag(DATA, 0, amf0.encode("onMetaData") + b"\x03\x00")))


def test_an_aggregate_message_is_taken_apart() -> None:
    tags = [Tag(VIDEO, 500, b"\x17\x01abc"), Tag(AUDIO, 520, b"\xaf\x01xyz")]
    body = b"".join(encode_tag(tag) for tag in tags)
    aggregate = encode_message(Message(Type.AGGREGATE, 9000, 1, body), 6, 128)
    assert publishing().say(aggregate) == [
        Received(Tag(VIDEO, 9000, b"\x17\x01abc")),
        Received(Tag(AUDIO, 9020, b"\xaf\x01xyz")),
    ]


@pytest.mark.parametrize(
    "body",
    [encode_tag(Tag(VIDEO, 0, b"abc"))[:-6], encode_tag(Tag(VIDEO, 0, b"")) * 5000],
    ids=["cut", "endless"],
)
def test_a_bad_aggregate_message_is_refused(body: bytes) -> None:
    with pytest.raises(RtmpError):
        publishing().say(encode_message(Message(Type.AGGREGATE, 0, 1, body), 6, 128))


def test_a_refused_client_hears_why_and_may_ask_again() -> None:
    talk = Talk()
    talk.say(opening() + command("publish", None, "alice", "live", stream_id=1))
    talk.heard()
    talk.session.refuse(1, "NetStream.Publish.BadName", "Taken.")
    assert talk.codes() == ["NetStream.Publish.BadName"]
    assert talk.say(command("publish", None, "bob", "live", stream_id=1)) == [
        PublishAsked(1, StreamAddress("bob"))
    ]


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 129, "a//b", "名"])
def test_a_bad_stream_name_is_refused_with_a_sentence(name: str) -> None:
    talk = Talk()
    assert talk.say(opening() + command("publish", None, name, "live", stream_id=1)) == []
    assert talk.codes()[-1] == "NetStream.Publish.BadName"


def test_a_second_stream_on_one_connection_is_refused_and_the_first_goes_on() -> None:
    talk = publishing()
    talk.say(command("createStream", None) + command("play", None, "bob", stream_id=2))
    assert talk.codes() == ["NetStream.Play.Failed"]
    tag = Tag(AUDIO, 0, b"\xaf\x01a")
    assert talk.say(media(tag)) == [Received(tag)]


@pytest.mark.parametrize(
    "goodbye",
    [command("deleteStream", None, 1.0), command("closeStream", None, stream_id=1)],
    ids=["deleteStream", "closeStream"],
)
def test_a_publisher_that_stops_is_reported_once(goodbye: bytes) -> None:
    talk = publishing()
    assert talk.say(goodbye + goodbye) == [Stopped()]
    assert talk.codes() == ["NetStream.Unpublish.Success"]


def test_players_hear_of_the_start_and_of_the_end() -> None:
    talk = Talk()
    talk.say(opening() + command("play", None, "alice", stream_id=1))
    talk.heard()
    talk.session.accept_play(1)
    started = talk.heard()
    assert started[0] == user_control(Control.STREAM_BEGIN, 1)
    assert status_codes(started) == ["NetStream.Play.Reset", "NetStream.Play.Start"]
    talk.session.end_play()
    ended = talk.heard()
    assert status_codes(ended) == ["NetStream.Play.UnpublishNotify"]
    assert ended[-1] == user_control(Control.STREAM_EOF, 1)


def test_a_ping_is_answered_with_its_own_time() -> None:
    talk = playing()
    talk.say(encode_message(user_control(Control.PING_REQUEST, 4711), 2, 128))
    assert talk.heard() == [user_control(Control.PING_RESPONSE, 4711)]


def test_received_bytes_are_acknowledged_once_per_window() -> None:
    talk = publishing()
    window = Message(Type.WINDOW_ACKNOWLEDGEMENT_SIZE, 0, 0, struct.pack(">I", 10_000))
    talk.say(encode_message(window, 2, 128))
    talk.heard()
    for _ in range(3):
        talk.say(media(Tag(VIDEO, 0, b"\x27\x01" + bytes(9_000))))
    acknowledged = [int.from_bytes(it.body) for it in talk.heard()]
    assert len(acknowledged) == 2
    assert acknowledged[1] - acknowledged[0] >= 10_000


@pytest.mark.parametrize(
    "words",
    [
        command("publish", None, "alice", "live", stream_id=1),
        command("connect"),
        command("connect", CONNECT) * 2,
        command("connect", CONNECT) + command("publish", None, "alice", "live", stream_id=1),
        opening()[len(GREETING) :] + command("publish", None, stream_id=1),
        opening()[len(GREETING) :] + command("publish", None, "a", "live", stream_id=1) * 2,
        opening()[len(GREETING) :] + command("createStream", None) * 16,
        encode_message(Message(Type.COMMAND, 0, 0, amf0.encode(1.0, "connect")), 3, 128),
        encode_message(Message(Type.COMMAND, 0, 0, b""), 3, 128),
    ],
    ids=[
        "before connect", "connect without fields", "connect twice", "no stream", "no name",
        "publish twice", "many streams", "number first", "empty",
    ],
)  # fmt: skip
def test_a_client_that_talks_nonsense_is_refused(words: bytes) -> None:
    with pytest.raises(RtmpError):
        Talk().say(GREETING + words)


NAMES = [
    "connect", "createStream", "publish", "play", "closeStream", "deleteStream", "FCPublish",
    "releaseStream", "pause", "onStatus", "nonsense", "getStreamLength",
]  # fmt: skip
ARGUMENTS = st.none() | st.just(CONNECT) | st.sampled_from(["a", "a?key=k", ""]) | st.floats(0, 3)
COMMANDS = st.builds(
    lambda name, arguments, number, stream: command(
        name, *arguments, number=number, stream_id=stream
    ),
    st.sampled_from(NAMES),
    st.lists(ARGUMENTS, max_size=3),
    st.sampled_from([0.0, 1.0]),
    st.integers(0, 3),
)
TAGS = st.builds(
    lambda type_id, body: media(Tag(type_id, 0, body)),
    st.sampled_from([AUDIO, VIDEO, DATA, Type.AGGREGATE, Type.USER_CONTROL, 99]),
    st.binary(max_size=40),
)


@given(st.lists(COMMANDS | TAGS, max_size=12), st.booleans())
def test_any_order_of_words_ends_in_events_or_a_protocol_error(
    words: list[bytes], begins_well: bool
) -> None:
    session = Talk(RtmpLimits(max_message_streams=4)).session
    uses = 0
    with suppress(RtmpError):
        for event in session.feed(b"".join([opening() if begins_well else GREETING, *words])):
            uses += isinstance(event, PublishAsked | PlayAsked) - isinstance(event, Stopped)
            assert uses in (0, 1)
            if isinstance(event, PublishAsked):
                session.accept_publish(event.stream_id)
            elif isinstance(event, PlayAsked):
                session.accept_play(event.stream_id)
