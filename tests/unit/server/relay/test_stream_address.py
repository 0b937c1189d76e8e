import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.errors import AddressError
from lianmai.server.relay.stream_address import StreamAddress, parse_stream_address


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        (["live", "alice"], StreamAddress("alice")),
        (["/live/alice.flv?key=k%20k"], StreamAddress("alice", "k k")),
        (["live?key=a", "alice?key=b"], StreamAddress("alice", "b")),
        (["live/room", "alice"], StreamAddress("room/alice")),
        (["live", "A-z_0.9~"], StreamAddress("A-z_0.9~")),
        (["live", "alice?key="], StreamAddress("alice")),
        (["live", "alice?" + "a=1&" * 50 + "key=k"], StreamAddress("alice")),
    ],
)
def test_an_address_is_put_together_from_its_parts(
    parts: list[str], address: StreamAddress
) -> None:
    assert parse_stream_address(*parts) == address


BAD = ["live", "live/", "alice", "", "vod/a", "live/.", "live/a/../b", "live/a b", "live/\n"]


@pytest.mark.parametrize("path", BAD)
def test_anything_else_is_refused_with_what_to_do(path: str) -> None:
    with pytest.raises(AddressError, match=r"use|choose"):
        parse_stream_address(path)


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_text_is_an_address_or_refused(parts: list[str]) -> None:
    try:
        address = parse_stream_address(*parts)
    except AddressError:
        return
    assert parse_stream_address("live", address.name) == StreamAddress(address.name)
