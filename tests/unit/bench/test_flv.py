"""Tags come out of the muxer whole, and marks survive any cutting."""

import time
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.source import Size
from lianmai.core.stamp import latency_ms
from lianmai.media.picture.stamp_reader import read_stamp
from tests.bench.flv import MARK, VIDEO, MarkFinder, Tag
from tests.bench.footage import SENDER, Camera, Shape, draw_stamp, save_movie

SMALL = Shape(Size(128, 72, 10))


@pytest.fixture(scope="module")
def tags() -> list[Tag]:
    camera = Camera(SMALL)
    shot = [tag for number in range(30) for tag in camera.shoot(number, 1000 + number)]
    camera.close()
    return shot


def test_every_picture_is_a_tag_and_each_second_one_second_is_a_key_frame(tags: list[Tag]) -> None:
    pictures = [tag for tag in tags if tag.type_id == VIDEO and not tag.is_header]
    assert [tag.timestamp_ms for tag in pictures] == [n * 100 for n in range(30)]
    assert [tag.timestamp_ms for tag in pictures if tag.is_key_frame] == [0, 2000]
    assert sum(tag.is_header for tag in tags) == 2


def test_a_marked_picture_still_decodes(tags: list[Tag]) -> None:
    decoder = av.CodecContext.create("h264", "r")
    configuration = next(tag for tag in tags if tag.is_header and tag.type_id == VIDEO)
    decoder.extradata = configuration.body[5:]
    frames = []
    for tag in tags:
        if tag.type_id == VIDEO and not tag.is_header:
            frames += decoder.decode(av.Packet(tag.marked(123).body[5:]))
    assert len(frames) + len(decoder.decode(None)) == 30


def test_a_saved_movie_plays(tmp_path: Path) -> None:
    save_movie(tmp_path / "movie.flv", SMALL)
    with av.open(tmp_path / "movie.flv") as movie:
        assert len([*movie.decode(video=0)]) == 40


@given(
    times=st.lists(st.integers(0, 2**52), max_size=5),
    noise=st.binary(max_size=60),
    sizes=st.lists(st.integers(1, 70), min_size=1),
)
def test_marks_are_found_however_they_are_cut(
    times: list[int], noise: bytes, sizes: list[int]
) -> None:
    data = b"".join(noise + MARK + b"%016x" % time_us for time_us in times) + noise
    finder, found, at, turn = MarkFinder(), [], 0, 0
    while at < len(data):
        size = sizes[turn % len(sizes)]
        found += finder.feed(data[at : at + size])
        at, turn = at + size, turn + 1
    assert found == times


def test_the_drawn_stamp_says_who_and_when() -> None:
    now_ms = int(time.time() * 1000)
    frame = av.VideoFrame(1280, 720, "yuv420p")
    draw_stamp(frame, SENDER, now_ms)
    stamp = read_stamp(frame)
    assert stamp is not None
    assert (stamp.sender, latency_ms(stamp, now_ms)) == (SENDER, 0)
