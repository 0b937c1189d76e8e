"""The server's side of one RTMP connection, without a socket."""

from collections.abc import Iterator

from lianmai.server.relay.flv import AUDIO, DATA, VIDEO, Tag
from lianmai.server.rtmp import amf0, messages
from lianmai.server.rtmp.aggregate import split_aggregate
from lianmai.server.rtmp.chunks import ChunkReader
from lianmai.server.rtmp.commands import WINDOW_BYTES, Commands, Use, amf0_part
from lianmai.server.rtmp.events import Event, Received
from lianmai.server.rtmp.handshake import Handshake
from lianmai.server.rtmp.limits import RtmpLimits
from lianmai.server.rtmp.messages import Control, Message, Type
from lianmai.server.rtmp.outbox import Outbox

_SET_DATA_FRAME = amf0.encode("@setDataFrame")


class RtmpSession:
    """Feed it what the client sends, act on the events, send `take_output` after each step.

    A connection publishes or plays one stream at a time.
    """

    def __init__(self, limits: RtmpLimits) -> None:
        self._handshake = Handshake()
        self._reader = ChunkReader(limits)
        self._outbox = Outbox()
        self._commands = Commands(limits, self._outbox)
        self._received = 0
        self._acknowledged = 0
        self._window_bytes = WINDOW_BYTES

    def feed(self, data: bytes) -> Iterator[Event]:
        """Take *data* from the client and yield what it asks; read it to the end.

        Answer each event before the next one: a client need not wait for answers.

        Raises:
            RtmpError: If the client breaks the protocol or a bound; the session is over.
        """
        self._count(len(data))
        if not self._handshake.is_done:
            self._outbox.raw(self._handshake.feed(data))
            data = self._handshake.leftover
        for message in self._reader.feed(data):
            yield from self._handle(message)

    def take_output(self) -> bytes:
        """Return what is to be sent to the client, and forget it."""
        return self._outbox.take()

    def accept_publish(self, stream_id: int) -> None:
        """Let the client publish."""
        self._commands.uses[stream_id] = Use.PUBLISH
        self._outbox.control(messages.user_control(Control.STREAM_BEGIN, stream_id))
        self._outbox.status(stream_id, "NetStream.Publish.Start", "Publishing.")

    def accept_play(self, stream_id: int) -> None:
        """Let the client play; media may follow."""
        self._commands.uses[stream_id] = Use.PLAY
        self._outbox.control(messages.user_control(Control.STREAM_BEGIN, stream_id))
        self._outbox.status(stream_id, "NetStream.Play.Reset", "Forgetting what was played.")
        self._outbox.status(stream_id, "NetStream.Play.Start", "Playing.")

    def refuse(self, stream_id: int, code: str, reason: str) -> None:
        """Turn down what the client asked for; it may ask again."""
        self._commands.uses[stream_id] = Use.NOTHING
        self._outbox.status(stream_id, code, reason, is_error=True)

    def end_play(self) -> None:
        """Tell a playing client that its publisher is gone."""
        for stream_id, use in self._commands.uses.items():
            if use is Use.PLAY:
                self._commands.uses[stream_id] = Use.NOTHING
                reason = "The publisher left."
                self._outbox.status(stream_id, "NetStream.Play.UnpublishNotify", reason)
                self._outbox.control(messages.user_control(Control.STREAM_EOF, stream_id))

    def ping(self, timestamp_ms: int) -> None:
        """Ask the client for a sign of life."""
        self._outbox.control(messages.user_control(Control.PING_REQUEST, timestamp_ms))

    def _count(self, size: int) -> None:
        """Acknowledge once per window; clients that care stop sending without it."""
        self._received += size
        if self._received - self._acknowledged >= self._window_bytes:
            self._acknowledged = self._received
            self._outbox.control(messages.acknowledgement(self._received))

    def _handle(self, message: Message) -> Iterator[Event]:
        match message.type_id:
            case Type.AUDIO | Type.VIDEO:
                tag = Tag(message.type_id, message.timestamp_ms, message.body)
                yield from self._media(message.stream_id, tag)
            case Type.DATA | Type.DATA_AMF3:
                yield from self._media(message.stream_id, _data_tag(message))
            case Type.AGGREGATE:
                for tag in split_aggregate(message):
                    yield from self._media(message.stream_id, tag)
            case Type.COMMAND | Type.COMMAND_AMF3:
                yield from self._commands.handle(message)
            case Type.WINDOW_ACKNOWLEDGEMENT_SIZE:
                self._window_bytes = min(WINDOW_BYTES, int.from_bytes(message.body[:4]))
            case Type.USER_CONTROL:
                self._answer_ping(message.body)
            case _:
                pass  # acknowledgements, peer bandwidth, shared objects: nothing to do

    def _media(self, stream_id: int, tag: Tag) -> Iterator[Event]:
        """Pass on what a publisher sends; what trails a stop or comes unasked is dropped."""
        is_media = tag.type_id in (AUDIO, VIDEO, DATA) and tag.body
        if is_media and self._commands.uses.get(stream_id) is Use.PUBLISH:
            yield Received(tag)

    def _answer_ping(self, body: bytes) -> None:
        if len(body) >= 6 and int.from_bytes(body[:2]) == Control.PING_REQUEST:
            stamp = int.from_bytes(body[2:6])
            self._outbox.control(messages.user_control(Control.PING_RESPONSE, stamp))


def _data_tag(message: Message) -> Tag:
    """Return the data as players want it: without the order to remember it.

    It is decoded once here, so that no malformed data reaches a player.
    """
    body = amf0_part(message).removeprefix(_SET_DATA_FRAME)
    amf0.decode(body)
    return Tag(DATA, message.timestamp_ms, body)
