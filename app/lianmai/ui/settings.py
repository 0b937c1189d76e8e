"""What the window remembers from one start to the next; never a key, a token or a password."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QByteArray, QSettings

from lianmai.core.errors import SourceError
from lianmai.core.source import Source, parse_source
from lianmai.core.stage.request import TOP_RIGHT

_CORNERS = ("00", "01", "10", "11")


@dataclass(frozen=True)
class Entries:
    """What was entered on the start page. An empty *server* is the built-in one."""

    server: str = ""
    room: str = "room-1"
    name: str = ""
    source: Source = field(default_factory=Source)


def _store() -> QSettings:
    return QSettings("lianmai", "lianmai")


def load_entries() -> Entries:
    """Return what was remembered, or what suits a first start."""
    store = _store()
    return Entries(
        server=_text(store, "start/server"),
        room=_text(store, "start/room") or Entries.room,
        name=_text(store, "start/name"),
        source=_source(_text(store, "start/source")),
    )


def save_entries(entries: Entries) -> None:
    """Remember *entries*; of the server only what holds no secret."""
    store = _store()
    store.setValue("start/server", without_secrets(entries.server))
    store.setValue("start/room", entries.room)
    store.setValue("start/name", entries.name)
    store.setValue("start/source", str(entries.source))


def load_geometry() -> QByteArray:
    """Return the window's last place and size, empty at first."""
    value = _store().value("window/geometry", QByteArray())
    return value if isinstance(value, QByteArray) else QByteArray()


def save_geometry(geometry: QByteArray) -> None:
    """Remember the window's place and size."""
    _store().setValue("window/geometry", geometry)


def load_output() -> str:
    """Return the id of the sound output chosen last; empty for the system's own choice."""
    return _text(_store(), "sound/output")


def save_output(device_id: str) -> None:
    """Remember the sound output."""
    _store().setValue("sound/output", device_id)


def load_float() -> tuple[float, float]:
    """Return the corner the own picture floats in: 0 or 1 across and down."""
    corner = _text(_store(), "stage/float")
    return (float(corner[0]), float(corner[1])) if corner in _CORNERS else TOP_RIGHT


def save_float(across: float, down: float) -> None:
    """Remember the corner the own picture floats in."""
    _store().setValue("stage/float", f"{across:.0f}{down:.0f}")


def load_reference() -> str:
    """Return which picture was laid over the stage last, and how; empty at first."""
    return _text(_store(), "verify/reference")


def save_reference(text: str) -> None:
    """Remember a picture laid over the stage."""
    _store().setValue("verify/reference", text)


def load_recording_folder() -> str:
    """Return where recordings went last; empty at first."""
    return _text(_store(), "recording/folder")


def save_recording_folder(folder: str) -> None:
    """Remember where recordings go."""
    _store().setValue("recording/folder", folder)


def without_secrets(url: str) -> str:
    """Return *url* without user, password, query and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _text(store: QSettings, key: str) -> str:
    return str(store.value(key, "") or "")


def _source(text: str) -> Source:
    """Read a remembered source; one that can no longer be read is forgotten."""
    try:
        return parse_source(text) if text else Source()
    except SourceError:
        return Source()
