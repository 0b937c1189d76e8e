"""One journal, many readers."""

from lianmai.core.journal import Entry, Journal


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
