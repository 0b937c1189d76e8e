"""Bytes in, pictures and sound out: with every codec a peer may send."""

import io
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianmai.core.errors import StreamError
from lianmai.media.playing.damage import Damage
from lianmai.media.playing.picture_track import View
from lianmai.media.playing.play_facts import PlayFacts
from lianmai.media.playing.play_meter import PlayMeter
from lianmai.media.playing.reception import Reception
from lianmai.media.playing.sound_track import Heard
from lianmai.media.playing.wish import Wish
from lianmai.media.report import unheard
from tests.unit.media.scenes import FLV_HEADER, Scene, picture_colour, tag_bytes, tags_of


def received(*arrivals: bytes) -> list[View | Heard]:
    """Return what comes of *arrivals*, each read in one go."""
    reception = new_reception()
    return [thing for data in arrivals for thing in decoded(reception, data)]


def new_reception() -> Reception:
    facts = PlayFacts(unheard)
    return Reception("here", PlayMeter(0.0), facts, Damage(facts))


def decoded(reception: Reception, data: bytes) -> Iterator[View | Heard]:
    for arrival in reception.read(data):
        if not arrival.is_stale:
            yield from reception.decode(
                arrival.coded, Wish(64, 36), is_overtaken=arrival.is_overtaken
            )


def red_film(codec: str) -> bytes:
    """Return 20 red pictures coded by *codec*, as an FLV file."""
    file = io.BytesIO()
    with av.open(file, "w", format="flv") as output:
        stream = output.add_stream(codec, rate=30)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        rgb = np.full((180, 320, 3), (220, 30, 30), np.uint8)
        for index in range(20):
            frame = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, 30)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def hum(codec: str, sample_format: str) -> bytes:
    """Return half a second of a loud tone coded by *codec*, as an FLV file."""
    file = io.BytesIO()
    with av.open(file, "w", format="flv") as output:
        stream = output.add_stream(codec, rate=48_000, layout="stereo")
        assert isinstance(stream, av.AudioStream)
        wave = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(24_000) / 48_000)
        frame = av.AudioFrame.from_ndarray(
            np.tile(wave.astype(np.float32), (2, 1)), "fltp", "stereo"
        )
        frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
        resampler = av.AudioResampler(sample_format, "stereo", 48_000, frame_size=960)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            output.mux(stream.encode(piece))
        output.mux(stream.encode(None))
    return file.getvalue()


@pytest.mark.parametrize("codec", ["libx264", "libx265", "libvpx-vp9", "flv"])
def test_pictures_of_many_codecs_are_decoded_in_their_order(codec: str) -> None:
    film = red_film(codec)
    pieces = [film[at : at + 50] for at in range(0, len(film), 50)]
    views = [thing for thing in received(*pieces) if isinstance(thing, View)]
    times_s = [view.pts_s for view in views]
    assert len(views) > 10
    assert times_s == sorted(times_s)
    assert views[-1].picture is not None
    assert picture_colour(views[-1].picture) == "red"


@pytest.mark.parametrize(
    ("codec", "sample_format"), [("libmp3lame", "fltp"), ("libopus", "flt"), ("aac", "fltp")]
)
def test_sound_of_many_codecs_is_decoded(codec: str, sample_format: str) -> None:
    pieces = [thing for thing in received(hum(codec, sample_format)) if isinstance(thing, Heard)]
    seconds = sum(len(piece.sound) for piece in pieces) / 48_000
    assert seconds == pytest.approx(0.5, abs=0.1)
    assert max(piece.peak for piece in pieces) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("rate_hz", "layout"), [(44_100, "stereo"), (16_000, "mono")])
def test_any_rate_and_layout_becomes_48_khz_stereo(rate_hz: int, layout: str) -> None:
    scene = Scene((), each_s=1.0, has_sound=True, sound_rate_hz=rate_hz, sound_layout=layout)
    things = received(FLV_HEADER, *map(tag_bytes, tags_of(scene)))
    pieces = [thing for thing in things if isinstance(thing, Heard)]
    assert sum(len(piece.sound) for piece in pieces) == pytest.approx(48_000, rel=0.1)
    for before, piece in pairwise(pieces):
        assert piece.pts_s == pytest.approx(before.pts_s + len(before.sound) / 48_000, abs=0.03)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=40))
def test_damage_anywhere_never_breaks_the_reception(damage: list[tuple[int, int]]) -> None:
    data = bytearray(FLV_HEADER)
    data += b"".join(map(tag_bytes, tags_of(Scene(("red", "blue"), each_s=0.3, has_sound=True))))
    for place, value in damage:
        data[len(FLV_HEADER) + place % (len(data) - len(FLV_HEADER))] = value
    reception = new_reception()
    with suppress(StreamError):  # a picture in an unknown codec is a reason to give up
        for start in range(0, len(data), 1000):
            list(decoded(reception, bytes(data[start : start + 1000])))


def test_of_sound_that_was_kept_for_long_only_the_end_is_decoded() -> None:
    tags = tags_of(Scene(each_s=3, colours=(), has_sound=True))
    heard = received(FLV_HEADER + b"".join(map(tag_bytes, tags)))
    seconds = sum(len(it.sound) for it in heard if isinstance(it, Heard)) / 48_000
    assert 0.3 < seconds < 0.7


def test_of_a_head_start_the_first_and_the_last_picture_are_shown() -> None:
    """A server begins with seconds of media it has kept; each is decoded, few are scaled."""
    reception = new_reception()
    data = FLV_HEADER + b"".join(map(tag_bytes, tags_of(Scene(("red", "blue"), each_s=1.0))))
    shown = [it.pts_s for it in decoded(reception, data) if isinstance(it, View)]
    assert shown[0] == 0.0
    assert shown[-1] == pytest.approx(2.0 - 1 / 30, abs=0.01)
    assert reception.skipped + len(shown) == 60
    assert reception.skipped > 30
