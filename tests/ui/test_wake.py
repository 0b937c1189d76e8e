"""The wake: any thread, one call, none after closing."""

import threading

from pytestqt.qtbot import QtBot

from lianmai.ui.wake import Wake
from tests.ui.pictures import until


def _from_threads(wake: Wake, threads: int, calls: int) -> None:
    """Call *wake* from several threads and wait for them."""

    def call() -> None:
        for _ in range(calls):
            wake()

    working = [threading.Thread(target=call) for _ in range(threads)]
    for thread in working:
        thread.start()
    for thread in working:
        thread.join()


def test_many_calls_from_threads_become_one_on_the_qt_thread(qtbot: QtBot) -> None:
    woken: list[threading.Thread] = []
    wake = Wake(lambda: woken.append(threading.current_thread()))
    _from_threads(wake, 4, 1000)
    until(lambda: woken)
    assert set(woken) == {threading.main_thread()}
    assert len(woken) <= 4  # one, or one more for threads that raced for the flag


def test_a_call_while_waking_is_not_lost(qtbot: QtBot) -> None:
    calls: list[int] = []

    def woken() -> None:
        calls.append(1)
        if len(calls) == 1:
            _from_threads(wake, 1, 1)

    wake = Wake(woken)
    wake()
    until(lambda: len(calls) == 2)


def test_a_closed_wake_is_deaf(qtbot: QtBot) -> None:
    woken: list[int] = []
    wake, other = Wake(lambda: woken.append(1)), Wake(lambda: woken.append(2))
    wake()
    wake.close()
    wake()
    other()
    until(lambda: woken)
    assert woken == [2]
