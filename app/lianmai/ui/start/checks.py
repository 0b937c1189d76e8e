"""Checks what is typed into the start page; each gives one sentence, empty when all is well."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lianmai.core.messages import ID_PATTERN
from lianmai.ui.words import translate

LONGEST_NAME = 64
SCHEMES = ("ws", "wss", "rtmp", "rtmps", "http", "https")


def check_server(text: str) -> str:
    """Check the address of a room server."""
    if not text.strip():
        return translate("Checks", "Enter the server's address, such as ws://192.168.1.20:8440.")
    try:
        parts = urlsplit(text.strip())
        is_complete = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, half an IPv6 address
        is_complete = False
        parts = urlsplit("")
    if parts.scheme and parts.scheme not in SCHEMES and "://" in text:
        return translate("Checks", "Start the address with ws:// or wss://, or an RTMP or FLV URL.")
    if not is_complete or parts.scheme not in SCHEMES:
        return translate("Checks", "This is no complete address: write ws://HOST:PORT.")
    return ""


def check_room(text: str) -> str:
    """Check a room's name."""
    if not text:
        return translate("Checks", "Enter the name of the room.")
    if len(text) > LONGEST_NAME:
        return translate("Checks", "A room's name has at most 64 characters.")
    if re.fullmatch(ID_PATTERN, text) is None:
        return translate("Checks", "Use letters, digits and _ . ~ - only.")
    return ""


def check_name(text: str) -> str:
    """Check the name others see; any text will do, none too."""
    if len(text) > LONGEST_NAME:
        return translate("Checks", "A name has at most 64 characters.")
    return ""
