"""The clock that paces sources without their own."""

import time
from itertools import islice, pairwise

from lianmai.media.capturing.feed import ticks
from lianmai.media.worker import Stop


class WallClock:
    """A clock that a test sets; waiting for it takes its time away at once."""

    def __init__(self, now_s: float) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s


class Sleeper(Stop):
    """A stop that is never set; waiting moves the clock on, a little late as in life."""

    def __init__(self, clock: WallClock) -> None:
        super().__init__()
        self._clock = clock

    def wait(self, timeout: float | None = None) -> bool:
        self._clock.now_s += (timeout or 0.0) + 0.0003
        return False


def test_ticks_meet_every_whole_second_without_drift() -> None:
    clock = WallClock(100.4)
    times = [at_s for _, at_s in islice(ticks(15, Sleeper(clock), clock), 3000)]
    assert 100.4 <= times[0] <= 100.47
    assert all(abs(b - a - 1 / 15) < 1e-6 for a, b in pairwise(times))
    assert sum(at_s == int(at_s) for at_s in times) == 200


def test_a_stall_is_followed_by_no_burst() -> None:
    clock = WallClock(10.0)
    source = ticks(10, Sleeper(clock), clock)
    before = [next(source)[1] for _ in range(3)]
    clock.now_s += 5.03
    after = [next(source)[1] for _ in range(3)]
    assert after[0] - before[-1] > 5
    assert all(abs(b - a - 0.1) < 1e-6 for a, b in pairwise(after))


def test_ticks_come_in_real_time_and_end_with_stop() -> None:
    stop = Stop()
    started_s = time.monotonic()
    due = [at_s for _, at_s in islice(ticks(50, stop), 10)]
    assert time.monotonic() - started_s > 0.17
    assert due[-1] <= time.monotonic()
    stop.set()
    assert list(ticks(50, stop)) == []
