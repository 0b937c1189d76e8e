"""Hosts, names and keys in addresses."""

import pytest

from lianmai.core.grants import StreamKey, seal
from lianmai.server.gate import AccessDenied
from lianmai.server.hub.addresses import Addresses, check_key, host_of, new_stream_name
from lianmai.server.relay.stream_address import parse_stream_address

KEY = StreamKey("play", "lobby-ann-1", expires_s=1000)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("192.168.1.5:8440", "192.168.1.5"),
        ("laptop.lan", "laptop.lan"),
        ("[fd00::2]:8440", "[fd00::2]"),
        ("[::1]", "[::1]"),
        ("", "10.0.0.1"),
        ("evil/path", "10.0.0.1"),
        ("a b", "10.0.0.1"),
        ("user@host:1", "10.0.0.1"),
        ("h\n", "10.0.0.1"),
        ("x" * 300, "10.0.0.1"),
    ],
)
def test_the_host_is_what_the_client_called_us_if_that_is_one(header: str, host: str) -> None:
    assert host_of(header, "10.0.0.1") == host


def test_an_ipv6_address_of_ours_gets_brackets() -> None:
    assert host_of("", "fd00::2") == "[fd00::2]"


@pytest.mark.parametrize("room", ["lobby", "...", ".x", "~" * 64, "a.flv"])
def test_the_relay_takes_every_address_and_finds_name_and_key_in_it(room: str) -> None:
    name = new_stream_name(room, "x.flv", "screen")
    url = Addresses(1935, 8441, "secret", 60).to_push("h", name, now_s=0).url
    parsed = parse_stream_address(*url.removeprefix("rtmp://h:1935/").split("/"))
    assert parsed.name == name
    check_key("publish", name, parsed.key, "secret", now_s=59)


def test_without_an_http_port_there_is_no_flv() -> None:
    assert Addresses(1935, 0, "secret", 60).to_pull("h", "x", now_s=0).flv_url == ""


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (None, "wants a key"),
        ("", "wants a key"),
        ("nonsense", "wrong"),
        (seal(KEY, "other"), "wrong"),
        (seal(StreamKey("play", "lobby-ann-1", 10), "secret"), "expired"),
        (seal(StreamKey("publish", "lobby-ann-1", 1000), "secret"), "something else"),
        (seal(StreamKey("play", "lobby-bob-1", 1000), "secret"), "something else"),
    ],
)
def test_a_wrong_key_is_refused_with_the_reason(key: str | None, said: str) -> None:
    with pytest.raises(AccessDenied, match=said):
        check_key("play", "lobby-ann-1", key, "secret", now_s=10)


def test_the_right_key_opens() -> None:
    check_key("play", "lobby-ann-1", seal(KEY, "secret"), "secret", now_s=10)
