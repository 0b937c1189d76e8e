"""The heartbeat: notices a busy Qt thread."""

import time

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lianmai.ui.heartbeat import PERIOD_MS, Heartbeat
from tests.ui.pictures import until

BUSY_S = 0.15


def test_a_busy_thread_is_noticed(qtbot: QtBot) -> None:
    heart = Heartbeat()
    heart.start()
    time.sleep(BUSY_S)
    until(lambda: heart.lateness().worst_ms >= BUSY_S * 1000 - PERIOD_MS)
    assert heart.lateness().recent_ms == heart.lateness().worst_ms
    heart.stop()


def test_one_late_beat_in_many_is_no_habit(qtbot: QtBot) -> None:
    heart = Heartbeat()
    heart.start()
    time.sleep(BUSY_S)
    until(lambda: heart.lateness().worst_ms >= BUSY_S * 1000 - PERIOD_MS)
    assert heart.lateness().p999_ms >= heart.lateness().worst_ms  # the few so far were all late
    for _ in range(1100):
        heart._beat()
    assert heart.lateness().p999_ms < heart.lateness().worst_ms
    heart.stop()


def test_starting_anew_forgets(qtbot: QtBot) -> None:
    heart = Heartbeat()
    heart.start()
    time.sleep(BUSY_S)
    until(lambda: heart.lateness().worst_ms)
    heart.start()
    assert heart.lateness().worst_ms == 0
    heart.stop()


def test_a_stopped_heart_measures_nothing(qtbot: QtBot) -> None:
    heart = Heartbeat()
    heart.start()
    heart.stop()
    QTest.qWait(3 * PERIOD_MS)
    assert heart.lateness().worst_ms == 0
