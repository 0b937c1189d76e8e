"""Where a stream lives on this server: ``live/<name>?key=<key>``, however a client splits it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs

from lianmai.core.errors import AddressError
from lianmai.core.sentences import sentence

APP = "live"
MAX_NAME = 128
_NAME = re.compile(r"[\w~-][\w.~-]*(/[\w~-][\w.~-]*)*", re.ASCII)


@dataclass(frozen=True)
class StreamAddress:
    """A stream's name and the key its user showed, if any."""

    name: str
    key: str | None = None


def parse_stream_address(*parts: str) -> StreamAddress:
    """Return the address that *parts* of a URL make up when joined by slashes.

    Each part may end in a query (``live?key=k`` and ``alice``, or ``live`` and ``alice?key=k``);
    the last key wins. FFmpeg cuts ``.flv`` off a name it plays by RTMP and players add it for
    HTTP-FLV, so a name never has it.

    Raises:
        AddressError: If the path is not ``live/<name>``.
    """
    split = [part.partition("?") for part in parts]
    path = "/".join(path.strip("/") for path, _, _ in split)
    app, _, name = path.partition("/")
    name = name.removesuffix(".flv")
    if app != APP:
        raise AddressError(
            sentence(
                "There is no application {wrong!r} here; use '{app}/<name>'.",
                wrong=app[:MAX_NAME],
                app=APP,
            )
        )
    if len(name) > MAX_NAME or not _NAME.fullmatch(name):
        raise AddressError(
            sentence(
                "A stream name has 1 to {max_name} letters a-z, digits or '_.~-/'; choose another.",
                max_name=MAX_NAME,
            )
        )
    return StreamAddress(name, _key(query for _, _, query in reversed(split)))


def _key(queries: Iterable[str]) -> str | None:
    for query in queries:
        try:
            fields = parse_qs(query, max_num_fields=16)
        except ValueError:
            continue
        if "key" in fields:
            return fields["key"][0]
    return None
