"""What the start page says about what is typed."""

import pytest

from lianmai.ui.start.checks import check_name, check_room, check_server


@pytest.mark.parametrize(
    "server",
    ["ws://127.0.0.1:8440", "wss://rooms.example", "rtmp://10.0.0.1/live/a", "ws://[::1]:8440"],
)
def test_an_address_of_a_server_is_accepted(server: str) -> None:
    assert check_server(server) == ""


@pytest.mark.parametrize(
    "server",
    ["", "  ", "rooms.example", "ws://", "ws://host:port", "ws://[::1", "ftp://x", "ws://h:99999"],
)
def test_anything_else_gets_a_sentence(server: str) -> None:
    assert check_server(server).endswith(".")


@pytest.mark.parametrize("room", ["room-1", "a", "A.b~c_d", "x" * 64])
def test_a_room_is_accepted(room: str) -> None:
    assert check_room(room) == ""


@pytest.mark.parametrize("room", ["", "two words", "房间", "a/b", "x" * 65])
def test_a_room_that_cannot_be_part_of_a_url_is_refused(room: str) -> None:
    assert check_room(room).endswith(".")


def test_any_name_of_reasonable_length_is_accepted() -> None:
    assert [bool(check_name(name)) for name in ("", "林晓", "x" * 64, "x" * 65)] == [0, 0, 0, 1]
