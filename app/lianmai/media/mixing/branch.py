"""One way out of a mix: a bounded queue, and the thread that empties it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from lianmai.core.encoding import Encoding
from lianmai.media.publishing import flv_writer
from lianmai.media.publishing.encoder import Encoded
from lianmai.media.publishing.outbox import Outbox
from lianmai.media.worker import LONGEST_LOOK_S, Stop


class Output(Protocol):
    """Takes an FLV stream: a connection, a file."""

    def send(self, data: bytes) -> None:
        """Take *data*, which is whole FLV tags."""


class Branch:
    """The mix's thread puts, the output's thread runs `forward`.

    It begins with a key frame, and so it goes on after it gave something up.
    """

    def __init__(self) -> None:
        self.outbox = Outbox()
        self._has_begun = False
        self._headers: dict[bool, bytes] = {}

    @property
    def needs_key(self) -> bool:
        """Whether the next picture must be a key frame."""
        return not self._has_begun or self.outbox.needs_key

    def put(self, packet: Encoded) -> None:
        """Send *packet* on its way; sound waits for the first picture."""
        self._has_begun = self._has_begun or (packet.is_video and packet.is_key)
        if self._has_begun:
            self.outbox.put(packet)

    def forward(self, output: Output, encoding: Encoding, stop: Stop) -> None:
        """Hand everything on to *output* until *stop* is set."""
        tracks = {"has_audio": True, "has_video": True}
        output.send(flv_writer.file_header(**tracks) + flv_writer.metadata_tag(encoding, **tracks))
        while not stop.is_set():
            if (packet := self.outbox.take(LONGEST_LOOK_S)) is not None:
                output.send(flv_writer.packet_tag(self._with_fresh_header(packet)))

    def _with_fresh_header(self, packet: Encoded) -> Encoded:
        """Return *packet* without the configuration that its predecessors had already."""
        if not packet.header or self._headers.get(packet.is_video) == packet.header:
            return replace(packet, header=b"")
        self._headers[packet.is_video] = packet.header
        return packet
