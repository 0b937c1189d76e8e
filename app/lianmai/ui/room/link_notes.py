"""What to say about the link while it is down, gathered from the journal."""

from __future__ import annotations

from urllib.parse import urlsplit

from lianmai.call import Call
from lianmai.core.journal import Entry, Journal
from lianmai.core.room import LinkState
from lianmai.ui.words import translate


def link_of(call: Call) -> LinkState:
    """Return how the link is: that of the streams where there is no room server."""
    link = call.room.link
    if link != "open" or urlsplit(call.settings.server).scheme in ("ws", "wss"):
        return link
    states = {stream.state for stream in call.streams.values()}
    states |= {call.sending.state} if call.source.media is not None else set()
    if states & {"retrying", "failed"}:
        return "retrying"
    return "opening" if states & {"requesting"} else "open"


class LinkNotes:
    """Remembers the last attempt at getting the link back."""

    def __init__(self, journal: Journal) -> None:
        self._attempt = 0
        self.forget = journal.listen(self._hear)

    def sentence(self, link: LinkState) -> str:
        """Return what to tell the user, empty when the link is well."""
        if link != "retrying":
            return ""
        if not self._attempt:
            return translate("Link", "The room server cannot be reached; pictures go on.")
        return translate(
            "Link", "The room server cannot be reached; attempt {attempt} to get back."
        ).format(attempt=self._attempt)

    def _hear(self, entry: Entry) -> None:
        if entry.name == "link_retrying":
            self._attempt = int(entry.fields.get("attempt") or 0)
        elif entry.name in ("link_restored", "room_joined"):
            self._attempt = 0
