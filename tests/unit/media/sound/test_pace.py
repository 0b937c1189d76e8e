"""How fast sound is played, and how much of it is kept in hand."""

from lianmai.media.sound.pace import FASTER, LARGEST_RESERVE_S, SLOWER, USUAL_RESERVE_S, Pace


def settled(pace: Pace, left_s: float, seconds: float = 2.5, start_s: float = 0.0) -> float:
    """Return the speed after *seconds* with *left_s* in the buffer."""
    speeds = [pace.speed(left_s, start_s + index / 100) for index in range(round(seconds * 100))]
    return speeds[-1]


def test_sound_that_is_never_needed_is_worked_off() -> None:
    assert settled(Pace(), 0.1) == FASTER


def test_a_buffer_about_to_run_dry_is_spared() -> None:
    assert settled(Pace(), 0.002) == SLOWER


def test_between_the_two_the_speed_is_left_alone() -> None:
    assert settled(Pace(), 0.03) == 1.0


def test_one_late_packet_in_the_window_is_enough_to_keep_the_reserve() -> None:
    pace = Pace()
    settled(pace, 0.1, seconds=0.5)
    pace.speed(0.02, 0.5)
    assert settled(pace, 0.1, seconds=0.6, start_s=0.51) == 1.0


def test_gaps_enlarge_the_reserve_within_bounds_and_quiet_shrinks_it() -> None:
    pace = Pace()
    for _ in range(20):
        pace.ran_dry()
    assert pace.reserve_s == LARGEST_RESERVE_S
    settled(pace, 0.1, seconds=100)
    assert pace.reserve_s == USUAL_RESERVE_S


def test_one_picture_in_time_is_enough_to_leave_the_reserve_alone() -> None:
    pace = Pace()
    pace.picture_lag(0.1)
    pace.picture_lag(-0.02)
    pace.picture_lag(0.2)
    settled(pace, 0.03)
    assert pace.reserve_s == USUAL_RESERVE_S
