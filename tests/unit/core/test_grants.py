"""Signed permissions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.grants import (
    LONGEST_TEXT,
    GrantExpired,
    GrantInvalid,
    RoomToken,
    StreamKey,
    seal,
    unseal,
)

KEY = StreamKey("publish", "lobby-ann-1", expires_s=1000)
TOKEN = RoomToken("lobby", "ann", "audience", expires_s=1000)


@pytest.mark.parametrize("grant", [KEY, TOKEN])
def test_a_grant_is_good_until_its_end(grant: StreamKey | RoomToken) -> None:
    text = seal(grant, "secret")
    assert unseal(text, type(grant), "secret", now_s=999.9) == grant
    with pytest.raises(GrantExpired):
        unseal(text, type(grant), "secret", now_s=1000)


def test_a_sealed_grant_fits_into_a_url() -> None:
    assert not set(seal(TOKEN, "secret")) & set("+/=&?# ")


def test_another_secret_does_not_open_it() -> None:
    with pytest.raises(GrantInvalid):
        unseal(seal(KEY, "secret"), StreamKey, "Secret", now_s=0)


def test_a_key_is_no_token() -> None:
    with pytest.raises(GrantInvalid):
        unseal(seal(KEY, "secret"), RoomToken, "secret", now_s=0)
    with pytest.raises(GrantInvalid):
        unseal(seal(TOKEN, "secret"), StreamKey, "secret", now_s=0)


def test_any_changed_character_breaks_the_seal() -> None:
    text = seal(KEY, "secret")
    for place, letter in enumerate(text):
        forged = text[:place] + ("A" if letter != "A" else "B") + text[place + 1 :]
        with pytest.raises(GrantInvalid):
            unseal(forged, StreamKey, "secret", now_s=0)


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(GrantInvalid):
        unseal(seal(KEY, "secret") + "A" * LONGEST_TEXT, StreamKey, "secret", now_s=0)


@given(st.text())
def test_no_text_is_a_grant_by_chance(text: str) -> None:
    with pytest.raises(GrantInvalid):
        unseal(text, StreamKey, "secret", now_s=0)
