"""Texts inside PNG files: what a picture says about itself, wherever it is moved."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LONGEST = 1 << 20


def png_text(data: bytes, keyword: str) -> str:
    """Return the text called *keyword* in the PNG file *data*; empty when there is none.

    Texts of up to a million characters are read, plain and packed ones.
    """
    if not data.startswith(_SIGNATURE):
        return ""
    at, name = len(_SIGNATURE), keyword.encode("latin-1") + b"\0"
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"zTXt") and chunk.startswith(name):
            return _unpacked(chunk[len(name) :], is_packed=kind == b"zTXt")
        at += length + 12
    return ""


def _unpacked(text: bytes, *, is_packed: bool) -> str:
    if not is_packed:
        return text[:_LONGEST].decode("latin-1")
    try:  # one byte tells how it is packed; there is only one way
        return zlib.decompressobj().decompress(text[1:], _LONGEST).decode("latin-1")
    except zlib.error:
        return ""
