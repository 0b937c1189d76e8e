"""Journal entries as lines of output, one JSON object each."""

from __future__ import annotations

from lianmai.core.journal import Entry, Value

_KINDS = {
    "play_stats": "play",
    "publish_stats": "publish",
    "process_stats": "process",
    "mix_stats": "mix",
    "recording_stats": "recording",
}


def line_of(entry: Entry, own_uid: str) -> dict[str, Value]:
    """Return one line of output.

    *event* says what happened, *self* who tells it, *stream* whose stream it is about (``me``
    for one's own, absent for the room's events). Numbers come as event ``stats`` with *kind*
    ``play``, ``publish``, ``process``, ``mix`` or ``recording``.
    """
    line: dict[str, Value] = {"event": entry.name, "time": round(entry.time_s, 3), "self": own_uid}
    if entry.source != "room":
        line["stream"] = entry.source
    if kind := _KINDS.get(entry.name):
        line |= {"event": "stats", "kind": kind}
    return line | entry.fields
