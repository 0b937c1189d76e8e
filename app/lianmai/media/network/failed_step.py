"""Finds out at which step a connection to a media server fails.

FFmpeg gives one and the same error for most of them, so the steps are gone through once more.
"""

from __future__ import annotations

import socket
import ssl
from typing import Literal
from urllib.parse import urlsplit

Step = Literal["dns", "refused", "timeout", "handshake", ""]

LOOK_S = 1.5
"""How long to wait at each step: it has failed before, with more time."""
_PORTS = {"rtmp": 1935, "rtmps": 443, "http": 80, "https": 443}
_VERSION = b"\x03"
_SIZE = 1536
"""Of C1 and S1: a time, zeros, and bytes that may be anything (RTMP 1.0, section 5.2.3)."""


def failed_step(url: str) -> Step:
    """Return which step fails on the way to the server of *url*; empty when all of them succeed.

    Blocks for `LOOK_S` a step, and as long as the resolver takes.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        connection = socket.create_connection((host, parts.port or _PORTS[parts.scheme]), LOOK_S)
    except (socket.gaierror, UnicodeError):
        return "dns"
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "timeout"
    return "" if _shakes_hands(connection, parts.scheme, host) else "handshake"


def _shakes_hands(connection: socket.socket, scheme: str, host: str) -> bool:
    """Tell whether the other end of *connection*, which is closed, answers as *scheme* wants."""
    with connection:
        try:
            if scheme not in ("rtmps", "https"):
                return scheme == "http" or _speaks_rtmp(connection)
            with _anonymous_tls().wrap_socket(connection, server_hostname=host) as safe:
                return scheme == "https" or _speaks_rtmp(safe)
        except OSError:
            return False


def _anonymous_tls() -> ssl.SSLContext:
    """Return what speaks TLS with anybody, as FFmpeg does by default: no secret is sent here."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _speaks_rtmp(connection: socket.socket) -> bool:
    connection.sendall(_VERSION + bytes(_SIZE))
    answer = connection.recv(_SIZE)
    while answer.startswith(_VERSION) and len(answer) <= _SIZE:
        if not (piece := connection.recv(_SIZE)):
            return False
        answer += piece
    return answer.startswith(_VERSION)
