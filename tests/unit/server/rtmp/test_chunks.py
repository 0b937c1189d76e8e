import struct
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.server.rtmp.chunks import ChunkReader, encode_message
from lianmai.server.rtmp.limits import RtmpError, RtmpLimits
from lianmai.server.rtmp.messages import Message, Type, set_chunk_size

MESSAGES = st.builds(
    Message,
    type_id=st.sampled_from([Type.AUDIO, Type.VIDEO, Type.DATA, Type.COMMAND]),
    timestamp_ms=st.integers(0, 0xFFFFFFFF) | st.integers(0xFFFFFD, 0x1000002),
    stream_id=st.integers(0, 0xFFFFFFFF),
    body=st.binary(max_size=600),
)


def read(*pieces: bytes, limits: RtmpLimits | None = None) -> list[Message]:
    reader = ChunkReader(limits or RtmpLimits())
    return [message for piece in pieces for message in reader.feed(piece)]


def cut(data: bytes, places: Sequence[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


def header(form: int, stamp: int, size: int = 0, type_id: int = 0, stream_id: int = 0) -> bytes:
    """Return a header on chunk stream 5."""
    fields = (
        stamp.to_bytes(3) + size.to_bytes(3) + bytes([type_id]) + stream_id.to_bytes(4, "little")
    )
    return bytes([form << 6 | 5]) + fields[: (11, 7, 3, 0)[form]]


@given(
    st.lists(st.tuples(MESSAGES, st.integers(2, 63)), max_size=5),
    st.lists(st.integers(0, 10_000), max_size=8),
)
def test_messages_arrive_whole_however_the_network_cuts_them(
    sent: list[tuple[Message, int]], places: list[int]
) -> None:
    data = b"".join(encode_message(message, stream, 128) for message, stream in sent)
    assert read(*cut(data, places)) == [message for message, _ in sent]


@given(st.lists(st.binary(max_size=400), max_size=5))
def test_garbage_ends_in_a_protocol_error_or_in_messages(pieces: list[bytes]) -> None:
    with suppress(RtmpError):
        for message in read(*pieces):
            assert len(message.body) <= RtmpLimits().max_message_bytes


def test_a_chunk_size_counts_from_the_next_chunk_on() -> None:
    long = Message(Type.VIDEO, 7, 1, bytes(range(256)) * 20)
    data = encode_message(set_chunk_size(5000), 2, 128) + encode_message(long, 6, 5000)
    assert read(data) == [long]


def test_interleaved_messages_are_kept_apart() -> None:
    video, audio = Message(Type.VIDEO, 1, 1, b"v" * 300), Message(Type.AUDIO, 2, 1, b"a" * 300)
    first, second = encode_message(video, 6, 128), encode_message(audio, 4, 128)
    edges = [(0, 12 + 128), (12 + 128, 12 + 128 + 129), (12 + 128 + 129, None)]
    mixed = b"".join(part[start:end] for start, end in edges for part in (first, second))
    assert read(mixed) == [video, audio]


def test_short_headers_take_the_rest_from_the_header_before() -> None:
    data = (
        header(0, 1000, 2, Type.AUDIO, 1) + b"aa"
        + header(1, 20, 3, Type.VIDEO) + b"bbb"
        + header(2, 30) + b"ccc"
        + header(3, 0) + b"ddd"
    )  # fmt: skip
    assert read(data) == [
        Message(Type.AUDIO, 1000, 1, b"aa"),
        Message(Type.VIDEO, 1020, 1, b"bbb"),
        Message(Type.VIDEO, 1050, 1, b"ccc"),
        Message(Type.VIDEO, 1080, 1, b"ddd"),
    ]


def test_an_alike_message_after_a_full_header_moves_on_by_its_timestamp() -> None:
    data = header(0, 21, 1, Type.AUDIO, 1) + b"a" + header(3, 0) + b"b"
    assert [message.timestamp_ms for message in read(data)] == [21, 42]


def test_timestamps_wrap_after_32_bits() -> None:
    start = header(0, 0xFFFFFF, 1, Type.AUDIO, 1) + struct.pack(">I", 0xFFFFFFF0) + b"a"
    assert [it.timestamp_ms for it in read(start + header(2, 0x20) + b"b")] == [0xFFFFFFF0, 0x10]


@pytest.mark.parametrize("repeated", [struct.pack(">I", 0x01000000), b""], ids=["with", "without"])
def test_a_long_message_may_repeat_its_extended_timestamp_or_not(repeated: bytes) -> None:
    head = header(0, 0xFFFFFF, 200, Type.VIDEO, 1) + struct.pack(">I", 0x01000000)
    data = head + b"x" * 128 + header(3, 0) + repeated + b"y" * 72
    assert read(data) == [Message(Type.VIDEO, 0x01000000, 1, b"x" * 128 + b"y" * 72)]


@pytest.mark.parametrize(
    ("basic", "number"), [(b"\x00\x00", 64), (b"\x00\xff", 319), (b"\x01\x00\x01", 320)]
)
def test_chunk_stream_numbers_of_two_and_three_bytes_are_read(basic: bytes, number: int) -> None:
    data = basic + header(0, 5, 1, Type.AUDIO, 1)[1:] + b"a"
    again = bytes([basic[0] | 0xC0]) + basic[1:] + b"b"
    assert [message.body for message in read(data + again)] == [b"a", b"b"], number


def test_an_aborted_message_is_forgotten() -> None:
    begun = header(0, 0, 200, Type.VIDEO, 1) + b"x" * 128
    abort = encode_message(Message(Type.ABORT, 0, 0, struct.pack(">I", 5)), 2, 128)
    after = header(0, 9, 1, Type.AUDIO, 1) + b"a"
    assert read(begun + abort + after) == [Message(Type.AUDIO, 9, 1, b"a")]


@pytest.mark.parametrize(
    "data",
    [
        header(0, 0, 0xFFFFFF, Type.VIDEO, 1),
        header(0, 0, 70_000, Type.COMMAND, 0),
        header(2, 0),
        header(3, 0),
        header(0, 0, 200, Type.VIDEO, 1) + b"x" * 128 + header(0, 0, 1, Type.VIDEO, 1),
        encode_message(set_chunk_size(1), 2, 128),
        encode_message(set_chunk_size(0x80000000), 2, 128),
        b"".join(encode_message(Message(8, 0, 1, b"a"), number, 128) for number in range(2, 64))
        + b"".join(bytes([0, n]) + header(0, 0, 1, 8, 1)[1:] + b"a" for n in range(10)),
    ],
    ids=[
        "long message", "long command", "delta of nothing", "repeat of nothing",
        "unfinished message", "tiny chunks", "negative chunk size", "many chunk streams",
    ],
)  # fmt: skip
def test_what_breaks_the_rules_or_a_bound_is_refused(data: bytes) -> None:
    with pytest.raises(RtmpError):
        read(data)


def test_unfinished_messages_together_are_bounded() -> None:
    limits = RtmpLimits(max_message_bytes=1000)
    pieces = [
        bytes([number]) + header(0, 0, 1000, Type.VIDEO, 1)[1:] + b"x" * 128
        for number in range(2, 40)
    ]
    with pytest.raises(RtmpError, match="unfinished"):
        read(*pieces, limits=limits)


@pytest.mark.parametrize("size", [0, 1])
def test_a_flood_of_tiny_messages_is_refused(size: int) -> None:
    first = header(0, 0, size, Type.AUDIO, 1) + b"a" * size
    with pytest.raises(RtmpError, match="floods"):
        read(first + (header(3, 0) + b"a" * size) * 5000)
    assert len(read(*[first, *[header(3, 0) + b"a" * size] * 5000])) == 5001
