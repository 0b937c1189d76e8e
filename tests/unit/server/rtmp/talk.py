"""A client's words for tests, and a session to say them to."""

from collections.abc import Sequence

from lianmai.server.relay.flv import Tag
from lianmai.server.rtmp import amf0
from lianmai.server.rtmp.chunks import ChunkReader, encode_message
from lianmai.server.rtmp.events import Event
from lianmai.server.rtmp.limits import RtmpLimits
from lianmai.server.rtmp.messages import Message, Type
from lianmai.server.rtmp.session import RtmpSession

GREETING = b"\x03" + bytes(1536) * 2
SERVER_GREETING_BYTES = 1 + 1536 * 2

CONNECT: dict[str, amf0.Value] = {"app": "live", "tcUrl": "rtmp://example.test/live"}


def command(
    name: str,
    *arguments: amf0.Value,
    number: float = 1.0,
    stream_id: int = 0,
    type_id: int = Type.COMMAND,
) -> bytes:
    """Return a call of *name* in chunks of 128 bytes."""
    prefix = b"\0" if type_id == Type.COMMAND_AMF3 else b""
    body = prefix + amf0.encode(name, number, *arguments)
    return encode_message(Message(type_id, 0, stream_id, body), 3, 128)


def media(tag: Tag, stream_id: int = 1) -> bytes:
    """Return *tag* as a publisher sends it."""
    return encode_message(Message(tag.type_id, tag.timestamp_ms, stream_id, tag.body), 6, 128)


def opening(app: str = "live") -> bytes:
    """Return everything a client says before it publishes or plays on stream 1."""
    return GREETING + command("connect", {**CONNECT, "app": app}) + command("createStream", None)


class Talk:
    """A session, and what it answered so far as messages."""

    def __init__(self, limits: RtmpLimits | None = None) -> None:
        self.session = RtmpSession(limits or RtmpLimits())
        self._reader = ChunkReader(RtmpLimits())
        self._to_skip = SERVER_GREETING_BYTES

    def say(self, data: bytes) -> list[Event]:
        """Feed *data* and return the events."""
        return list(self.session.feed(data))

    def heard(self) -> list[Message]:
        """Return the messages sent since the last time."""
        output = self.session.take_output()
        skipped, self._to_skip = output[self._to_skip :], max(0, self._to_skip - len(output))
        return list(self._reader.feed(skipped))

    def codes(self) -> list[str]:
        """Return the status codes sent since the last time."""
        return status_codes(self.heard())


def status_codes(messages: Sequence[Message]) -> list[str]:
    """Return the codes in the information objects of *messages*."""
    commands = [amf0.decode(it.body) for it in messages if it.type_id == Type.COMMAND]
    objects = [value for values in commands for value in values if isinstance(value, dict)]
    return [str(it["code"]) for it in objects if "code" in it]
