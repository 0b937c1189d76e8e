"""Coded media held back until it is due."""

from collections.abc import Iterable

import pytest

from lianmai.media.flv.coded import Coded
from lianmai.media.playing import cushion as module
from lianmai.media.playing.cushion import Cushion, Due
from lianmai.media.playing.play_clock import PlayClock
from lianmai.media.report import unheard

START_S = 100.0


def picture(dts_ms: int, *, is_key: bool = False, size: int = 1000) -> Coded:
    return Coded(True, "h264", "7", "frame", is_key, dts_ms, dts_ms, bytes(size))


def sound(dts_ms: int) -> Coded:
    return Coded(False, "aac", "10", "frame", True, dts_ms, dts_ms, bytes(100))


def setting(data: bytes = b"setting") -> Coded:
    return Coded(True, "h264", "7", "config", True, 0, 0, data)


def held(pieces: Iterable[Coded], least_s: float = 1.0, most_s: float = 3.0) -> Cushion:
    """Return a cushion to which *pieces* came all at once."""
    cushion = Cushion(PlayClock(least_s, most_s), unheard)
    for coded in pieces:
        cushion.put(coded, START_S)
    return cushion


def rest(cushion: Cushion) -> list[Due]:
    """Return everything, as simulated time passes."""
    cushion.end()
    found, now_s = [], START_S
    while now_s < START_S + 60:
        due = cushion.due(now_s)
        if isinstance(due, Due):
            found.append(due)
        else:
            now_s += due
    return found


def test_pieces_come_in_the_order_in_which_they_are_due_sound_a_little_earlier() -> None:
    pictures = [picture(at, is_key=at == 0) for at in range(0, 400, 100)]
    sounds = [sound(at) for at in range(0, 400, 50)]
    cushion = held([setting(), *sounds, *pictures])
    found = [due.coded for due in rest(cushion)]
    assert [it for it in found if it.is_video] == [setting(), *pictures]
    assert [it for it in found if not it.is_video] == sounds
    assert found.index(sound(150)) < found.index(picture(200))


def test_a_timeline_that_starts_anew_is_joined_to_the_old_one() -> None:
    pieces = [picture(at, is_key=True) for at in (60_000, 60_100, 60_200, 0, 100, 200)]
    cushion = held(pieces)
    assert cushion.pictures_s == pytest.approx(0.4)
    assert [due.coded for due in rest(cushion)] == pieces


def test_sound_and_picture_may_have_timelines_of_their_own() -> None:
    pieces = []
    for at in range(0, 3000, 100):
        pieces += [sound(at), picture(50_000 + at, is_key=at == 0)]
    found = [due.coded for due in rest(held(pieces))]
    assert [it for it in found if it.is_video][-1].dts_ms == 52_900
    assert sum(not it.is_video for it in found) == 30


def test_of_a_long_head_start_only_what_the_rest_builds_on_is_kept() -> None:
    pieces = [picture(at, is_key=at % 2000 == 0) for at in range(0, 9000, 100)]
    cushion = held([setting(), *pieces], 0.2, 0.8)
    found = rest(cushion)
    assert [due.coded for due in found[:2]] == [setting(), picture(8000, is_key=True)]
    shown = [due.coded.dts_ms for due in found[1:] if not due.is_overtaken]
    assert shown[0] >= 8000


def test_too_much_is_left_out_from_a_key_frame_on() -> None:
    size = module.MOST_BYTES // 40
    pieces = [picture(at, is_key=at % 1000 == 0, size=size) for at in range(0, 10_000, 100)]
    cushion = held(pieces, 20.0, 30.0)
    assert cushion.picture_count * size <= module.MOST_BYTES
    assert rest(cushion)[0].coded.is_key


def test_a_range_larger_than_memory_is_lowered_and_the_stream_is_played() -> None:
    size, cushion = module.MOST_BYTES // 40, held([], 20.0, 30.0)
    played, now_s = [], START_S
    for at in range(0, 20_000, 100):
        cushion.put(picture(at, is_key=at % 1000 == 0, size=size), now_s)
        now_s += 0.1
        while isinstance(due := cushion.due(now_s), Due):
            played.append(due.coded.dts_ms)
    assert len(played) > 120
    assert now_s - START_S - played[-1] / 1000 < 4


def test_without_a_key_frame_to_go_on_from_the_next_one_is_awaited() -> None:
    size = module.MOST_BYTES // 40
    pieces = [picture(at, is_key=at in (0, 6000), size=size) for at in range(0, 7000, 100)]
    cushion = held(pieces, 20.0, 30.0)
    found = rest(cushion)
    assert found[0].coded.dts_ms == 6000
    assert len(found) == 10


def test_what_is_stopped_gives_nothing_more() -> None:
    cushion = held([picture(0, is_key=True), picture(2000)])
    cushion.stop()
    assert list(cushion.take()) == []
