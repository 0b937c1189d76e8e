"""Journal entries in human words: what happened, how bad it is, and the details."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

import msgspec

from lianmai.core.journal import NUMBERS, Entry, Value
from lianmai.core.redact import redact
from lianmai.ui.words import translate


class Level(IntEnum):
    """How much an entry matters; a filter shows one level and those above."""

    NUMBERS = 0
    EVENT = 1
    WARNING = 2
    ERROR = 3


_WARNINGS = frozenset(
    {
        "garbage",
        "link_lost",
        "link_retrying",
        "pull_ended",
        "push_ended",
        "sound_lost",
        "source_lost",
        "stalled",
        "token_expiring",
    }
)
_ERRORS = frozenset({"kicked", "source_failed", "token_expired"})
_UNITS = {"ms": "ms", "s": "s", "seconds": "s", "kbps": "kbit/s", "px": "px"}
_OBVIOUS = frozenset({"body", "media", "peer_name", "reason", "role", "source", "uid", "value"})
_STATES = frozenset({"play_state", "publish_state"})
_STATE_LEVELS = {"retrying": Level.WARNING, "failed": Level.ERROR}
_BAD_CLOSINGS = frozenset({"gave_up", "kicked"})


def level_of(entry: Entry) -> Level:
    """Return how much *entry* matters."""
    if entry.name in NUMBERS:
        return Level.NUMBERS
    if entry.name in _ERRORS or entry.name.endswith("_failed"):
        return Level.ERROR
    if entry.name in _STATES:
        return _STATE_LEVELS.get(str(entry.fields.get("state")), Level.EVENT)
    if entry.name == "link_closed":
        return Level.ERROR if entry.fields.get("reason") in _BAD_CLOSINGS else Level.EVENT
    return Level.WARNING if entry.name in _WARNINGS else Level.EVENT


def words_of(entry: Entry) -> str:
    """Return what happened; an unknown name is shown as words of its own."""
    name = f"{entry.name} {entry.fields.get('state')}" if entry.name in _STATES else entry.name
    return _words().get(name) or name.replace("_", " ").capitalize()


def source_of(entry: Entry) -> str:
    """Return who speaks: oneself, the room, or a stream's id."""
    known = {"me": translate("Events", "You"), "room": translate("Events", "Room")}
    return known.get(entry.source, entry.source)


def details_of(entry: Entry) -> str:
    """Return the fields that say something, without secrets."""
    said = "state" if entry.name in _STATES else "scope"
    shown = [(name, _shown(value)) for name, value in entry.fields.items() if name != said]
    return ", ".join(_detail(name, text) for name, text in shown if text)


def json_line_of(entry: Entry) -> str:
    """Return *entry* as one line of JSON, without secrets."""
    fields = {name: _safe(value) for name, value in entry.fields.items()}
    head = {"time": round(entry.time_s, 3), "source": entry.source, "event": entry.name}
    return msgspec.json.encode(head | fields).decode()


def _safe(value: Value) -> Value:
    return redact(value) if isinstance(value, str) and value else value


def _shown(value: Value) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return translate("Events", "yes") if value else translate("Events", "no")
        case float():
            return f"{value:g}"
        case _:
            return " ".join(redact(str(value)).split())


def _detail(name: str, text: str) -> str:
    """Return a field in words: its ending is its unit, and some values need no name."""
    words, _, ending = f"_{name}".rpartition("_")
    unit = _UNITS.get(ending, "")
    if unit:
        return f"{words.strip('_').replace('_', ' ')} {text} {unit}".strip()
    return text if name in _OBVIOUS else f"{name.replace('_', ' ')} {text}"


@cache
def _words() -> dict[str, str]:
    return _room_words() | _media_words() | _state_words()


def _room_words() -> dict[str, str]:
    """Return what a room may tell."""
    return {
        "info_changed": translate("Events", "Information changed"),
        "kicked": translate("Events", "Removed from the room"),
        "link_closed": translate("Events", "Connection closed"),
        "link_lost": translate("Events", "Connection lost"),
        "link_open": translate("Events", "Connected"),
        "link_restored": translate("Events", "Connection restored"),
        "link_retrying": translate("Events", "Connecting again"),
        "message": translate("Events", "Message"),
        "peer_joined": translate("Events", "Somebody joined"),
        "peer_left": translate("Events", "Somebody left"),
        "peer_updated": translate("Events", "Somebody changed"),
        "remote_mute_changed": translate("Events", "Muted or unmuted"),
        "room_closed": translate("Events", "Room closed"),
        "room_joined": translate("Events", "Joined the room"),
        "stream_added": translate("Events", "Stream added"),
        "stream_removed": translate("Events", "Stream removed"),
        "token_expired": translate("Events", "Credential expired"),
        "token_expiring": translate("Events", "Credential expires soon"),
        "url_changed": translate("Events", "Address changed"),
    }


def _media_words() -> dict[str, str]:
    """Return what cameras, streams and meters may tell."""
    return {
        "first_picture": translate("Events", "First picture"),
        "first_sound": translate("Events", "First sound"),
        "garbage": translate("Events", "Damaged data skipped"),
        "play_stats": translate("Events", "Numbers of a received stream"),
        "publish_stats": translate("Events", "Numbers of the own stream"),
        "pull_connected": translate("Events", "Receiving"),
        "pull_ended": translate("Events", "Stream ended"),
        "push_connected": translate("Events", "Sending"),
        "push_ended": translate("Events", "Sending ended"),
        "resumed": translate("Events", "Flows again"),
        "size_changed": translate("Events", "Picture size changed"),
        "source_failed": translate("Events", "Source failed"),
        "source_lost": translate("Events", "Source lost"),
        "source_started": translate("Events", "Source started"),
        "stalled": translate("Events", "Nothing arrives"),
    }


def _state_words() -> dict[str, str]:
    """Return the states of streams, own and others'."""
    return {
        "play_state failed": translate("Events", "Stream given up"),
        "play_state idle": translate("Events", "Stream stopped"),
        "play_state playing": translate("Events", "Stream plays"),
        "play_state requesting": translate("Events", "Asking for a stream"),
        "play_state retrying": translate("Events", "Stream is tried again"),
        "publish_state failed": translate("Events", "Publishing given up"),
        "publish_state idle": translate("Events", "Publishing stopped"),
        "publish_state publishing": translate("Events", "Publishing"),
        "publish_state requesting": translate("Events", "Asking to publish"),
        "publish_state retrying": translate("Events", "Publishing is tried again"),
    }
