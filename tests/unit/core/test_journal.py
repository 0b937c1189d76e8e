"""One journal, many readers."""

from lianmai.core.journal import NUMBERS_S, Entry, Journal


def test_an_entry_says_when_who_what() -> None:
    journal = Journal(clock=lambda: 7.5)
    entry = journal.add("ann", "stalled", seconds=2)
    assert entry == Entry(7.5, "ann", "stalled", {"seconds": 2})
    assert list(journal.entries) == [entry]


def test_old_entries_are_forgotten_but_listeners_heard_them() -> None:
    journal, heard = Journal(clock=lambda: 0.0, capacity=2), list[Entry]()
    journal.listen(heard.append)
    for name in ("one", "two", "three"):
        journal.add("me", name)
    assert [entry.name for entry in journal.entries] == ["two", "three"]
    assert [entry.name for entry in heard] == ["one", "two", "three"]


def test_numbers_are_kept_for_a_while_and_events_for_long() -> None:
    now_s = 0.0
    journal = Journal(clock=lambda: now_s)
    journal.add("room", "peer_joined")
    for _ in range(1000):
        journal.add("ann", "play_stats", fps=15)
        now_s += 2
    numbers = [entry for entry in journal.entries if entry.name == "play_stats"]
    assert journal.entries[0].name == "peer_joined"
    assert len(numbers) == NUMBERS_S / 2 + 1
    assert numbers[-1].time_s == 1998


def test_a_listener_can_stop_listening_even_while_it_listens() -> None:
    journal, heard = Journal(clock=lambda: 0.0), list[str]()

    def once(entry: Entry) -> None:
        heard.append(entry.name)
        stop()

    stop = journal.listen(once)
    journal.listen(lambda entry: heard.append(entry.name.upper()))
    journal.add("me", "one")
    journal.add("me", "two")
    assert heard == ["one", "ONE", "TWO"]
