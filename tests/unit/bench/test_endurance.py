"""What a long run leaves behind is noticed, and what merely comes and goes is not."""

from tests.bench.endurance import Holding, Sample, judge


def sample(minute: float, pss_mb: float = 100, threads: int = 10, sockets: int = 20) -> Sample:
    holding = Holding(pss_mb, threads, sockets + 30, sockets)
    return Sample(minute * 60, {"window": holding}, 9, 20 + minute / 10, -12.0, 3.0)


def test_a_steady_run_leaves_nothing_behind() -> None:
    # Every second sample has the ninth publisher's thread and socket.
    run = [sample(n, threads=10 + n % 2, sockets=20 + n % 2) for n in range(30)]
    result, left = judge([*run, sample(31), sample(32)], 30)
    assert left == []
    memory, latency, sound, kinds = result.targets
    assert (memory.value, memory.verdict) == (0, "met")
    assert latency.value is not None
    assert abs(latency.value - 0.1) < 1e-6
    assert (sound.value, kinds.value) == (12.0, 0)


def test_memory_that_grows_is_told_per_ten_minutes() -> None:
    run = [sample(n, pss_mb=100 + n) for n in range(30)]
    result, _ = judge([*run, sample(31), sample(32)], 30)
    assert result.targets[0].value is not None
    assert abs(result.targets[0].value - 10) < 1e-6
    assert result.targets[0].verdict == "missed"


def test_threads_and_sockets_that_stay_are_left_behind() -> None:
    run = [sample(n, threads=10 + n // 5) for n in range(30)]
    _, left = judge([*run, sample(31), sample(32, sockets=23)], 30)
    assert left == [
        "+4 threads in the window since warm-up",
        "+3 descriptors in the window by visitors",
        "+3 sockets in the window by visitors",
    ]
