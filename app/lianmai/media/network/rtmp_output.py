"""One RTMP connection to push an FLV stream through, and what its failures mean."""

from __future__ import annotations

import time
from types import TracebackType
from urllib.parse import urlsplit

import av
from av.stream import Stream

from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.media.network.failed_step import failed_step

OPEN_S = 5.0
WRITE_S = 3.0
_HIDDEN_S = 0.15
"""How much of the stream the kernel may hold: delay in there can no longer be dropped. Linux
doubles what is asked for, so a round trip of twice this time still gets the whole bitrate."""
_SMALLEST_BUFFER = 12 * 1024


class RtmpOutput:
    """Connects when made, closes as a context manager. Blocks; use it from one thread.

    FFmpeg speaks RTMP here; the bytes of the FLV stream are ours, hence its "data" muxer, which
    passes them through as they are.

    Raises:
        StreamError: From every method; one sentence that never holds the URL's key.
    """

    def __init__(self, url: str, encoding: Encoding) -> None:
        self._place = _place(url)
        start_s = time.monotonic()
        try:
            self._container = av.open(
                url, "w", "data", container_options=_options(encoding), timeout=(OPEN_S, WRITE_S)
            )
            self._stream: Stream = self._container.add_data_stream("bin_data")
            self._container.start_encoding()
        except (av.FFmpegError, OSError, ValueError) as error:
            has_waited = time.monotonic() - start_s > OPEN_S - 0.5
            raise _refusal(self._place, url, error, has_waited) from error

    def send(self, data: bytes) -> None:
        """Send *data*, which is whole FLV tags."""
        packet: av.Packet[Stream] = av.Packet(data)
        packet.stream, packet.pts, packet.dts = self._stream, 0, 0
        try:
            self._container.mux_one(packet)
        except (av.FFmpegError, OSError) as error:
            raise _loss(self._place, error) from error

    def __enter__(self) -> RtmpOutput:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say goodbye to the server; on a broken connection there is nobody to say it to."""
        try:
            self._container.close()
        except (av.FFmpegError, OSError):
            return


def _options(encoding: Encoding) -> dict[str, str]:
    """Return the options that FFmpeg's rtmp protocol hands on to its tcp protocol."""
    bytes_per_s = (encoding.target_kbps + encoding.audio_kbps) * 1000 // 8
    buffer = max(_SMALLEST_BUFFER, round(bytes_per_s * _HIDDEN_S))
    return {"tcp_nodelay": "1", "send_buffer_size": str(buffer)}


def _place(url: str) -> str:
    """Return host and port of *url*; its path and query may hold secrets."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("rtmp", "rtmps") and parts.hostname:
            return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    except ValueError:  # an impossible port, half an IPv6 address
        pass
    raise StreamError(
        sentence("The address to push to is not rtmp://HOST/... or rtmps://HOST/..."), "format"
    )


def _refusal(place: str, url: str, error: Exception, has_waited: bool) -> StreamError:
    if isinstance(error, av.error.PermissionError):
        reason = sentence(
            "{place} refuses the stream: its name is taken, or its key is wrong or expired.",
            place=place,
        )
        return StreamError(reason, "rejected")
    if isinstance(error, av.error.UnknownError):
        reason = sentence(
            "{place} refuses the connection: check the application in the address.", place=place
        )
        return StreamError(reason, "rejected")
    match "refused" if isinstance(error, ConnectionRefusedError) else failed_step(url):
        case "dns":
            return StreamError(
                sentence("No host is called {place}: check the address.", place=place), "dns"
            )
        case "refused":
            reason = sentence(
                "Nobody answers at {place}: start the server or check the address.", place=place
            )
            return StreamError(reason, "refused")
        case "timeout":
            reason = sentence(
                "{place} does not answer within {seconds:.0f} s: check the address.",
                place=place,
                seconds=OPEN_S,
            )
            return StreamError(reason, "timeout")
        case "handshake" if has_waited:
            reason = sentence(
                "{place} does not answer within {seconds:.0f} s: check that it speaks RTMP.",
                place=place,
                seconds=OPEN_S,
            )
            return StreamError(reason, "handshake")
        case "handshake":
            reason = sentence(
                "{place} cannot be reached over RTMP: check the address and the network.",
                place=place,
            )
            return StreamError(reason, "handshake")
    if has_waited:
        reason = sentence(
            "{place} does not answer within {seconds:.0f} s: try another server.",
            place=place,
            seconds=OPEN_S,
        )
        return StreamError(reason, "no_data")
    return StreamError(
        sentence("{place} hung up before the stream began: check the address.", place=place),
        "closed",
    )


def _loss(place: str, error: Exception) -> StreamError:
    match error:
        case av.error.ExitError() | av.error.TimeoutError():
            reason = sentence(
                "{place} has taken no data for {seconds:.0f} s: check the network.",
                place=place,
                seconds=WRITE_S,
            )
            return StreamError(reason, "io")
        case av.error.PermissionError() | av.error.UnknownError():
            return StreamError(
                sentence("{place} has ended the stream: ask for a new address.", place=place),
                "closed",
            )
    reason = sentence(
        "The connection to {place} broke: check the network and the server.", place=place
    )
    has_hung_up = isinstance(error, BrokenPipeError | EOFError)
    return StreamError(reason, "closed" if has_hung_up else "io")
