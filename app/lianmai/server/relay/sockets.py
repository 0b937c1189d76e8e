"""Options of the relay's sockets."""

import asyncio
import socket
import sys
from contextlib import suppress
from ipaddress import ip_address

# What the system may hold unsent for one player: more would be delay nobody can skip.
_UNSENT_BYTES = 128 * 1024


def tune(transport: asyncio.BaseTransport) -> None:
    """Make *transport* send at once and report a slow peer early."""
    _set(transport, "TCP_NODELAY", 1)
    _set(transport, "TCP_NOTSENT_LOWAT", _UNSENT_BYTES)


def confirm_now(transport: asyncio.BaseTransport) -> None:
    """Confirm what was just received; Linux forgets this and wants it said each time.

    Clients that leave Nagle's algorithm on, as FFmpeg does, hold their next word back until the
    last one is confirmed, which Linux puts off by 40 ms: a picture came after 137 ms that way and
    comes after 4. Publishers of small frames wait likewise.
    """
    _set(transport, "TCP_QUICKACK", 1)


def batch_for_local_player(transport: asyncio.BaseTransport) -> None:
    """Let *transport* gather what a player on this machine has not read yet.

    Linux confirms what is read from a loopback connection at once, so a player that keeps up
    waits for nothing; sending costs half (200 players: 4.5 instead of 9 % of a core). Elsewhere
    confirmations come up to 200 ms late, and during set-up 40 ms: call it when that is over.
    """
    peer = transport.get_extra_info("peername")
    if sys.platform == "linux" and peer and ip_address(peer[0]).is_loopback:
        _set(transport, "TCP_NODELAY", 0)


def peer_name(transport: asyncio.BaseTransport) -> str:
    """Return the other end's address for a log line."""
    peer = transport.get_extra_info("peername")
    return f"{peer[0]}:{peer[1]}" if peer else "a peer that is gone"


def _set(transport: asyncio.BaseTransport, name: str, value: int) -> None:
    """Set a TCP option if this system has it and the peer is still there."""
    option = getattr(socket, name, None)
    if option is not None and not transport.is_closing():
        with suppress(OSError):  # macOS refuses options of a connection the peer has left
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, option, value)
