"""Text inside a video stream: SEI messages of H.264, written and read.

ITU-T H.264, D.1.6 (user data unregistered, payload type 5), 7.3.2.3 (the message's type and size)
and 7.4.1 (emulation prevention). Tencent's SDK also writes type 242, the bare text; it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence

MESSAGE_UUID = UUID("6c69616e-6d61-492d-8d65-737361676531").bytes
"""Tells our texts from the user data of others, such as the settings that x264 leaves behind."""
LONGEST_BYTES = 2048
"""The limit of the phone's SDK."""
_USER_DATA, _BARE_TEXT = 5, 242
_SEI_UNIT = 6
_STOP_BIT = 0x80
_MORE = 0xFF
_LENGTH_BYTES = 4


def message_unit(text: str) -> bytes:
    """Return a NAL unit that carries *text*, behind its length in four bytes as in FLV.

    Raises:
        StreamError: If *text* is empty or longer than `LONGEST_BYTES` in UTF-8.
    """
    data = text.encode()
    if not 0 < len(data) <= LONGEST_BYTES:
        raise StreamError(
            sentence(
                "The message has {count} bytes: send 1 to {longest_bytes}.",
                count=len(data),
                longest_bytes=LONGEST_BYTES,
            ),
            "rejected",
        )
    payload = MESSAGE_UUID + data
    message = bytes([_USER_DATA]) + _sized(len(payload)) + payload + bytes([_STOP_BIT])
    unit = bytes([_SEI_UNIT]) + _escaped(message)
    return len(unit).to_bytes(_LENGTH_BYTES, "big") + unit


def messages_in(access_unit: bytes) -> list[str]:
    """Return the texts in one picture's NAL units, each behind its length in four bytes.

    What is damaged or belongs to others is passed over.
    """
    texts = []
    for unit in _units(access_unit):
        if unit[0] & 0x1F == _SEI_UNIT:
            for kind, payload in _payloads(_unescaped(unit[1:])):
                if (data := _text_of(kind, payload)) is not None:
                    texts.append(data.decode("utf-8", "replace"))
    return texts


def _units(access_unit: bytes) -> Iterator[bytes]:
    position = 0
    while position + _LENGTH_BYTES < len(access_unit):
        start = position + _LENGTH_BYTES
        position = start + int.from_bytes(access_unit[position:start], "big")
        if start < position <= len(access_unit):
            yield access_unit[start:position]


def _payloads(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield type and content of each payload of an SEI unit, whole ones only."""
    position = 0
    while position < len(message) - 1:  # the last byte is the stop bit
        kind, position = _number(message, position)
        size, position = _number(message, position)
        if position + size > len(message):
            return
        yield kind, message[position : position + size]
        position += size


def _number(message: bytes, position: int) -> tuple[int, int]:
    """Return a number written as so many times 255 and a rest, and what follows it."""
    number = 0
    while position < len(message) and message[position] == _MORE:
        number, position = number + _MORE, position + 1
    rest = message[position] if position < len(message) else 0
    return number + rest, position + 1


def _sized(number: int) -> bytes:
    return bytes([_MORE]) * (number // _MORE) + bytes([number % _MORE])


def _text_of(kind: int, payload: bytes) -> bytes | None:
    if kind == _USER_DATA and payload.startswith(MESSAGE_UUID):
        return payload[len(MESSAGE_UUID) :]
    return payload if kind == _BARE_TEXT else None


def _escaped(raw: bytes) -> bytes:
    """Put a 3 wherever two zeros would be followed by a byte of 0 to 3."""
    escaped = bytearray()
    zeros = 0
    for byte in raw:
        if zeros == 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        escaped.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return bytes(escaped)


def _unescaped(unit: bytes) -> bytes:
    """Take out each 3 that follows two zeros.

    Replacing from left to right does just that, as what is replaced never overlaps.
    """
    return unit.replace(b"\0\0\3", b"\0\0")
