"""The box between two threads."""

import threading

from lianmai.media.mailbox import Mailbox


def test_a_full_mailbox_keeps_the_newest_and_counts_the_rest() -> None:
    box = Mailbox[str]()
    box.put("old")
    box.put("new")
    assert (box.take(), box.take(), box.dropped) == ("new", None, 1)


def test_only_an_empty_box_asks_for_a_wake() -> None:
    box = Mailbox[str]()
    assert box.put("first")
    assert not box.put("second")
    box.take()
    assert box.put("third")


def test_a_taker_that_waits_gets_what_another_thread_puts() -> None:
    box = Mailbox[str]()
    taken: list[str | None] = []
    taker = threading.Thread(target=lambda: taken.append(box.take(timeout_s=5)))
    taker.start()
    box.put("late")
    taker.join()
    assert taken == ["late"]


def test_waiting_in_vain_ends() -> None:
    assert Mailbox[str]().take(timeout_s=0.01) is None


def test_a_falsy_item_is_an_item() -> None:
    box = Mailbox[int]()
    assert box.put(0)
    assert not box.put(0)
    assert box.take() == 0
