"""Sentences are English text that another language can be made of."""

import json

import pytest

from lianmai.core.errors import LianmaiError, StreamError
from lianmai.core.redact import redact
from lianmai.core.sentences import Sentence, listed, sentence

GERMAN = {
    "{place} refuses {what}.": "{what} wird von {place} abgelehnt.",
    "a stream": "Ein Strom",
    "{first}, {rest}": "{first} und {rest}",
}


def german(text: str) -> str:
    return GERMAN.get(text, text)


def test_a_sentence_is_its_english_text() -> None:
    made = sentence("{place!r} waits for {seconds:.1f} s.", place="here", seconds=2)
    assert made == "'here' waits for 2.0 s."
    assert json.dumps(made) == "\"'here' waits for 2.0 s.\""


def test_the_error_of_a_sentence_keeps_how_it_was_made() -> None:
    error: LianmaiError = StreamError(sentence("{place} refuses {what}.", place="A", what="it"))
    assert isinstance(str(error), Sentence)
    assert isinstance(f"{error}", Sentence)


def test_another_language_orders_the_values_its_own_way() -> None:
    made = sentence("{place} refuses {what}.", place="A", what=sentence("a stream"))
    assert made == "A refuses a stream."
    assert made.translated(german) == "Ein Strom wird von A abgelehnt."


def test_what_nobody_translated_stays_english() -> None:
    assert sentence("{name} waits.", name="A").translated(german) == "A waits."


def test_braces_need_no_care_without_values() -> None:
    assert sentence('write {"a": 1}').translated(german) == 'write {"a": 1}'


def test_a_row_is_translated_part_by_part() -> None:
    row = listed([sentence("a stream"), "b", "c"])
    assert (row, row.translated(german)) == ("a stream, b, c", "Ein Strom und b und c")


@pytest.mark.parametrize("url", ["rtmp://h/live/a?key=s3cret", "rtmp://u:s3cret@h/live"])
def test_secrets_leave_the_values_too(url: str) -> None:
    hidden = redact(sentence("Cannot pull {url} now.", url=url))
    assert isinstance(hidden, Sentence)
    assert hidden == redact(f"Cannot pull {url} now.")
    assert "s3cret" not in hidden.translated(german)


def test_objects_become_text_at_once() -> None:
    """An exception would keep its frames alive for as long as the sentence is shown."""
    made = sentence("It failed ({error}).", error=OSError("no"))
    assert made.values == {"error": "no"}
