"""Opens a live stream for pulling, and says in one sentence why one cannot be had."""

from __future__ import annotations

import errno
import time
from urllib.parse import urlsplit

import av
from av.container import InputContainer

from lianmai.core.errors import StreamError
from lianmai.core.redact import redact

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
    if urlsplit(url).scheme not in SCHEMES:
        raise StreamError(f"Cannot pull {without_key(url)}: use a URL of {', '.join(SCHEMES)}.")
    start_s = time.monotonic()
    try:
        return av.open(url, "r", format=_FORMAT, options=_OPTIONS, timeout=(OPEN_S, READ_S))
    except av.FFmpegError as error:
        _forget_address(error)
        has_waited = time.monotonic() - start_s > OPEN_S - 0.5
        raise StreamError(_why_not_open(error, without_key(url), has_waited)) from error


def lost(error: av.FFmpegError, url: str, has_media: bool) -> StreamError:
    """Return what to say when reading *url* failed; *has_media* tells whether any had come."""
    _forget_address(error)
    name = without_key(url)
    if isinstance(error, av.ExitError) and has_media:
        return StreamError(f"{name} has sent nothing for {READ_S:.0f} s: wait, or pull it again.")
    if isinstance(error, av.ExitError):
        return StreamError(never_started(name, READ_S))
    return StreamError(f"The connection to {name} broke ({error.strerror}): pull it again.")


def is_end(error: av.FFmpegError) -> bool:
    """Tell whether *error* is the publisher's end: an RTMP server closes, which reads as EIO."""
    return isinstance(error, av.EOFError) or error.errno == errno.EIO


def without_key(url: str) -> str:
    """Return *url* as it may be shown: without query and password, which are secrets."""
    return redact(url.partition("?")[0])


def _why_not_open(error: av.FFmpegError, name: str, has_waited: bool) -> str:
    # An RTMP connection that is given up reads as an input error like any other.
    if isinstance(error, av.ExitError) or has_waited:
        return never_started(name, OPEN_S)
    match error:
        case av.ConnectionRefusedError():
            return f"Nothing answers at {name}: check that the server runs there."
        case av.HTTPUnauthorizedError() | av.HTTPForbiddenError():
            return _refused(name)
        case av.PermissionError() | av.UnknownError():  # RTMP: a play, a connect was rejected
            return _refused(name)
        case av.HTTPNotFoundError():
            return f"The server has no stream {name}: the peer may not be sending yet."
        case av.HTTPError():
            return f"The server cannot serve {name} now ({error.strerror}): try again later."
    return (
        f"Cannot open {name} ({error.strerror}):"
        " no server has that name, or it hung up; check the URL."
    )


def _refused(name: str) -> str:
    return f"The server refuses {name}: its key is wrong or expired, ask for a new URL."


def never_started(name: str, waited_s: float) -> str:
    """Return the sentence for a stream that has brought nothing."""
    return f"No media arrived from {name} within {waited_s:.0f} s: the peer may not be sending yet."


def _forget_address(error: av.FFmpegError) -> None:
    """Keep the URL, hence its key, out of what a traceback prints of *error*."""
    error.args = error.args[:2]
