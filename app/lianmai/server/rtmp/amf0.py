"""AMF0, the value format of RTMP commands and metadata (Adobe, "AMF 0", 2007).

An object, ECMA array and typed object become a dict, a date a float (ms since 1970), and
null, undefined and unsupported become None.
"""

import struct
from collections.abc import Callable, Iterable
from typing import TypeAlias

from lianmai.server.rtmp.limits import RtmpError

Value: TypeAlias = "bool | float | str | list[Value] | dict[str, Value] | None"

MAX_DEPTH = 16
MAX_VALUES = 4096

_NUMBER, _BOOLEAN, _STRING, _OBJECT = 0x00, 0x01, 0x02, 0x03
_NULL, _UNDEFINED, _ECMA_ARRAY, _OBJECT_END = 0x05, 0x06, 0x08, 0x09
_STRICT_ARRAY, _DATE, _LONG_STRING, _UNSUPPORTED = 0x0A, 0x0B, 0x0C, 0x0D
_XML, _TYPED_OBJECT = 0x0F, 0x10

_U16, _U32, _F64 = struct.Struct(">H"), struct.Struct(">I"), struct.Struct(">d")


def decode(data: bytes) -> list[Value]:
    """Return every value in *data*.

    Raises:
        RtmpError: If *data* is cut short, uses AMF3 or a reference, or nests deeper than
            `MAX_DEPTH` or holds more than `MAX_VALUES` values.
    """
    reader = _Reader(data)
    values = []
    while reader.at < len(data):
        values.append(reader.value(depth=0))
    return values


def encode(*values: Value) -> bytes:
    """Return *values* one after the other; ints are written as numbers."""
    return b"".join(_encoded(value) for value in values)


def _encoded(value: Value) -> bytes:
    match value:
        case None:
            return bytes([_NULL])
        case bool():
            return bytes([_BOOLEAN, value])
        case int() | float():
            return bytes([_NUMBER]) + _F64.pack(value)
        case str():
            return _encoded_string(value.encode())
        case list():
            return bytes([_STRICT_ARRAY]) + _U32.pack(len(value)) + encode(*value)
        case dict():
            return bytes([_OBJECT]) + _encoded_fields(value.items())


def _encoded_string(text: bytes) -> bytes:
    if len(text) <= 0xFFFF:
        return bytes([_STRING]) + _U16.pack(len(text)) + text
    return bytes([_LONG_STRING]) + _U32.pack(len(text)) + text


def _encoded_fields(fields: Iterable[tuple[str, Value]]) -> bytes:
    parts = []
    for key, value in fields:
        name = key.encode()
        parts += [_U16.pack(len(name)), name, _encoded(value)]
    return b"".join(parts) + b"\x00\x00" + bytes([_OBJECT_END])


class _Reader:
    """Reads values from the front of *data*, counting them."""

    def __init__(self, data: bytes) -> None:
        self.at = 0
        self._data = data
        self._count = 0

    def value(self, depth: int) -> Value:
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_VALUES:
            raise RtmpError("An AMF message is nested too deeply or holds too many values.")
        marker = self._take(1)[0]
        read = _READERS.get(marker)
        if read is None:
            raise RtmpError(f"An AMF message holds a value of unknown type 0x{marker:02x}.")
        return read(self, depth)

    def _take(self, size: int) -> bytes:
        end = self.at + size
        if end > len(self._data):
            raise RtmpError("An AMF message ends in the middle of a value.")
        taken = self._data[self.at : end]
        self.at = end
        return taken

    def _number(self, depth: int) -> float:
        return float(_F64.unpack(self._take(8))[0])

    def _boolean(self, depth: int) -> bool:
        return self._take(1) != b"\x00"

    def _text(self, size: struct.Struct) -> str:
        (length,) = size.unpack(self._take(size.size))
        # Some encoders write metadata in a local code page: one bad byte is no reason to hang up.
        return self._take(length).decode(errors="replace")

    def _string(self, depth: int) -> str:
        return self._text(_U16)

    def _long_string(self, depth: int) -> str:
        return self._text(_U32)

    def _nothing(self, depth: int) -> None:
        return None

    def _object(self, depth: int) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        while True:
            name = self._text(_U16)
            if not name and self._data[self.at : self.at + 1] == bytes([_OBJECT_END]):
                self.at += 1
                return fields
            fields[name] = self.value(depth + 1)

    def _ecma_array(self, depth: int) -> dict[str, Value]:
        # The count is a hint that encoders get wrong; the end marker is what counts.
        self._take(4)
        return self._object(depth)

    def _typed_object(self, depth: int) -> dict[str, Value]:
        self._text(_U16)
        return self._object(depth)

    def _strict_array(self, depth: int) -> list[Value]:
        (count,) = _U32.unpack(self._take(4))
        if count > MAX_VALUES:
            raise RtmpError(f"An AMF array claims {count} values; {MAX_VALUES} are allowed.")
        return [self.value(depth + 1) for _ in range(count)]

    def _date(self, depth: int) -> float:
        milliseconds = self._number(depth)
        self._take(2)  # the time zone, which the format reserves
        return milliseconds


_READERS: dict[int, Callable[[_Reader, int], Value]] = {
    _NUMBER: _Reader._number,
    _BOOLEAN: _Reader._boolean,
    _STRING: _Reader._string,
    _OBJECT: _Reader._object,
    _NULL: _Reader._nothing,
    _UNDEFINED: _Reader._nothing,
    _ECMA_ARRAY: _Reader._ecma_array,
    _STRICT_ARRAY: _Reader._strict_array,
    _DATE: _Reader._date,
    _LONG_STRING: _Reader._long_string,
    _UNSUPPORTED: _Reader._nothing,
    _XML: _Reader._long_string,
    _TYPED_OBJECT: _Reader._typed_object,
}
