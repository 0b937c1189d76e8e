"""Held pictures, shown when due."""

import threading
import time
from functools import partial

import pytest

from lianmai.media.playing import presenter as module
from lianmai.media.playing.presenter import Presenter


class Shown:
    """Notes what is shown, and lets a test wait for the last of it."""

    def __init__(self, last: str) -> None:
        self.names: list[str] = []
        self.is_done = threading.Event()
        self._last = last

    def show(self, name: str) -> None:
        self.names.append(name)
        if name == self._last:
            self.is_done.set()


def presenter_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "presenter"]


def test_things_are_shown_in_the_order_in_which_they_are_due() -> None:
    presenter, shown = Presenter(), Shown(last="second")
    start_s = time.monotonic()
    presenter.show_at(start_s + 0.06, partial(shown.show, "second"))
    presenter.show_at(start_s + 0.03, partial(shown.show, "first"))
    assert shown.is_done.wait(2)
    assert shown.names == ["first", "second"]
    assert time.monotonic() - start_s >= 0.06


def test_what_is_due_together_keeps_its_order() -> None:
    presenter, shown = Presenter(), Shown(last="9")
    due_s = time.monotonic() + 0.02
    for name in "0123456789":
        presenter.show_at(due_s, partial(shown.show, name))
    assert shown.is_done.wait(2)
    assert shown.names == list("0123456789")


def test_an_idle_presenter_ends_its_thread_and_starts_it_again() -> None:
    presenter = Presenter()
    for _ in range(2):
        done = threading.Event()
        presenter.show_at(time.monotonic(), done.set)
        assert done.wait(2)
        for thread in presenter_threads():
            thread.join(2)
        assert not presenter_threads()


def test_too_many_held_are_shown_early_rather_than_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HELD", 2)
    presenter, shown = Presenter(), Shown(last="first")
    due_s = time.monotonic() + 0.5
    presenter.show_at(due_s, partial(shown.show, "first"))
    presenter.show_at(due_s + 0.01, partial(shown.show, "second"))
    assert not shown.is_done.wait(0.05)
    presenter.show_at(due_s + 0.02, partial(shown.show, "third"))
    assert shown.is_done.wait(0.3)
    assert shown.names == ["first"]
