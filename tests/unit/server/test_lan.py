"""How other machines reach this one."""

import ipaddress

import pytest

from lianmai.server.lan import lan_addresses, url_host


@pytest.mark.parametrize(
    ("host", "in_url"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),
        ("", "127.0.0.1"),
        ("::", "[::1]"),
        ("fd00::2", "[fd00::2]"),
        ("laptop", "laptop"),
    ],
)
def test_a_host_is_written_so_that_a_url_works_here(host: str, in_url: str) -> None:
    assert url_host(host) == in_url


def test_a_server_on_one_address_has_no_others() -> None:
    assert lan_addresses("127.0.0.1") == []


@pytest.mark.parametrize(("host", "version"), [("0.0.0.0", 4), ("::", 6)])
def test_addresses_are_of_the_kind_listened_on_and_not_loopback(host: str, version: int) -> None:
    found = [ipaddress.ip_address(text) for text in lan_addresses(host)]
    assert all(it.version == version and not it.is_loopback for it in found)
    assert len(found) == len(set(found))
