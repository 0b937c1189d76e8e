import pytest

from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.patience import Patience, Stage, Verdict

LIMITS = RelayLimits(setup_s=10, idle_s=60, close_s=1)


def verdicts(patience: Patience, *times_s: float) -> list[Verdict]:
    return [patience.verdict(time_s) for time_s in times_s]


def test_a_peer_that_trickles_bytes_gets_no_more_time_to_set_up() -> None:
    patience = Patience(LIMITS)
    for second in range(11):
        patience.has_heard = True
        assert patience.verdict(float(second)) is Verdict.KEEP
    assert patience.verdict(11) is Verdict.END


def test_a_silent_publisher_is_pinged_once_and_then_ended() -> None:
    patience = Patience(LIMITS)
    patience.enter(Stage.LISTENING)
    assert verdicts(patience, 0, 30, 31, 32, 60, 61) == [
        Verdict.KEEP, Verdict.KEEP, Verdict.PING, Verdict.KEEP, Verdict.KEEP, Verdict.END
    ]  # fmt: skip


def test_a_sign_of_life_starts_the_wait_again() -> None:
    patience = Patience(LIMITS)
    patience.enter(Stage.LISTENING)
    verdicts(patience, 0, 31)
    patience.has_heard = True
    assert verdicts(patience, 59, 89, 90) == [Verdict.KEEP, Verdict.KEEP, Verdict.PING]


@pytest.mark.parametrize(
    ("stage", "later_s", "verdict"),
    [(Stage.PLAYING, 1e6, Verdict.KEEP), (Stage.CLOSING, 1.5, Verdict.END)],
)
def test_players_are_left_alone_and_closing_peers_are_not(
    stage: Stage, later_s: float, verdict: Verdict
) -> None:
    patience = Patience(LIMITS)
    patience.enter(stage)
    assert verdicts(patience, 0, later_s)[-1] is verdict


def test_a_new_stage_has_its_own_clock() -> None:
    patience = Patience(LIMITS)
    verdicts(patience, 0, 9)
    patience.enter(Stage.LISTENING)
    patience.enter(Stage.SETUP)
    assert verdicts(patience, 15, 24, 26) == [Verdict.KEEP, Verdict.KEEP, Verdict.END]
