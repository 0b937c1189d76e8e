"""The RTMP chunk stream (RTMP 1.0, section 5.3): messages cut into chunks and put together."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lianmai.server.rtmp.limits import RtmpError, RtmpLimits
from lianmai.server.rtmp.messages import Message, Type

DEFAULT_CHUNK_BYTES = 128
# The specification allows 1; nobody sends less than the default, and tiny chunks burn our time.
MIN_CHUNK_BYTES = 128
_EXTENDED = 0xFFFFFF
_HEADER_BYTES = (11, 7, 3, 0)


@dataclass(frozen=True, slots=True)
class _Header:
    timestamp_ms: int = 0
    timestamp_field: int = 0  # as written: absolute in a type 0 header, else a difference
    length: int = 0
    type_id: int = 0
    stream_id: int = 0
    is_extended: bool = False


@dataclass(slots=True)
class _ChunkStream:
    header: _Header | None = None
    body: bytearray = field(default_factory=bytearray)
    is_inside: bool = False


class _Incomplete(Exception):
    """The rest of the chunk has not arrived yet."""


class ChunkReader:
    """Puts messages together from chunks, however the network cuts them.

    "Set chunk size" and "abort" concern this layer alone: they are obeyed, not returned.
    """

    def __init__(self, limits: RtmpLimits) -> None:
        self._limits = limits
        self._chunk_bytes = DEFAULT_CHUNK_BYTES
        self._streams: dict[int, _ChunkStream] = {}
        self._partial_bytes = 0
        self._buffer = bytearray()
        self._cursor = 0

    def feed(self, data: bytes) -> Iterator[Message]:
        """Take *data* and yield each message it completes; read it to the end.

        Raises:
            RtmpError: If the peer breaks the chunk format or exceeds a bound.
        """
        self._buffer += data
        done = count = 0
        try:
            while count <= self._limits.max_messages_at_once:
                self._cursor = done
                message = self._read_chunk()
                done = self._cursor
                count += message is not None
                if message is not None and not self._obey(message):
                    yield message
        except _Incomplete:
            del self._buffer[:done]
        else:
            raise RtmpError("The RTMP peer floods the server with tiny messages.")

    def _take(self, size: int) -> bytes:
        end = self._cursor + size
        if end > len(self._buffer):
            raise _Incomplete
        taken = bytes(self._buffer[self._cursor : end])
        self._cursor = end
        return taken

    def _read_chunk(self) -> Message | None:
        """Read one whole chunk; nothing is changed before all of it is there."""
        form, chunk_stream_id = self._read_basic_header()
        stream = self._stream(chunk_stream_id)
        header = self._read_header(form, stream)
        missing = header.length - len(stream.body)
        payload = self._take(min(missing, self._chunk_bytes))
        stream.header = header
        if len(payload) == missing:
            return self._complete(stream, header, payload)
        stream.is_inside = True
        stream.body += payload
        self._partial_bytes += len(payload)
        if self._partial_bytes > 2 * self._limits.max_message_bytes:
            raise RtmpError("The RTMP peer left too many messages unfinished.")
        return None

    def _complete(self, stream: _ChunkStream, header: _Header, payload: bytes) -> Message:
        body = bytes(stream.body) + payload if stream.is_inside else payload
        self._forget(stream)
        return Message(header.type_id, header.timestamp_ms, header.stream_id, body)

    def _forget(self, stream: _ChunkStream) -> None:
        self._partial_bytes -= len(stream.body)
        stream.body = bytearray()
        stream.is_inside = False

    def _read_basic_header(self) -> tuple[int, int]:
        first = self._take(1)[0]
        form, number = first >> 6, first & 0x3F
        if number == 0:
            number = 64 + self._take(1)[0]
        elif number == 1:
            low, high = self._take(2)
            number = 64 + low + 256 * high
        return form, number

    def _stream(self, chunk_stream_id: int) -> _ChunkStream:
        stream = self._streams.get(chunk_stream_id)
        if stream is None:
            if len(self._streams) >= self._limits.max_chunk_streams:
                raise RtmpError("The RTMP peer opened too many chunk streams.")
            stream = self._streams[chunk_stream_id] = _ChunkStream()
        return stream

    def _read_header(self, form: int, stream: _ChunkStream) -> _Header:
        before = stream.header
        if form == 3:
            return self._repeated_header(stream)
        if stream.is_inside:
            raise RtmpError("The RTMP peer began a message before the last one was whole.")
        fields = self._take(_HEADER_BYTES[form])
        if before is None:
            # librtmp opens with a type 1 header on a fresh chunk stream (its first ping).
            if form == 2:
                raise RtmpError("The RTMP peer referred to a message it never sent.")
            before = _Header()
        stamp = int.from_bytes(fields[:3])
        is_extended = stamp == _EXTENDED
        if is_extended:
            stamp = int.from_bytes(self._take(4))
        header = _Header(
            stamp if form == 0 else (before.timestamp_ms + stamp) & 0xFFFFFFFF,
            stamp,
            int.from_bytes(fields[3:6]) if form < 2 else before.length,
            fields[6] if form < 2 else before.type_id,
            int.from_bytes(fields[7:11], "little") if form == 0 else before.stream_id,
            is_extended,
        )
        return self._checked(header)

    def _repeated_header(self, stream: _ChunkStream) -> _Header:
        """Return the header of a type 3 chunk: the rest of a message, or the next alike one.

        A new message moves on by the last timestamp field, also by one written as absolute
        (section 5.3.1.2.4); FFmpeg's writer relies on that.
        """
        before = stream.header
        if before is None:
            raise RtmpError("The RTMP peer referred to a message it never sent.")
        if before.is_extended:
            self._skip_repeated_timestamp(before.timestamp_field)
        if stream.is_inside:
            return before
        stamp = (before.timestamp_ms + before.timestamp_field) & 0xFFFFFFFF
        return replace(before, timestamp_ms=stamp)

    def _skip_repeated_timestamp(self, expected: int) -> None:
        """Skip the extended timestamp of a type 3 chunk, which some encoders leave out."""
        start = self._cursor
        if int.from_bytes(self._take(4)) != expected:
            self._cursor = start

    def _checked(self, header: _Header) -> _Header:
        limits = self._limits
        is_media = header.type_id in (Type.AUDIO, Type.VIDEO, Type.AGGREGATE)
        allowed = limits.max_message_bytes if is_media else limits.max_amf_bytes
        if header.length > allowed:
            raise RtmpError(
                f"The RTMP peer announced a message of {header.length} bytes; "
                f"{allowed} are allowed."
            )
        return header

    def _obey(self, message: Message) -> bool:
        """Carry out a message meant for this layer; say whether it was one."""
        if message.type_id == Type.SET_CHUNK_SIZE:
            self._chunk_bytes = _chunk_size(message.body)
            return True
        if message.type_id == Type.ABORT:
            stream = self._streams.get(int.from_bytes(message.body[:4]))
            if stream is not None:
                self._forget(stream)
            return True
        return False


def _chunk_size(body: bytes) -> int:
    """Return the chunk size in *body*; what exceeds the longest message is as good as infinite."""
    size = int.from_bytes(body[:4])
    if len(body) < 4 or not MIN_CHUNK_BYTES <= size < 1 << 31:
        raise RtmpError(f"The RTMP peer set a chunk size of {size} bytes, which is out of range.")
    return size


_TYPE_0 = struct.Struct(">BHBHBB")
_LITTLE_U32 = struct.Struct("<I")


def encode_message(message: Message, chunk_stream_id: int, chunk_bytes: int) -> bytes:
    """Return *message* as chunks of *chunk_bytes*, readable whatever was sent before.

    It begins with a full (type 0) header, so that the same bytes suit every receiver.
    *chunk_stream_id* is 2 to 63.
    """
    stamp, body = message.timestamp_ms, message.body
    extended = b"" if stamp < _EXTENDED else stamp.to_bytes(4)
    short = min(stamp, _EXTENDED)
    size = len(body)
    head = _TYPE_0.pack(
        chunk_stream_id, short >> 8, short & 0xFF, size >> 8, size & 0xFF, message.type_id
    )
    head += _LITTLE_U32.pack(message.stream_id) + extended
    if size <= chunk_bytes:
        return head + body
    more = bytes([0xC0 | chunk_stream_id]) + extended
    return head + more.join(body[at : at + chunk_bytes] for at in range(0, size, chunk_bytes))
