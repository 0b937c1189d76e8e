"""The calls an RTMP client makes (RTMP 1.0, section 7.2), and the answers it waits for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from lianmai.core.errors import AddressError
from lianmai.server.relay.stream_address import APP, StreamAddress, parse_stream_address
from lianmai.server.rtmp import amf0, messages
from lianmai.server.rtmp.events import Event, PlayAsked, PublishAsked, Stopped
from lianmai.server.rtmp.limits import RtmpError, RtmpLimits
from lianmai.server.rtmp.messages import Control, Message, Type
from lianmai.server.rtmp.outbox import Outbox

PLAY_STREAM_ID = 1
"""The message stream all players play on, so that one serialisation serves all of them."""

WINDOW_BYTES = 2_500_000


class Use(Enum):
    """What a message stream is used for."""

    NOTHING = auto()
    ASKED = auto()
    PUBLISH = auto()
    PLAY = auto()


@dataclass(frozen=True)
class _Call:
    stream_id: int
    name: str
    transaction_id: float
    arguments: list[amf0.Value]

    def argument(self, index: int) -> amf0.Value:
        return self.arguments[index] if index < len(self.arguments) else None


class Commands:
    """Answers the calls of one client and remembers what its message streams are for."""

    def __init__(self, limits: RtmpLimits, outbox: Outbox) -> None:
        self.uses: dict[int, Use] = {}
        self._limits = limits
        self._outbox = outbox
        self._app: str | None = None

    def handle(self, message: Message) -> Iterator[Event]:
        """Carry out the call in *message*.

        Raises:
            RtmpError: If it is malformed or out of turn.
        """
        call = _parse_call(message)
        if self._app is None and call.name != "connect":
            raise RtmpError(f"The RTMP peer sent {call.name[:32]!r} before 'connect'.")
        yield from _HANDLERS.get(call.name, Commands._unknown)(self, call)

    def _answer(self, call: _Call, *values: amf0.Value, name: str = "_result") -> None:
        if call.transaction_id:  # 0 asks for no answer
            self._outbox.command(0, name, call.transaction_id, *values)

    def _connect(self, call: _Call) -> Iterator[Event]:
        fields = call.argument(0)
        if self._app is not None or not isinstance(fields, dict):
            raise RtmpError("The RTMP peer sent 'connect' twice or without its fields.")
        self._app = _app_of(fields)
        if not self._app.startswith(APP):
            reason = f"There is no application {self._app[:64]!r} here; use '{APP}'."
            error = messages.information("NetConnection.Connect.Rejected", reason, is_error=True)
            self._answer(call, None, error, name="_error")
            return
        self._outbox.control(messages.window_acknowledgement_size(WINDOW_BYTES))
        self._outbox.control(messages.set_peer_bandwidth(WINDOW_BYTES))
        self._outbox.enlarge_chunks()
        success = messages.information("NetConnection.Connect.Success", "Connected.")
        success["objectEncoding"] = 0.0  # AMF0, whatever the client prefers
        self._answer(call, {"fmsVer": "FMS/3,0,1,123", "capabilities": 31.0}, success)
        yield from ()

    def _create_stream(self, call: _Call) -> Iterator[Event]:
        numbers = range(1, self._limits.max_message_streams + 1)
        free = next((number for number in numbers if number not in self.uses), None)
        if free is None:
            raise RtmpError("The RTMP peer created too many streams.")
        self.uses[free] = Use.NOTHING
        self._answer(call, None, float(free))
        yield from ()

    def _publish(self, call: _Call) -> Iterator[Event]:
        address = self._ask(call, "NetStream.Publish.BadName")
        if address is not None:
            yield PublishAsked(call.stream_id, address)

    def _play(self, call: _Call) -> Iterator[Event]:
        code = "NetStream.Play.Failed"
        if call.stream_id > PLAY_STREAM_ID:
            reason = "One connection plays one stream; open another connection."
            self._outbox.status(call.stream_id, code, reason, is_error=True)
            return
        address = self._ask(call, code)
        if address is not None:
            yield PlayAsked(call.stream_id, address)

    def _ask(self, call: _Call, code: str) -> StreamAddress | None:
        """Return the address asked for, or None when the client was refused with *code*."""
        name = call.argument(1)
        if self.uses.get(call.stream_id) is not Use.NOTHING or not isinstance(name, str):
            raise RtmpError(f"The RTMP peer sent {call.name!r} on no free stream or without name.")
        try:
            if any(use is not Use.NOTHING for use in self.uses.values()):
                raise AddressError("This connection has a stream already; open another one.")
            address = parse_stream_address(self._app or "", name)
        except AddressError as error:
            self._outbox.status(call.stream_id, code, str(error), is_error=True)
            return None
        self.uses[call.stream_id] = Use.ASKED
        return address

    def _close_stream(self, call: _Call) -> Iterator[Event]:
        yield from self._stop(call.stream_id)

    def _delete_stream(self, call: _Call) -> Iterator[Event]:
        number = call.argument(1)
        if isinstance(number, float) and number in self.uses:
            yield from self._stop(int(number))
            del self.uses[int(number)]

    def _stop(self, stream_id: int) -> Iterator[Event]:
        use = self.uses.get(stream_id, Use.NOTHING)
        if use is Use.NOTHING:
            return
        self.uses[stream_id] = Use.NOTHING
        if use is Use.PUBLISH:
            self._outbox.status(stream_id, "NetStream.Unpublish.Success", "Unpublished.")
        else:
            self._outbox.control(messages.user_control(Control.STREAM_EOF, stream_id))
        yield Stopped()

    def _announce(self, call: _Call) -> Iterator[Event]:
        """Answer FCPublish and its like, for which some encoders wait."""
        self._answer(call, None, None)
        information = messages.information("NetStream.Publish.Start", str(call.argument(1))[:128])
        self._outbox.command(0, f"on{call.name}", 0, None, information)
        yield from ()

    def _length(self, call: _Call) -> Iterator[Event]:
        self._answer(call, None, 0.0)  # a live stream has none
        yield from ()

    def _tolerate(self, call: _Call) -> Iterator[Event]:
        self._answer(call, None, None)
        yield from ()

    def _ignore(self, call: _Call) -> Iterator[Event]:
        yield from ()

    def _unknown(self, call: _Call) -> Iterator[Event]:
        reason = f"This server does not know {call.name[:32]!r}."
        error = messages.information("NetConnection.Call.Failed", reason, is_error=True)
        self._answer(call, None, error, name="_error")
        yield from ()


_Handler: TypeAlias = Callable[[Commands, _Call], Iterator[Event]]
_HANDLERS: Mapping[str, _Handler] = {
    "connect": Commands._connect,
    "createStream": Commands._create_stream,
    "publish": Commands._publish,
    "play": Commands._play,
    "closeStream": Commands._close_stream,
    "deleteStream": Commands._delete_stream,
    "FCPublish": Commands._announce,
    "FCUnpublish": Commands._announce,
    "FCSubscribe": Commands._announce,
    "getStreamLength": Commands._length,
    # Asked for by some client or other; on a live stream they change nothing.
    "releaseStream": Commands._tolerate,
    "FCUnsubscribe": Commands._tolerate,
    "_checkbw": Commands._tolerate,
    "checkBandwidth": Commands._tolerate,
    "pause": Commands._tolerate,
    "seek": Commands._tolerate,
    "receiveAudio": Commands._tolerate,
    "receiveVideo": Commands._tolerate,
    # Answers: to answer these could go on for ever.
    "_result": Commands._ignore,
    "_error": Commands._ignore,
    "onStatus": Commands._ignore,
}


def _parse_call(message: Message) -> _Call:
    values = amf0.decode(amf0_part(message))
    if len(values) < 2 or not isinstance(values[0], str) or not isinstance(values[1], float):
        raise RtmpError("The RTMP peer sent a command without a name or a number.")
    return _Call(message.stream_id, values[0], values[1], values[2:])


def amf0_part(message: Message) -> bytes:
    """Return the AMF0 in *message*; "AMF3" messages are AMF0 behind a zero byte."""
    is_amf3 = message.type_id in (Type.COMMAND_AMF3, Type.DATA_AMF3)
    return message.body[1:] if is_amf3 and message.body[:1] == b"\x00" else message.body


def _app_of(fields: dict[str, amf0.Value]) -> str:
    """Return the application with its query, which some clients leave in tcUrl alone."""
    app, url = fields.get("app"), fields.get("tcUrl")
    path, _, query = (app if isinstance(app, str) else "").partition("?")
    if not query and isinstance(url, str):
        query = url.partition("?")[2]
    return f"{path}?{query}"
