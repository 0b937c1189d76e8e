from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.server.rtmp import amf0
from lianmai.server.rtmp.limits import RtmpError

SCALARS = st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=40)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.lists(VALUES, max_size=5))
def test_what_is_written_is_read(values: list[amf0.Value]) -> None:
    assert amf0.decode(amf0.encode(*values)) == values


@given(st.binary(max_size=200))
def test_garbage_is_refused_or_read_but_nothing_else(data: bytes) -> None:
    with suppress(RtmpError):
        amf0.decode(data)


@given(st.lists(VALUES, min_size=1, max_size=3), st.data())
def test_a_cut_message_is_refused_or_reads_as_its_beginning(
    values: list[amf0.Value], data: st.DataObject
) -> None:
    whole = amf0.encode(*values)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    try:
        read = amf0.decode(cut)
    except RtmpError:
        return
    assert read == values[: len(read)]
    assert len(read) < len(values)


def test_a_string_longer_than_64_kib_is_read() -> None:
    assert amf0.decode(amf0.encode("x" * 70_000)) == ["x" * 70_000]


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\x08\x00\x00\x00\x63\x00\x01a\x05\x00\x00\x09", {"a": None}),  # wrong count
        (b"\x10\x00\x03Foo\x00\x01a\x01\x01\x00\x00\x09", {"a": True}),
        (b"\x06", None),
        (b"\x0d", None),
        (b"\x0b" + bytes(8) + b"\x00\x00", 0.0),
        (b"\x0f\x00\x00\x00\x04<a/>", "<a/>"),
        (b"\x02\x00\x02\xff\xfe", "\ufffd\ufffd"),
    ],
    ids=["ecma array", "typed object", "undefined", "unsupported", "date", "xml", "not utf-8"],
)
def test_types_only_clients_write_are_read(data: bytes, value: amf0.Value) -> None:
    assert amf0.decode(data) == [value]


@pytest.mark.parametrize(
    "data",
    [
        b"\x0a\x00\x00\x00\x01" * 40 + b"\x05",
        b"\x0a\xff\xff\xff\xff",
        b"\x05" * (amf0.MAX_VALUES + 1),
        b"\x0a\x00\x00\x10\x00" + b"\x05" * 4096,
        b"\x11",
        b"\x07\x00\x00",
    ],
    ids=["deep", "endless array", "many values", "many in an array", "amf3", "reference"],
)
def test_what_exceeds_a_bound_is_refused(data: bytes) -> None:
    with pytest.raises(RtmpError):
        amf0.decode(data)
