"""Sound on the capture clock."""

import numpy as np
import pytest

from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.tape import CAPACITY_S, TOLERANCE_S, Tape

RATE = 48_000


def loud(count: int, level: float = 1.0) -> Samples:
    return np.full(count, level, np.float32)


def test_what_is_written_is_read_at_its_time() -> None:
    tape = Tape()
    tape.write(loud(480, 0.25), at_s=100.0)
    assert tape.end == 100 * RATE + 480
    heard = tape.read(100 * RATE - 10, 500)
    assert not heard[:10].any()
    assert (heard[10:490] == 0.25).all()
    assert not heard[490:].any()


def test_blocks_that_arrive_unevenly_follow_each_other_without_gaps() -> None:
    tape = Tape()
    for index, jitter_s in enumerate((0.0, 0.012, -0.009, 0.03, 0.002)):
        tape.write(loud(480), at_s=1.0 + index * 0.01 + jitter_s)
    assert tape.read(RATE, 5 * 480).all()
    assert tape.end == RATE + 5 * 480


def test_a_real_gap_is_silence() -> None:
    tape = Tape()
    tape.write(loud(480), at_s=1.0)
    tape.write(loud(480), at_s=1.0 + 0.01 + TOLERANCE_S * 2)
    gap = round(TOLERANCE_S * 2 * RATE)
    heard = tape.read(RATE, 480 + gap + 480)
    assert heard[:480].all()
    assert not heard[480:-480].any()
    assert heard[-480:].all()


def test_a_gap_longer_than_the_tape_leaves_no_old_sound() -> None:
    tape = Tape()
    tape.write(loud(RATE), at_s=0.0)
    tape.write(loud(480), at_s=1.0 + CAPACITY_S * 3)
    assert not tape.read(tape.end - 480 - RATE, RATE).any()


def test_sound_forgotten_long_ago_is_silence() -> None:
    tape = Tape()
    tape.write(loud(round((CAPACITY_S + 1) * RATE)), at_s=0.0)
    assert not tape.read(0, 480).any()
    assert tape.read(tape.end - 480, 480).all()


def test_a_cleared_tape_is_silent() -> None:
    tape = Tape()
    tape.write(loud(480), at_s=1.0)
    tape.clear()
    assert not tape.read(RATE, 480).any()


@pytest.mark.parametrize("days", [0, 1, 400])
def test_it_works_however_long_the_machine_has_been_up(days: int) -> None:
    tape = Tape()
    start_s = days * 86_400.0
    tape.write(loud(480), start_s)
    assert tape.read(round(start_s) * RATE, 480).all()
