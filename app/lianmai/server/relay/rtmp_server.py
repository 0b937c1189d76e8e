"""RTMP connections of the relay: a socket around each session."""

import asyncio
import logging
from typing import assert_never, cast

from lianmai.server.gate import AccessDenied
from lianmai.server.relay import sockets
from lianmai.server.relay.audience import Player
from lianmai.server.relay.broadcast import Broadcast
from lianmai.server.relay.connections import Connections
from lianmai.server.relay.flv import Tag
from lianmai.server.relay.patience import Patience, Stage, Verdict
from lianmai.server.relay.relay import NameTaken, Relay
from lianmai.server.relay.sink import TransportSink
from lianmai.server.relay.wire import Wire
from lianmai.server.rtmp.events import Event, PlayAsked, PublishAsked, Received, Stopped
from lianmai.server.rtmp.limits import RtmpError
from lianmai.server.rtmp.session import RtmpSession

# Answers a client does not read: it floods us with questions.
_MAX_UNREAD_BYTES = 1024 * 1024

_log = logging.getLogger(__name__)


class RtmpConnection(asyncio.Protocol):
    """One client; it publishes or plays one stream at a time."""

    _transport: asyncio.Transport

    def __init__(self, relay: Relay, connections: Connections) -> None:
        self._relay = relay
        self._connections = connections
        self._session = RtmpSession(relay.limits.rtmp)
        self._patience = Patience(relay.limits)
        self._name = ""
        self._broadcast: Broadcast | None = None
        self._player: Player | None = None
        self._tags: list[Tag] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, unless there are too many connections."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass
        if self._connections.add(self):
            sockets.tune(transport)
        else:
            self._warn("too many connections.")
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Act on *data*; what a publisher sent in one piece leaves in one piece."""
        if self._patience.stage is Stage.CLOSING:
            return
        self._patience.has_heard = True
        if self._player is None:
            sockets.confirm_now(self._transport)
        try:
            for event in self._session.feed(data):
                self._act(event)
        except RtmpError as error:
            self._warn(str(error))
            self.close()
        self._push()
        self._flush()

    def connection_lost(self, error: Exception | None) -> None:
        """Give up whatever the client had."""
        self._leave()
        self._connections.remove(self)

    def tick(self, now_s: float) -> None:
        """Ping or end a client that lets us wait."""
        is_waiting = self._player is not None and self._patience.stage is Stage.LISTENING
        if is_waiting and self._relay.is_live(self._name):
            self._patience.enter(Stage.PLAYING)
            sockets.batch_for_local_player(self._transport)
        match self._patience.verdict(now_s):
            case Verdict.PING:
                self._session.ping(int(now_s * 1000))
                self._flush()
            case Verdict.END:
                self._transport.abort()
            case Verdict.KEEP:
                pass

    def close(self) -> None:
        """Send what is left, then hang up."""
        self._leave()
        self._flush()
        self._patience.enter(Stage.CLOSING)
        self._transport.close()

    def abort(self) -> None:
        """Hang up at once."""
        self._transport.abort()

    def _act(self, event: Event) -> None:
        match event:
            case Received(tag):
                self._tags.append(tag)
            case PublishAsked():
                self._publish(event)
            case PlayAsked():
                self._play(event)
            case Stopped():
                self._push()
                self._leave()
            case _:
                assert_never(event)

    def _publish(self, asked: PublishAsked) -> None:
        try:
            self._relay.admit("publish", asked.address)
        except NameTaken as error:
            self._refuse(asked.stream_id, "NetStream.Publish.BadName", error)
        except AccessDenied as error:
            self._refuse(asked.stream_id, "NetStream.Publish.Denied", error)
        else:
            self._name = asked.address.name
            self._broadcast = self._relay.start(self._name, self)
            self._session.accept_publish(asked.stream_id)
            self._patience.enter(Stage.LISTENING)

    def _play(self, asked: PlayAsked) -> None:
        try:
            self._relay.admit("play", asked.address)
        except AccessDenied as error:
            self._refuse(asked.stream_id, "NetStream.Play.Failed", error)
            return
        self._session.accept_play(asked.stream_id)
        self._flush()
        self._name = asked.address.name
        self._player = Player(TransportSink(self._transport, self._end_play))
        self._patience.enter(Stage.LISTENING)
        self._relay.join(self._name, self._player, Wire.RTMP)

    def _end_play(self) -> None:
        """Tell the client that the publisher is gone."""
        self._session.end_play()
        self.close()

    def _refuse(self, stream_id: int, code: str, error: Exception) -> None:
        self._warn(str(error))
        self._session.refuse(stream_id, code, str(error))

    def _push(self) -> None:
        if self._broadcast is not None and self._tags:
            self._broadcast.push(self._tags)
        self._tags = []

    def _flush(self) -> None:
        data = self._session.take_output()
        if not data:
            return
        self._transport.write(data)
        if self._player is None and self._transport.get_write_buffer_size() > _MAX_UNREAD_BYTES:
            self._warn("the client does not read our answers.")
            self._transport.abort()

    def _leave(self) -> None:
        """Stop publishing or playing; the client may ask again within its set-up time."""
        if self._broadcast is not None:
            self._broadcast = None
            self._relay.stop(self._name, self)
        if self._player is not None:
            player, self._player = self._player, None
            self._relay.leave(self._name, player)
        self._patience.enter(Stage.SETUP)

    def _warn(self, reason: str) -> None:
        _log.warning("RTMP client %s: %s", sockets.peer_name(self._transport), reason)
