"""Opens a live stream for pulling, and says in one sentence why one cannot be had."""

from __future__ import annotations

import errno
import time
from urllib.parse import urlsplit

import av
from av.container import InputContainer

from lianmai.core.errors import StreamError
from lianmai.core.redact import redact
from lianmai.core.sentences import sentence
from lianmai.media.network.failed_step import failed_step

OPEN_S = 5.0
READ_S = 3.0
SCHEMES = ("rtmp", "rtmps", "http", "https")
"""A server hands out URLs; without this list it could have a player read local files."""

# FFmpeg as the client of RTMP and HTTP only: its FLV demuxer would wait 0.1 s to learn what is
# in a stream (with defaults 1.6 to 6.5 s), and PyAV does not see what is added to it later.
_FORMAT = "data"
_OPTIONS = {
    "raw_packet_size": "65536",  # at most; a read returns what is there
    "tcp_nodelay": "1",
    "rtmp_live": "live",
}


def open_stream(url: str) -> InputContainer:
    """Open *url*, RTMP or HTTP-FLV; the packets of the container are pieces of an FLV file.

    Blocks until the first arrives, `OPEN_S` at most. Each later read fails after `READ_S` of
    silence.

    Raises:
        StreamError: If there is nothing to pull; its text has neither key nor password.
    """
    if not _is_address(url):
        reason = sentence(
            "Cannot pull {url}: use a URL of {schemes}.",
            url=without_key(url),
            schemes=", ".join(SCHEMES),
        )
        raise StreamError(reason, "format")
    start_s = time.monotonic()
    try:
        return av.open(url, "r", format=_FORMAT, options=_OPTIONS, timeout=(OPEN_S, READ_S))
    except av.FFmpegError as error:
        _forget_address(error)
        has_waited = time.monotonic() - start_s > OPEN_S - 0.5
        raise _why_not_open(error, url, has_waited) from error


def lost(error: av.FFmpegError, url: str, has_media: bool, silent_s: float) -> StreamError:
    """Return what to say when reading *url* failed after *silent_s* seconds without data.

    *has_media* tells whether any had come before.
    """
    _forget_address(error)
    name = without_key(url)
    if not isinstance(error, av.ExitError) and silent_s < READ_S - 0.5:
        reason = sentence(
            "The connection to {name} broke ({reason}): pull it again.",
            name=name,
            reason=error.strerror,
        )
        return StreamError(reason, "io")
    if not has_media:
        return StreamError(never_started(name, READ_S), "no_data")
    reason = sentence(
        "{name} has sent nothing for {seconds:.0f} s: wait, or pull it again.",
        name=name,
        seconds=READ_S,
    )
    return StreamError(reason, "no_data")


def is_end(error: av.FFmpegError, url: str) -> bool:
    """Tell whether *error* is the publisher's end.

    Over RTMP a server says so. Over HTTP it hangs up, which reads as EIO, and so does a
    connection that breaks.
    """
    if isinstance(error, av.EOFError):
        return True
    return error.errno == errno.EIO and url.startswith("http")


def without_key(url: str) -> str:
    """Return *url* as it may be shown: without query and password, which are secrets."""
    return redact(url.partition("?")[0])


def _is_address(url: str) -> bool:
    """Tell whether *url* has one of `SCHEMES` and a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # an impossible port, half an IPv6 address
        return False


def _why_not_open(error: av.FFmpegError, url: str, has_waited: bool) -> StreamError:
    name = without_key(url)
    match error:
        case av.HTTPUnauthorizedError() | av.HTTPForbiddenError():
            return StreamError(_refused(name), "rejected")
        case av.PermissionError() | av.UnknownError():  # RTMP: a play, a connect was rejected
            return StreamError(_refused(name), "rejected")
        case av.HTTPNotFoundError():
            reason = sentence(
                "The server has no stream {name}: the peer may not be sending yet.", name=name
            )
            return StreamError(reason, "no_data")
        case av.HTTPError():
            reason = sentence(
                "The server cannot serve {name} now ({reason}): try again later.",
                name=name,
                reason=error.strerror,
            )
            return StreamError(reason, "rejected")
    return _not_reached(error, url, has_waited)


def _not_reached(error: av.FFmpegError, url: str, has_waited: bool) -> StreamError:
    name = without_key(url)
    match "refused" if isinstance(error, ConnectionRefusedError) else failed_step(url):
        case "dns":
            return StreamError(
                sentence("No host has the name in {name}: check the URL.", name=name), "dns"
            )
        case "refused":
            reason = sentence(
                "Nothing answers at {name}: check that the server runs there.", name=name
            )
            return StreamError(reason, "refused")
        case "timeout":
            reason = sentence(
                "Nothing answers at {name} within {seconds:.0f} s: check the network.",
                name=name,
                seconds=OPEN_S,
            )
            return StreamError(reason, "timeout")
        case "handshake":
            reason = sentence(
                "What answers at {name} does not speak {language}: check the URL.",
                name=name,
                language=_language(url),
            )
            return StreamError(reason, "handshake")
    # An RTMP connection that is given up reads as an input error like any other.
    if has_waited or isinstance(error, av.ExitError):
        return StreamError(never_started(name, OPEN_S), "no_data")
    return StreamError(
        sentence("Cannot open {name} ({reason}): check the URL.", name=name, reason=error.strerror),
        "closed",
    )


def _language(url: str) -> str:
    return url.partition(":")[0].upper()


def _refused(name: str) -> str:
    return sentence(
        "The server refuses {name}: its key is wrong or expired, ask for a new URL.", name=name
    )


def never_started(name: str, waited_s: float) -> str:
    """Return the sentence for a stream that has brought nothing."""
    return sentence(
        "No media arrived from {name} within {seconds:.0f} s: the peer may not be sending yet.",
        name=name,
        seconds=waited_s,
    )


def _forget_address(error: av.FFmpegError) -> None:
    """Keep the URL, hence its key, out of what a traceback prints of *error*."""
    error.args = error.args[:2]
