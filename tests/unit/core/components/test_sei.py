"""Texts in SEI units: written, read back, and read out of noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.components.sei import LONGEST_BYTES, message_unit, messages_in
from lianmai.core.errors import StreamError

texts = st.text(min_size=1, max_size=600).filter(lambda it: _can_be_sent(it))


def _can_be_sent(text: str) -> bool:
    try:
        return len(text.encode()) <= LONGEST_BYTES
    except UnicodeEncodeError:
        return False


@given(texts)
def test_what_is_written_is_read(text: str) -> None:
    assert messages_in(message_unit(text)) == [text]


@given(st.lists(st.sampled_from(["\0", "\1", "\2", "\3", "\4"]), min_size=1).map("".join))
def test_no_start_code_is_imitated(text: str) -> None:
    body = message_unit(text)[4:]
    assert not any(bytes([0, 0, low]) in body for low in (0, 1, 2))
    assert messages_in(message_unit(text)) == [text]


@given(st.binary(max_size=300))
def test_noise_is_no_message_and_no_harm(noise: bytes) -> None:
    assert isinstance(messages_in(noise), list)


@given(texts, st.integers(0, 100))
def test_a_unit_cut_short_gives_nothing(text: str, kept_percent: int) -> None:
    unit = message_unit(text)
    assert messages_in(unit[: (len(unit) - 1) * kept_percent // 100]) == []


def test_others_user_data_is_passed_over_and_bare_text_is_read() -> None:
    foreign = bytes([6, 5, 17]) + bytes(range(1, 17)) + b"x\x80"
    bare = bytes([6, 242, 5]) + b"hello\x80"
    stream = b"".join(len(unit).to_bytes(4, "big") + unit for unit in (foreign, bare))
    assert messages_in(stream) == ["hello"]


@pytest.mark.parametrize("text", ["", "x" * (LONGEST_BYTES + 1), "好" * 700])
def test_a_message_of_the_wrong_length_is_refused_with_the_limit(text: str) -> None:
    with pytest.raises(StreamError, match=rf"has {len(text.encode())} bytes: send 1 to 2048\.$"):
        message_unit(text)


def test_the_longest_message_fits() -> None:
    assert messages_in(message_unit("\0" * LONGEST_BYTES)) == ["\0" * LONGEST_BYTES]
