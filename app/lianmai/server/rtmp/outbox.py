"""What waits to be sent to one RTMP client."""

from lianmai.server.rtmp import amf0, messages
from lianmai.server.rtmp.chunks import DEFAULT_CHUNK_BYTES, encode_message
from lianmai.server.rtmp.messages import Message

CHUNK_BYTES = 65536
"""What the server's chunks carry once a client is connected: most messages fit in one."""

_CONTROL_CHUNKS, _COMMAND_CHUNKS = 2, 3


class Outbox:
    """Collects bytes until `take`."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._chunk_bytes = DEFAULT_CHUNK_BYTES

    def raw(self, data: bytes) -> None:
        """Add *data* as it is."""
        self._parts.append(data)

    def control(self, message: Message) -> None:
        """Add a protocol or user control *message*."""
        self._parts.append(encode_message(message, _CONTROL_CHUNKS, self._chunk_bytes))

    def command(
        self, stream_id: int, name: str, transaction_id: float, *values: amf0.Value
    ) -> None:
        """Add a call of *name* with *values*."""
        message = messages.command(stream_id, name, transaction_id, *values)
        self._parts.append(encode_message(message, _COMMAND_CHUNKS, self._chunk_bytes))

    def status(
        self, stream_id: int, code: str, description: str, *, is_error: bool = False
    ) -> None:
        """Add news of a stream; *code* is one of NetStream's."""
        information = messages.information(code, description, is_error=is_error)
        self.command(stream_id, "onStatus", 0, None, information)

    def enlarge_chunks(self) -> None:
        """Announce `CHUNK_BYTES`, and use it from here on."""
        self.control(messages.set_chunk_size(CHUNK_BYTES))
        self._chunk_bytes = CHUNK_BYTES

    def take(self) -> bytes:
        """Return everything added since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data
