"""An RTMP client that does as little as possible: it says its lines and reads bytes.

It asks for everything in one breath, as all servers take calls in order, and does not look at
answers beyond searching them for a word. What it costs is the same for every server.
"""

from __future__ import annotations

import select
import socket
import time
from urllib.parse import urlsplit

from lianmai.server.rtmp import amf0
from tests.bench.flv import DATA, Tag

TIMEOUT_S = 10.0
_CHUNK_BYTES = 65_536
_FIRST_CHUNK_BYTES = 128
_HANDSHAKE_BYTES = 1536
_COMMAND, _SET_CHUNK_SIZE, _STREAM_ID = 20, 1, 1
_SET_DATA_FRAME = amf0.encode("@setDataFrame")


def open_player(url: str) -> socket.socket:
    """Return a connection to which the server sends the stream of *url*; nothing is read yet.

    Raises:
        OSError: If nobody answers in time.
    """
    connection, name = _connect(url)
    play = amf0.encode("play", 3, None, name, -2000)
    connection.sendall(_message(_COMMAND, play, stream_id=_STREAM_ID))
    return connection


class Pusher:
    """A connection that publishes tags under *url*."""

    def __init__(self, url: str) -> None:
        """Connect and wait until the server lets us publish.

        Raises:
            OSError: If it does not.
        """
        self._connection, name = _connect(url)
        publish = amf0.encode("publish", 3, None, name, "live")
        size = _CHUNK_BYTES.to_bytes(4, "big")
        self._connection.sendall(
            _message(_COMMAND, publish, stream_id=_STREAM_ID) + _message(_SET_CHUNK_SIZE, size)
        )
        try:
            self._await(b"NetStream.Publish.Start")
        except OSError:
            self._connection.close()
            raise

    def send(self, tag: Tag) -> None:
        """Send one tag, and read off what the server has said meanwhile.

        Raises:
            OSError: If the connection has ended or takes nothing for `TIMEOUT_S`.
        """
        body = _SET_DATA_FRAME + tag.body if tag.type_id == DATA else tag.body
        data = _message(tag.type_id, body, tag.timestamp_ms, _STREAM_ID, _CHUNK_BYTES)
        self._connection.sendall(data)
        if select.select([self._connection], [], [], 0)[0] and not self._connection.recv(4096):
            raise ConnectionResetError("the server has ended the stream")

    def close(self) -> None:
        """End the stream."""
        self._connection.close()

    def _await(self, word: bytes) -> None:
        heard, deadline = b"", time.monotonic() + TIMEOUT_S
        while word not in heard:
            if not (data := self._connection.recv(4096)) or time.monotonic() > deadline:
                raise ConnectionRefusedError(f"the server refuses the stream: {heard[-200:]!r}")
            heard += data


def _connect(url: str) -> tuple[socket.socket, str]:
    """Return a connection ready to publish or play, and the name of the stream."""
    parts = urlsplit(url)
    app, _, name = parts.path.strip("/").partition("/")
    name += f"?{parts.query}" if parts.query else ""
    address = (parts.hostname or "", parts.port or 1935)
    connection = socket.create_connection(address, TIMEOUT_S)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        _shake_hands(connection)
        fields = {"app": app, "type": "nonprivate", "tcUrl": f"rtmp://{parts.netloc}/{app}"}
        connect = amf0.encode("connect", 1, {**fields, "flashVer": "FMLE/3.0"})
        create = amf0.encode("createStream", 2, None)
        connection.sendall(_message(_COMMAND, connect) + _message(_COMMAND, create))
    except OSError:
        connection.close()
        raise
    return connection, name


def _shake_hands(connection: socket.socket) -> None:
    connection.sendall(b"\x03" + bytes(_HANDSHAKE_BYTES))
    answer, wanted = b"", 1 + 2 * _HANDSHAKE_BYTES
    while len(answer) < wanted:
        if not (data := connection.recv(wanted - len(answer))):
            raise ConnectionResetError("the server broke off the handshake")
        answer += data
    connection.sendall(answer[1 : 1 + _HANDSHAKE_BYTES])


def _message(
    type_id: int,
    body: bytes,
    timestamp_ms: int = 0,
    stream_id: int = 0,
    chunk_bytes: int = _FIRST_CHUNK_BYTES,
) -> bytes:
    """Return a message as chunks of type 0 and 3 (RTMP 1.0, section 5.3.1)."""
    chunk_stream = {_SET_CHUNK_SIZE: 2, _COMMAND: 3}.get(type_id, 4 + type_id % 4)
    head = bytes([chunk_stream]) + (timestamp_ms & 0xFFFFFF).to_bytes(3, "big")
    head += len(body).to_bytes(3, "big") + bytes([type_id]) + stream_id.to_bytes(4, "little")
    pieces = [body[i : i + chunk_bytes] for i in range(0, len(body), chunk_bytes)]
    return head + bytes([0xC0 | chunk_stream]).join(pieces)
