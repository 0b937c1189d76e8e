"""A ring of sound: bounded, in time, without clicks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.sound.pace import USUAL_RESERVE_S
from lianmai.media.sound.ring import CAPACITY_S, HIGH_WATER_S, Sound, SoundRing

RATE_HZ = 48_000
PIECE = 1024
BLOCK = 480
BLOCK_S = BLOCK / RATE_HZ
LOUDEST_STEP = 0.5 * 2 * np.pi * 1000 / RATE_HZ
"""The largest difference between two samples of the tone, in a sound without clicks."""


def tone(start: int, count: int) -> Sound:
    wave = 0.5 * np.sin(2 * np.pi * 1000 * (start + np.arange(count)) / RATE_HZ)
    return np.column_stack((wave, wave)).astype(np.float32)


class Feed:
    """Pushes a tone without end, piece by piece."""

    def __init__(self, ring: SoundRing) -> None:
        self.ring = ring
        self.sent = 0

    def push(self, pieces: int = 1, pts_shift_s: float = 0.0) -> None:
        for _ in range(pieces):
            self.ring.push(tone(self.sent, PIECE), self.sent / RATE_HZ + pts_shift_s)
            self.sent += PIECE

    def keep_up(self, now_s: float, ahead_s: float = 0.05) -> None:
        """Push what a steady sender has sent by *now_s*."""
        while self.sent / RATE_HZ < now_s + ahead_s:
            self.push()


def play(feed: Feed, seconds: float, start_s: float = 0.0) -> list[Sound | None]:
    """Read in blocks while *feed* keeps up."""
    blocks = []
    for index in range(round(seconds / BLOCK_S)):
        now_s = start_s + index * BLOCK_S
        feed.keep_up(now_s)
        blocks.append(feed.ring.read(BLOCK, now_s))
    return blocks


def joined(blocks: list[Sound | None]) -> Sound:
    return np.concatenate([block for block in blocks if block is not None])


def test_sound_starts_when_there_is_a_reserve_and_comes_out_as_it_went_in() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    feed.push()
    assert ring.read(BLOCK, 0.0) is None
    feed.push(3)
    blocks = [ring.read(BLOCK, 0.01), ring.read(BLOCK, 0.02)]
    np.testing.assert_allclose(joined(blocks)[BLOCK:], tone(BLOCK, BLOCK), atol=1e-6)


def test_the_sample_being_heard_is_known() -> None:
    ring = SoundRing()
    ring.output_latency_s = 0.1
    Feed(ring).push(6, pts_shift_s=7.0)
    assert ring.heard_pts_s(0.0) is None
    ring.read(BLOCK, now_s=100.0)
    assert ring.heard_pts_s(100.0) == pytest.approx(7.0 - 0.1)
    assert ring.heard_pts_s(100.005) == pytest.approx(7.005 - 0.1)
    ring.read(BLOCK, now_s=100.01)
    assert ring.heard_pts_s(100.01) == pytest.approx(7.01 - 0.1)


def test_an_output_that_stopped_asking_plays_nothing() -> None:
    ring = SoundRing()
    Feed(ring).push(10)
    ring.read(BLOCK, now_s=100.0)
    assert ring.heard_pts_s(101.0) is None


def test_late_sound_is_a_counted_pause_and_then_a_larger_reserve() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    feed.push(4)
    blocks = [ring.read(BLOCK, index * BLOCK_S) for index in range(12)]
    assert (ring.underruns, blocks[-1], ring.heard_pts_s(0.12)) == (1, None, None)
    feed.push(3)
    assert ring.read(BLOCK, 0.2) is None  # as much as sufficed before
    feed.push(2)
    assert ring.read(BLOCK, 0.2) is not None


def test_what_piled_up_is_jumped_over_without_a_click() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    before = play(feed, 0.5)
    feed.push(20)  # 0.43 s at once
    after = [ring.read(BLOCK, 0.5), ring.read(BLOCK, 0.51)]
    assert ring.jumps == 1
    assert ring.buffered_s < 2 * USUAL_RESERVE_S
    steps = np.abs(np.diff(joined(before + after)[:, 0]))
    assert steps.max() < 2 * LOUDEST_STEP


def test_spare_sound_is_worked_off_gently() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    blocks = []
    for index in range(600):
        feed.keep_up(index * BLOCK_S, ahead_s=0.15)
        blocks.append(ring.read(BLOCK, index * BLOCK_S))
    steps = np.abs(np.diff(joined(blocks)[:, 0]))
    assert ring.buffered_s < 0.1
    assert (ring.jumps, ring.underruns) == (0, 0)
    assert steps.max() < 1.1 * LOUDEST_STEP


def test_a_ring_nobody_reads_keeps_the_newest_second_at_most() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    feed.push(200)
    assert ring.buffered_s <= CAPACITY_S
    ring.read(BLOCK, 0.0)
    heard_s = ring.heard_pts_s(0.0)
    assert heard_s is not None
    assert feed.sent / RATE_HZ - heard_s < HIGH_WATER_S + USUAL_RESERVE_S


@pytest.mark.parametrize("late_s", [0.1, 0.25])
def test_sound_waits_for_pictures_that_always_come_later(late_s: float) -> None:
    ring = SoundRing()
    feed = Feed(ring)
    ahead_s = 0.0
    for index in range(2000):
        now_s = index * BLOCK_S
        feed.keep_up(now_s)
        ring.read(BLOCK, now_s)
        heard_s = ring.heard_pts_s(now_s)
        if heard_s is not None and index % 3 == 0:
            ahead_s = now_s - late_s - heard_s
            ring.picture_shown(ahead_s)
    assert abs(ahead_s) < 0.04
    assert (ring.jumps, ring.underruns) == (0, 0)


def test_mute_and_volume_act_without_a_click() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    play(feed, 0.2)
    ring.volume = 0.5
    quieter = joined(play(feed, 0.1, start_s=0.2))
    ring.muted = True
    silent = joined(play(feed, 0.1, start_s=0.3))
    assert np.abs(quieter[-BLOCK:]).max() == pytest.approx(0.25, abs=0.01)
    assert not silent[BLOCK:].any()
    assert np.abs(np.diff(np.concatenate((quieter, silent))[:, 0])).max() < LOUDEST_STEP


def test_the_level_tells_what_comes_whatever_the_volume() -> None:
    ring = SoundRing()
    ring.muted = True
    feed = Feed(ring)
    feed.push()
    assert ring.level == pytest.approx(0.5, abs=0.01)
    for _ in range(30):
        ring.push(np.zeros((PIECE, 2), np.float32), 0.0)
    assert ring.level < 0.05


def test_another_stream_begins_with_an_empty_ring() -> None:
    ring = SoundRing()
    feed = Feed(ring)
    play(feed, 0.2)
    ring.clear()
    assert (ring.buffered_s, ring.read(BLOCK, 0.2), ring.heard_pts_s(0.2)) == (0.0, None, None)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 3000)), max_size=60))
def test_any_rhythm_gives_blocks_of_the_size_asked_for(rhythm: list[tuple[int, int]]) -> None:
    ring = SoundRing()
    feed, now_s = Feed(ring), 0.0
    for pushed, asked in rhythm:
        ring.push(tone(feed.sent, pushed), feed.sent / RATE_HZ)
        feed.sent += pushed
        block = ring.read(asked, now_s)
        now_s += asked / RATE_HZ
        assert block is None or block.shape == (asked, 2)
        assert 0 <= ring.buffered_s <= CAPACITY_S
