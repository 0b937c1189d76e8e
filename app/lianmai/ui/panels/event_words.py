"""Journal entries in human words: what happened, how bad it is, and the details."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from lianmai.core.components.tables import state_codes
from lianmai.core.journal import NUMBERS, Entry, Value
from lianmai.core.redact import redact
from lianmai.ui.panels.event_fields import cause_texts, field_titles
from lianmai.ui.panels.event_texts import event_texts
from lianmai.ui.words import translate, translated


class Level(IntEnum):
    """How much an entry matters; a filter shows one level and those above."""

    NUMBERS = 0
    EVENT = 1
    WARNING = 2
    ERROR = 3


_WARNINGS = frozenset(
    {
        "arrival_lag",
        "buffer_empty",
        "decode_failed",
        "discontinuity",
        "garbage",
        "interrupted",
        "link_lost",
        "link_retrying",
        "network_busy",
        "permission_refused",
        "picture_gap",
        "pull_ended",
        "push_ended",
        "retrying",
        "sound_lost",
        "source_lost",
        "stalled",
        "token_expiring",
    }
)
_ERRORS = frozenset({"error", "gave_up", "kicked", "token_expired"})
_ENDS = frozenset({"pull_ended", "push_ended"})
_WISHED_ENDS = frozenset({"cancelled", "replaced"})
_CODE_LEVELS = {"info": Level.EVENT, "warning": Level.WARNING, "error": Level.ERROR}
_SAID = frozenset({"code", "message"})
"""What the words of a component's state have already."""
_UNITS = {"ms": "ms", "s": "s", "seconds": "s", "kbps": "kbit/s", "px": "px"}
_OBVIOUS = frozenset(
    {
        *("body", "errMsg", "media", "part", "peer_name", "reason", "role", "source", "text"),
        *("uid", "value"),
    }
)
_SENTENCES = frozenset({"errMsg", "message", "part", "reason"})
"""What is for people to read; other texts are names, and no dictionary has them."""
_STATES = frozenset({"play_state", "publish_state"})
_STATE_LEVELS = {"retrying": Level.WARNING, "failed": Level.ERROR}
_BAD_CLOSINGS = frozenset({"gave_up", "kicked"})


def level_of(entry: Entry) -> Level:
    """Return how much *entry* matters."""
    if entry.name in NUMBERS:
        return Level.NUMBERS
    if entry.name == "statechange":
        return _level_of_code(entry)
    if entry.name in _STATES:
        return _STATE_LEVELS.get(str(entry.fields.get("state")), Level.EVENT)
    if entry.name == "link_closed":
        return Level.ERROR if entry.fields.get("reason") in _BAD_CLOSINGS else Level.EVENT
    if entry.name in _ENDS and entry.fields.get("cause") in _WISHED_ENDS:
        return Level.EVENT
    if entry.name in _WARNINGS:
        return Level.WARNING
    is_error = entry.name in _ERRORS or entry.name.endswith("_failed")
    return Level.ERROR if is_error else Level.EVENT


def _level_of_code(entry: Entry) -> Level:
    """Return the level that the phone's documents give a state code."""
    codes = state_codes("live-pusher" if entry.source == "me" else "live-player")
    row = codes.get(int(entry.fields.get("code") or 0))
    return _CODE_LEVELS[row.level] if row is not None else Level.EVENT


def words_of(entry: Entry) -> str:
    """Return what happened; an unknown name is shown as words of its own."""
    if entry.name == "statechange":
        return f"{entry.fields.get('code')} {_shown(entry.fields.get('message'), is_sentence=True)}"
    name = f"{entry.name} {entry.fields.get('state')}" if entry.name in _STATES else entry.name
    return event_texts().get(name) or name.replace("_", " ").capitalize()


def source_of(entry: Entry) -> str:
    """Return who speaks: oneself, the room, or a stream's id."""
    known = {"me": translate("Events", "You"), "room": translate("Events", "Room")}
    return known.get(entry.source, entry.source)


def details_of(entry: Entry) -> str:
    """Return the fields that say something, without secrets."""
    said = _SAID if entry.name == "statechange" else {"state" if entry.name in _STATES else "scope"}
    shown = [
        (name, _shown(value, is_sentence=name in _SENTENCES))
        for name, value in entry.fields.items()
        if name not in said
    ]
    return ", ".join(_detail(name, text) for name, text in shown if text)


def json_line_of(entry: Entry) -> str:
    """Return *entry* as one line of JSON, without secrets."""
    fields = {name: _safe(value) for name, value in entry.fields.items()}
    head = {"time": round(entry.time_s, 3), "source": entry.source, "event": entry.name}
    return msgspec.json.encode(head | fields).decode()


def _safe(value: Value) -> Value:
    return redact(value) if isinstance(value, str) and value else value


def _shown(value: Value, *, is_sentence: bool = False) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return translate("Events", "yes") if value else translate("Events", "no")
        case float():
            return f"{value:g}"
        case _:
            text = redact(str(value))
            return " ".join((translated(text) if is_sentence else text).split())


def _detail(name: str, text: str) -> str:
    """Return a field in words: its ending is its unit, and some values need no name."""
    words, _, ending = f"_{name}".rpartition("_")
    unit = _UNITS.get(ending, "")
    if unit:
        return f"{_title(words.strip('_'))} {text} {translated(unit)}".strip()
    if name == "cause":
        text = cause_texts().get(text, text)
    return text if name in _OBVIOUS else f"{_title(name)} {text}"


def _title(name: str) -> str:
    words = name.replace("_", " ")
    return field_titles().get(words, words)
