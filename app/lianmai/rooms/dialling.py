"""Opens the socket to a room server, and says in one sentence why it cannot."""

from __future__ import annotations

import logging
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, InvalidStatus

from lianmai.core.errors import AddressError, LinkError
from lianmai.core.sentences import sentence

_LONGEST_MESSAGE_BYTES = 4 * 1024 * 1024
"""A room of 300 with everything attached is half a megabyte."""


@dataclass(frozen=True)
class Patience:
    """How long to wait for a server. A dead one is noticed after the last three together."""

    connect_s: float = 5.0
    answer_s: float = 5.0
    farewell_s: float = 1.0
    ping_every_s: float = 4.0
    pong_within_s: float = 4.0
    close_within_s: float = 1.0


def check_address(server: str) -> str:
    """Return *server* in short, ``ws://host:port``, fit to be shown.

    Raises:
        AddressError: If it is not the address of a room server.
    """
    try:
        parts = urlsplit(server)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number, or brackets that do not match
        host, port = None, None
    else:
        if host and parts.scheme in ("ws", "wss") and not parts.fragment and port != 0:
            shown_host = f"[{host}]" if ":" in host else host
            return f"{parts.scheme}://{shown_host}{f':{port}' if port else ''}"
    shown = server.partition("?")[0][:80]
    raise AddressError(
        sentence("{shown!r} is not the address of a room server; use ws://host:port.", shown=shown)
    )


async def dial(server: str, patience: Patience) -> ClientConnection:
    """Return a connected socket.

    Raises:
        AddressError: If *server* is not an address.
        LinkError: If nothing that speaks WebSocket answers there.
    """
    shown = check_address(server)
    try:
        return await connect(
            server,
            # A call's media cannot go through a proxy, hence its signalling does not either.
            proxy=None,
            compression=None,
            open_timeout=patience.connect_s,
            ping_interval=patience.ping_every_s,
            ping_timeout=patience.pong_within_s,
            close_timeout=patience.close_within_s,
            max_size=_LONGEST_MESSAGE_BYTES,
            # A ping must never wait behind requests that a dead server does not take.
            write_limit=_LONGEST_MESSAGE_BYTES,
            logger=_logger(),
        )
    except Exception as error:
        if (reason := _reason(error, server, patience)) is None:
            raise  # not the network's doing: a bug is loud
        raise LinkError(sentence("{server} {reason}", server=shown, reason=reason)) from error


def _reason(error: Exception, server: str, patience: Patience) -> str | None:
    """Return what is wrong with a server that gave *error*, and what to do."""
    match error:
        case TimeoutError():
            return sentence(
                "does not answer within {seconds:g} s; check host and port.",
                seconds=patience.connect_s,
            )
        case ssl.SSLCertVerificationError():
            return sentence(
                "has a certificate that is not trusted ({reason}); fix it there.",
                reason=error.verify_message,
            )
        case ConnectionRefusedError():
            return sentence("refuses connections; start the server there, or correct the port.")
        case ssl.SSLError() | ConnectionError() if server.lower().startswith("wss"):
            return sentence("does not speak TLS; try ws:// instead of wss://, or another port.")
        case socket.gaierror():
            return sentence("has an unknown host name; correct it.")
        case InvalidStatus() if error.response.status_code == 503:
            return sentence("takes no more connections now; try again later.")
        case InvalidHandshake() | EOFError():
            return sentence("is not a room server; correct host and port.")
        case OSError(errno=None):  # several addresses, each with an error of its own
            return sentence("cannot be reached; start the server there, or correct host and port.")
        case OSError():
            return sentence(
                "cannot be reached ({reason}); check network and address.",
                reason=error.strerror or error,
            )
        case _:
            return None


def _logger() -> logging.Logger:
    """Return a logger that never shows frames, which hold secrets."""
    logger = logging.getLogger("lianmai.link")
    logger.setLevel(logging.WARNING)
    return logger
