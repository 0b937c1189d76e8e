"""Keeps secrets out of logs, screens and files."""

from __future__ import annotations

import re

from lianmai.core.sentences import Sentence

_QUERY = re.compile(r"(?<=[?&])([\w.~-]+)=[^&\s\"'<>]*")
_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):[^/\s@]*@")


def redact(text: str) -> str:
    """Return *text* with the values in every URL's query, and passwords before a host, hidden.

    Every value goes, whatever its name: vendors put signatures under names of their own.
    """
    if isinstance(text, Sentence):
        return text.mapped(redact)
    return _PASSWORD.sub(r"\1:***@", _QUERY.sub(r"\1=***", text))


def push_target(url: str) -> str:
    """Return server and application of *url*, which is where it pushes to.

    The stream's name is left out: with many services it is the key.
    """
    server, _, _ = url.partition("?")[0].rpartition("/")
    return redact(f"{server}/…")
