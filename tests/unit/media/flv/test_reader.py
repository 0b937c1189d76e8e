"""FLV tags out of bytes, whatever else is among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.flv.reader import LARGEST_TAG, FlvReader, NotFlvError, Tag
from tests.unit.media.scenes import FLV_HEADER, tag_bytes

TAGS = st.lists(
    st.builds(
        Tag,
        kind=st.sampled_from([8, 9, 18]),
        time_ms=st.integers(0, 2**32 - 1),
        body=st.binary(max_size=300),
    ),
    max_size=8,
)


def read_all(data: bytes, chunk: int) -> tuple[list[Tag], FlvReader]:
    reader = FlvReader()
    tags = [
        tag for start in range(0, len(data), chunk) for tag in reader.feed(data[start:][:chunk])
    ]
    return tags, reader


@given(TAGS, st.integers(1, 400))
def test_tags_come_out_whole_however_the_bytes_are_cut(tags: list[Tag], chunk: int) -> None:
    data = FLV_HEADER + b"".join(map(tag_bytes, tags))
    found, reader = read_all(data, chunk)
    assert (found, reader.garbage) == (tags, 0)


@given(TAGS, st.binary(min_size=1, max_size=200), st.integers(1, 400))
def test_garbage_is_skipped_and_the_next_tags_are_found(
    tags: list[Tag], garbage: bytes, chunk: int
) -> None:
    first = Tag(9, 40, b"before")
    # 0xff cannot be the kind of a tag, nor can zeros follow it.
    data = FLV_HEADER + tag_bytes(first) + b"\xff" + garbage.replace(b"\0", b"\xff") + b"\xff" * 11
    found, reader = read_all(data + b"".join(map(tag_bytes, tags)), chunk)
    assert found == [first, *tags]
    assert reader.garbage == 1


@given(st.binary(max_size=2000), st.integers(1, 400))
def test_noise_never_breaks_the_reader(noise: bytes, chunk: int) -> None:
    _, reader = read_all(FLV_HEADER + noise, chunk)
    assert reader.garbage <= len(noise)


def test_a_server_that_leaves_out_the_size_after_a_tag_is_understood() -> None:
    data = tag_bytes(Tag(8, 5, b"sound"))[:-4] + bytes(4)
    assert read_all(FLV_HEADER + data, 7)[0] == [Tag(8, 5, b"sound")]


def test_a_tag_too_large_to_be_one_is_not_waited_for() -> None:
    huge = b"\x09" + (LARGEST_TAG + 1).to_bytes(3, "big") + bytes(7)
    tag = Tag(9, 1, b"picture")
    assert read_all(FLV_HEADER + huge + b"\xff" * 20 + tag_bytes(tag), 50)[0] == [tag]


@pytest.mark.parametrize("data", [b"<html>", b"HTTP", b"F4V"])
def test_what_does_not_begin_like_flv_is_refused(data: bytes) -> None:
    with pytest.raises(NotFlvError):
        list(FlvReader().feed(data))
