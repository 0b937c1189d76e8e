import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.server.relay.flv import (
    AUDIO,
    DATA,
    VIDEO,
    Tag,
    encode_tag,
    is_key_frame,
    is_metadata,
    is_sequence_header,
)
from lianmai.server.rtmp import amf0
from lianmai.server.rtmp.aggregate import split_aggregate
from lianmai.server.rtmp.messages import Message, Type


@given(st.sampled_from([AUDIO, VIDEO, DATA]), st.integers(0, 0xFFFFFFFF), st.binary(max_size=300))
def test_a_tag_is_read_back_as_it_was_written(kind: int, stamp: int, body: bytes) -> None:
    tag = Tag(kind, stamp, body)
    whole = encode_tag(tag)
    assert list(split_aggregate(Message(Type.AGGREGATE, stamp, 1, whole))) == [tag]
    assert int.from_bytes(whole[-4:]) == len(whole) - 4


@pytest.mark.parametrize(
    ("body", "is_key", "is_header"),
    [
        (b"\x17\x01", True, False),
        (b"\x27\x01", False, False),
        (b"\x17\x00", False, True),
        (b"\x17\x02", False, False),
        (b"\x1c\x01", True, False),
        (b"\x1c\x00", False, True),
        (b"\x12\x00", True, False),
        (b"\x22\x00", False, False),
        (b"\x90hvc1", False, True),
        (b"\x91hvc1", True, False),
        (b"\x93hvc1", True, False),
        (b"\xa1hvc1", False, False),
        (b"\x92hvc1", False, False),
        (b"\x96\x00hvc1", False, True),
        (b"\x96\x01hvc1", True, False),
        (b"\x17", False, False),
    ],
    ids=[
        "avc key", "avc delta", "avc header", "avc end", "hevc key", "hevc header",
        "h263 key", "h263 delta", "enhanced header", "enhanced key", "enhanced key without offset",
        "enhanced delta", "enhanced end", "multitrack header", "multitrack key", "cut",
    ],
)  # fmt: skip
def test_a_picture_says_whether_decoding_can_begin_there(
    body: bytes, is_key: bool, is_header: bool
) -> None:
    tag = Tag(VIDEO, 0, body)
    assert (is_key_frame(tag), is_sequence_header(tag)) == (is_key, is_header)


@pytest.mark.parametrize(
    ("body", "is_header"),
    [(b"\xaf\x00", True), (b"\xaf\x01", False), (b"\x90Opus", True), (b"\x91Opus", False),
     (b"\x2f\x00", False), (b"\xaf", False)],
)  # fmt: skip
def test_sound_says_whether_it_configures_a_decoder(body: bytes, is_header: bool) -> None:
    assert is_sequence_header(Tag(AUDIO, 0, body)) == is_header
    assert not is_key_frame(Tag(AUDIO, 0, body))


def test_only_a_description_is_metadata() -> None:
    body = amf0.encode("onMetaData", {})
    assert is_metadata(Tag(DATA, 0, body))
    assert not is_metadata(Tag(DATA, 0, amf0.encode("onTextData", {})))
    assert not is_metadata(Tag(AUDIO, 0, body))


@given(st.sampled_from([AUDIO, VIDEO, DATA]), st.binary(max_size=20))
def test_any_body_is_judged_without_an_error(kind: int, body: bytes) -> None:
    tag = Tag(kind, 0, body)
    assert not (is_key_frame(tag) and (is_sequence_header(tag) or is_metadata(tag)))
