"""What tags say about the media they carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.flv.coded import Coded, coded_in
from lianmai.media.flv.reader import Tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            Tag(9, 40, b"\x17\x00\x00\x00\x00avcC"),
            Coded(True, "h264", "7", "config", True, 40, 40, b"avcC"),
        ),
        (
            Tag(9, 40, b"\x27\x01\x00\x00\x21data"),
            Coded(True, "h264", "7", "frame", False, 40, 73, b"data"),
        ),
        (
            Tag(9, 40, b"\x27\x01\xff\xff\xffdata"),
            Coded(True, "h264", "7", "frame", False, 40, 39, b"data"),
        ),
        (
            Tag(9, 40, b"\x17\x02\x00\x00\x00"),
            Coded(True, "h264", "7", "other", True, 40, 40, b""),
        ),
        (
            Tag(9, 40, b"\x1c\x01\x00\x00\x00data"),
            Coded(True, "hevc", "12", "frame", True, 40, 40, b"data"),
        ),
        (
            Tag(9, 40, b"\x91hvc1\x00\x00\x0adata"),
            Coded(True, "hevc", "hvc1", "frame", True, 40, 50, b"data"),
        ),
        (
            Tag(9, 40, b"\xa3hvc1data"),
            Coded(True, "hevc", "hvc1", "frame", False, 40, 40, b"data"),
        ),
        (
            Tag(9, 40, b"\x90hvc1hvcC"),
            Coded(True, "hevc", "hvc1", "config", True, 40, 40, b"hvcC"),
        ),
        (Tag(9, 40, b"\x14data"), Coded(True, "", "4", "frame", True, 40, 40, b"data")),
        (Tag(8, 40, b"\xaf\x00cfg"), Coded(False, "aac", "10", "config", True, 40, 40, b"cfg")),
        (Tag(8, 40, b"\xaf\x01data"), Coded(False, "aac", "10", "frame", True, 40, 40, b"data")),
        (Tag(8, 40, b"\x2fdata"), Coded(False, "mp3", "2", "frame", True, 40, 40, b"data")),
        (Tag(8, 40, b"\x91Opusdata"), Coded(False, "opus", "Opus", "frame", True, 40, 40, b"data")),
    ],
)
def test_a_tag_is_understood(tag: Tag, expected: Coded) -> None:
    assert coded_in(tag) == expected


@pytest.mark.parametrize("tag", [Tag(18, 0, b"\x02\x00\x0aonMetaData"), Tag(9, 0, b"\x17")])
def test_a_tag_without_media_gives_nothing(tag: Tag) -> None:
    assert coded_in(tag) is None


@given(st.sampled_from([8, 9, 18]), st.binary(max_size=40))
def test_no_body_breaks_the_reading(kind: int, body: bytes) -> None:
    coded = coded_in(Tag(kind, 0, body))
    assert coded is None or coded.is_video == (kind == 9)
