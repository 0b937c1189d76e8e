from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.redact import push_target, redact


def test_values_in_a_query_are_hidden_whatever_their_name() -> None:
    url = "rtmp://host:1935/live/room-anna?key=abc.DEF-1&txSecret=99#x"
    assert redact(url) == "rtmp://host:1935/live/room-anna?key=***&txSecret=***"


def test_a_password_before_the_host_is_hidden() -> None:
    assert redact("rtmp://anna:hush@host/live") == "rtmp://anna:***@host/live"


def test_a_sentence_around_the_address_stays() -> None:
    assert redact("Cannot open 'http://h/x.flv?k=v': refused") == (
        "Cannot open 'http://h/x.flv?k=***': refused"
    )


@given(st.text(st.characters(categories=["L", "N"]), min_size=8, max_size=40))
def test_no_secret_survives(secret: str) -> None:
    assert secret not in redact(f"pull rtmp://h/live/a?key={secret} failed")


def test_the_stream_of_a_push_target_is_hidden_as_it_may_be_a_key() -> None:
    assert push_target("rtmp://u:hush@h:1935/live/key-1?sig=2") == "rtmp://u:***@h:1935/live/…"
