"""The server's half of the RTMP handshake (RTMP 1.0, section 5.2), in its simple form.

Clients that send the digest handshake of Flash Player fall back to the simple one when the
server's version field is zero; FFmpeg does so in ``rtmp_handshake``, librtmp in ``HandShake``.
"""

import os

from lianmai.server.rtmp.limits import RtmpError

VERSION = 3
PACKET_BYTES = 1536


class Handshake:
    """Answers C0, C1 and C2; `leftover` is what the client sent behind them."""

    def __init__(self) -> None:
        self.is_done = False
        self.leftover = b""
        self._received = bytearray()
        self._answered = False

    def feed(self, data: bytes) -> bytes:
        """Take *data* from the client and return what to send it, often nothing.

        Raises:
            RtmpError: If the first byte is not that of RTMP version 3.
        """
        self._received += data
        if self._received and self._received[0] != VERSION:
            raise RtmpError(f"This port speaks RTMP {VERSION}; the peer began with something else.")
        answer = b"" if self._answered else self._answer()
        end = 1 + 2 * PACKET_BYTES
        if len(self._received) >= end:
            self.is_done = True
            self.leftover = bytes(self._received[end:])
        return answer

    def _answer(self) -> bytes:
        """Return S0, S1 and S2 once C1 is whole; S2 repeats C1."""
        if len(self._received) < 1 + PACKET_BYTES:
            return b""
        self._answered = True
        s1 = bytes(8) + os.urandom(PACKET_BYTES - 8)
        return bytes([VERSION]) + s1 + bytes(self._received[1 : 1 + PACKET_BYTES])
