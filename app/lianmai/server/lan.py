"""How other machines may reach this one."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress

_ANY = {"0.0.0.0": (4,), "::": (6,), "": (4, 6)}
"""What means "every address of this machine", and for which versions of IP."""

# Documentation addresses (RFC 5737, RFC 3849): nothing is sent there. Connecting a datagram
# socket only asks the routing table which own address would be used for the outside.
_OUTSIDE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


def lan_addresses(host: str) -> list[str]:
    """Return where others reach a server that listens on *host*, the most useful address first.

    There are none unless it listens everywhere.
    """
    versions = _ANY.get(host, ())
    found = [*_routed(), *_named()] if versions else []
    return list(dict.fromkeys(text for text in found if _is_reachable(text, versions)))


def url_host(host: str) -> str:
    """Return *host* as it stands in a URL; "every address" becomes the loopback one."""
    if host in _ANY:
        return "[::1]" if host == "::" else "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _routed() -> list[str]:
    found = []
    for family, outside in _OUTSIDE:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((outside, 9))
            found.append(str(probe.getsockname()[0]))
    return found


def _named() -> list[str]:
    with suppress(OSError):
        infos = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_DGRAM)
        return [str(info[4][0]) for info in infos]
    return []


def _is_reachable(text: str, versions: tuple[int, ...]) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # an address with a scope, which no URL takes
        return False
    is_local = address.is_loopback or address.is_link_local or address.is_unspecified
    return address.version in versions and not is_local
