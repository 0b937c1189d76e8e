"""Which room an address means."""

import pytest

from lianmai.core.errors import AddressError
from lianmai.core.messages import Join
from lianmai.rooms import open_room
from lianmai.rooms.plain import PlainRoom
from lianmai.rooms.signalling import OpenRoom


@pytest.mark.parametrize(
    ("server", "kind"),
    [
        ("ws://h:1", OpenRoom),
        ("WSS://h/x?y=z", OpenRoom),
        ("rtmp://h/live", PlainRoom),
        ("rtmps://h/live", PlainRoom),
        ("http://h/live", PlainRoom),
        ("https://h/live", PlainRoom),
    ],
)
def test_the_scheme_tells_the_kind_of_room(server: str, kind: type) -> None:
    assert isinstance(open_room(server, Join("lobby")), kind)


@pytest.mark.parametrize("server", ["", "h:1", "ftp://h", "ws:/h", "rtmp://", "http://[::1"])
def test_anything_else_is_no_address(server: str) -> None:
    with pytest.raises(AddressError, match=r"use (ws|rtmp)://"):
        open_room(server, Join("lobby"))


def test_a_key_in_a_wrong_address_is_not_shown() -> None:
    with pytest.raises(AddressError) as caught:
        open_room("ftp://h/x?key=SECRET", Join("lobby"))
    assert "SECRET" not in str(caught.value)
