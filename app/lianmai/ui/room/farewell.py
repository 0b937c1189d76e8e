"""Why a call that went well is over, when it was not we who left."""

from __future__ import annotations

from lianmai.core.journal import Journal
from lianmai.ui.words import translate


def farewell(journal: Journal) -> str:
    """Return one sentence for the start page; empty when we left by ourselves."""
    names = {entry.name: entry for entry in journal.entries}
    closed = names.get("link_closed")
    reason = closed.fields.get("reason") if closed else None
    if reason == "room_closed":
        return translate("Farewell", "The room was closed for everybody.")
    if reason != "kicked":
        return ""
    kicked = names.get("kicked")
    if kicked and kicked.fields.get("reason") == "duplicate":
        return translate("Farewell", "Somebody joined this room with your user id.")
    return translate("Farewell", "You were removed from the room.")
